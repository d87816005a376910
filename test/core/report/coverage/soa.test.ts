import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf } from "../../../../server/src/core/coverage.ts";
import type { Project } from "../../../../server/src/core/project.ts";
import { formatReference } from "../../../../server/src/core/reference.ts";
import { soaOf } from "../../../../server/src/core/report/coverage/soa.ts";
import { soaMarkdown } from "../../../../server/src/core/report/coverage/soaMarkdown.ts";
import { builtInCatalog } from "../../../../server/src/workspace/builtInCatalog.ts";
import { ROOT, snapshotOf, TODAY } from "../../../support/snapshotOf.ts";
import { statement } from "../../../support/statement.ts";
import { product, snapshotOfProduct } from "../../coverage/randomProducts.ts";
import { HOSTILE } from "./anyReport.ts";

const FILES = {
  "src/a.c": [
    "// @iec62443 CR 1.5(a), CR 1.5(b), CR 1.1",
    "int a;",
    "// @iec62443 not-applicable CR 1.11: no login",
    "int b;",
    "// @iec62443 NDR 1.6",
    "int c;",
    "// @iec62443 CR 1.7",
    "int d;",
  ].join("\n"),
};

const PROJECT: Partial<Project> = {
  product: "Pump",
  components: ["EDR", "HDR"],
  target: 2,
  statements: [
    statement("CR 2.2", "not-applicable", {
      reason: "It has no radio.",
      owner: "quality",
      reviewed: "2026-10-01",
      expires: "2027-10-01",
      evidence: ["docs/threats.md"],
    }),
    statement("CR 1.2", "compensating", { reason: "the cabinet is locked", owner: "site" }),
    statement("CR 1.3", "not-applicable", { reason: "it was small", expires: "2026-11-23" }),
    statement("CR 1.4", "not-applicable"),
    statement("CR 1.7", "not-applicable", { reason: "It has no passwords" }),
    statement("CR 4.1", "not-applicable", { item: "a", reason: "no data at rest" }),
    statement("CR 4.1", "not-applicable", { item: "b", reason: "no data in transit" }),
  ],
};

function soa(project: Partial<Project> = PROJECT, files: Readonly<Record<string, string>> = FILES) {
  const [first] = soaOf(snapshotOf(files, project), { base: ROOT });
  if (first === undefined) throw new Error("There is no project.");
  return first;
}

function row(reference: string, project?: Partial<Project>) {
  const found = soa(project).rows.find((it) => it.reference === reference);
  if (found === undefined) throw new Error(`${reference} is not there.`);
  const { applies, basis, why, state } = found;
  return { applies, basis, why, state };
}

describe("a Statement of Applicability", () => {
  test("holds every requirement and enhancement of the part, once", () => {
    const all = builtInCatalog()
      .requirements.filter((it) => it.part === "4-2" && it.redirectsTo === undefined && !it.isGroup)
      .flatMap(({ part, id, enhancements }) => [
        formatReference({ part, id }),
        ...enhancements.map((it) => formatReference({ part, id, enhancement: it.number })),
      ]);
    expect(soa().rows.map((it) => it.reference)).toEqual(all);
  });

  test.each([
    [
      "the component type does not have it",
      "NDR 1.13",
      false,
      "component type",
      "It is asked of a network device, and the product is an embedded device or a host device.",
      "not asked for",
    ],
    [
      "the component type does not have it, though it is claimed",
      "NDR 1.6",
      false,
      "component type",
      "It is asked of a network device, and the product is an embedded device or a host device.",
      "implemented",
    ],
    [
      "the target does not ask for it",
      "CR 1.1 RE(2)",
      false,
      "target",
      "It is asked for at SL-C 3, 4, and the target is SL-C 2.",
      "not asked for",
    ],
    ["a statement says why", "CR 2.2", false, "statement", "It has no radio.", "not-applicable"],
    ["a claim says why", "CR 1.11", false, "claim", "no login", "not-applicable"],
    [
      "a statement for each letter says why",
      "CR 4.1",
      false,
      "statement",
      "(a) no data at rest (b) no data in transit",
      "not-applicable",
    ],
    [
      "the statement has expired",
      "CR 1.3",
      true,
      "target",
      "It is asked for at the target, SL-C 2. The statement that it does not apply expired on 2026-11-23.",
      "missing",
    ],
    [
      "code contradicts a statement",
      "CR 1.7",
      false,
      "statement",
      "It has no passwords. This is contradicted by src/a.c:7 implements.",
      "not-applicable",
    ],
    [
      "the statement gives no reason",
      "CR 1.4",
      true,
      "target",
      "It is asked for at the target, SL-C 2.",
      "missing",
    ],
    [
      "it is met elsewhere",
      "CR 1.2",
      true,
      "target",
      "It is asked for at the target, SL-C 2. Met elsewhere: the cabinet is locked",
      "compensated",
    ],
  ])("tells where %s", (_, reference, applies, basis, why, state) => {
    expect(row(reference)).toEqual({ applies, basis, why, state });
  });

  test("tells who answers for a statement, until when, and what shows it", () => {
    const found = soa().rows.find((it) => it.reference === "CR 2.2");
    expect(found?.statement).toMatchObject({
      owner: "quality",
      reviewed: "2026-10-01",
      expires: "2027-10-01",
    });
    expect(found?.evidence).toEqual(["docs/threats.md"]);
  });

  test("tells where the claim stands that decides", () => {
    const found = soa().rows.find((it) => it.reference === "CR 1.11");
    expect(found?.claim).toMatchObject({ path: "src/a.c", line: 3 });
  });

  test("asks for everything where nothing is aimed at", () => {
    const { rows } = soa({ components: ["EDR"] });
    const ofLevels = rows.filter((it) => it.basis === "target");
    expect(ofLevels.every((it) => it.applies)).toBe(true);
    expect(row("CR 1.1 RE(2)", { components: ["EDR"] }).why).toBe(
      "No target is set for it, so that every level is listed.",
    );
  });

  test("says what knows no levels", () => {
    const { rows } = soa({ parts: ["4-1"], target: 2 });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((it) => it.why))).toEqual(
      new Set(["It knows no levels and is asked for at every target."]),
    );
  });

  test("warns of a project file that cannot be used whole, and of a part of a product", () => {
    const problem = {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      code: "project-file",
      level: "error",
      message: "?",
      fixes: [],
    } as const;
    expect(soa({ problems: [problem] }).remarks).toHaveLength(1);
    expect(soa({ file: `${ROOT}/iec62443.yaml`, isPart: true }).remarks).toHaveLength(1);
    expect(soa().remarks).toEqual([]);
  });

  test("agrees with the coverage, whatever the product", () => {
    fc.assert(
      fc.property(product, (it) => {
        const snapshot = snapshotOfProduct(it, TODAY);
        const [soa] = soaOf(snapshot, { base: ROOT });
        const [project] = snapshot.projects;
        if (soa === undefined || project === undefined) throw new Error("There is no project.");
        const { items } = coverageOf(snapshot, project);
        const asked = items.filter((item) => item.state !== "not-applicable");
        expect(soa.rows.filter((row) => row.applies).map((row) => row.reference)).toEqual(
          asked.map((item) => formatReference(item.reference)),
        );
        expect(soa.rows.every((row) => row.why !== "")).toBe(true);
      }),
    );
  });
});

describe("the page of a Statement of Applicability", () => {
  const page = (...args: Parameters<typeof soa>) =>
    [...soaMarkdown([soa(...args)], "abc")].join("");

  test("says of each requirement whether, why, by whom and by what", () => {
    const lines = page().split("\n");
    expect(lines.slice(0, 9)).toEqual([
      "# Statement of Applicability",
      "",
      "Revision of the code: abc",
      "",
      "## Pump",
      "",
      "- Parts: IEC 62443-4-2",
      "- Component types: embedded-device, host-device",
      `- Applicable: ${soa().rows.filter((it) => it.applies).length} of ${soa().rows.length} requirements and enhancements`,
    ]);
    expect(lines.find((it) => it.startsWith("| CR 2.2 "))).toBe(
      "| CR 2.2 Wireless use control | SL-C 1, 2, 3, 4 | no | It has no radio. | statement, owner quality, reviewed 2026-10-01, expires 2027-10-01 | not-applicable | docs/threats.md |",
    );
    expect(lines.find((it) => it.startsWith("| CR 1.11 "))).toBe(
      "| CR 1.11 Unsuccessful login attempts | SL-C 1, 2, 3, 4 | no | no login | claim at src/a.c:3 | not-applicable | 1 claim: src/a.c:3 |",
    );
    expect(lines.find((it) => it.startsWith("| CR 1.5 "))).toContain("| 2 claims: src/a.c:1 |");
  });

  test("names the first places and leads to them", () => {
    const source = "// @iec62443 CR 1.1\nint a;\n".repeat(4);
    const snapshot = snapshotOf({ "a.c": source }, PROJECT);
    const linkTo = (path: string, line: number) => `https://e.st/${path}#${line}`;
    const text = [...soaMarkdown(soaOf(snapshot, { base: ROOT, linkTo }))].join("");
    expect(text).toContain(
      "| 4 claims: [a.c:1](https://e.st/a.c#1), [a.c:3](https://e.st/a.c#3), [a.c:5](https://e.st/a.c#5), … |",
    );
  });

  test("keeps its tables whatever anybody writes", () => {
    const statements = HOSTILE.map((it, index) =>
      statement(`CR 1.${index + 1}`, "not-applicable", {
        reason: `why ${it}| b |\n# c`,
        owner: it,
        evidence: [it],
      }),
    );
    const text = page({ ...PROJECT, product: "a\n# b | c", statements });
    const [header = "", ...rows] = text.split("\n").filter((it) => it.startsWith("|"));
    const bars = (line: string) => line.replace(/\\./g, "").split("|").length;
    expect(rows.length).toBeGreaterThan(100);
    for (const it of rows) expect(bars(it)).toBe(bars(header));
    expect(text.match(/^#/gm)).toHaveLength(page().match(/^#/gm)?.length ?? 0);
  });
});

import { describe, expect, test } from "vitest";
import { coverageOf } from "../../server/src/core/coverage.ts";
import { MOST_KINDS } from "../../server/src/core/ownCatalog.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { check, filesToCheck } from "../../server/src/core/rules/check.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { type Content, MemoryFiles } from "../support/memoryFiles.ts";
import { at, CLAIM, claimsOf, everythingOf, workspaceOf } from "../support/workspaceOf.ts";

const RULES = "part: company\nrequirements: [{ id: ACME-01, title: Keys stay in the chip }]\n";
const OWN = "// @iec62443 acme 1\nint key;\n";
const NAMES = "catalogs: [rules.yaml]\n";

async function loaded(files: Readonly<Record<string, Content>>) {
  const disk = new MemoryFiles({
    "/w/iec62443.yaml": NAMES,
    "/w/rules.yaml": RULES,
    "/w/a.c": OWN,
    ...files,
  });
  const workspace = workspaceOf(disk);
  await workspace.load();
  return { disk, workspace };
}

/** All that is wrong, a line a finding: `rules.yaml:1 …`. */
function findings({ snapshot }: Workspace): readonly string[] {
  return filesToCheck(snapshot).flatMap((uri) =>
    check(snapshot, uri).map(
      ({ range, message }) => `${uri.replace("file:///w/", "")}:${range.start.line + 1} ${message}`,
    ),
  );
}

function itemsOfParts({ snapshot }: Workspace, part: string): readonly string[] {
  const [project] = snapshot.projects;
  if (project === undefined) throw new Error("There is no project.");
  return coverageOf(snapshot, project)
    .items.filter((it) => it.reference.part === part)
    .map((it) => `${formatReference(it.reference)} ${it.state}`);
}

describe("a project's own catalog", () => {
  test("makes its ids known, and covers its part where no parts are named", async () => {
    const { workspace } = await loaded({});
    expect(claimsOf(workspace)).toEqual(["file:///w/a.c ACME-01"]);
    expect(workspace.snapshot.projects[0]?.parts).toEqual(["4-2", "company"]);
    expect(itemsOfParts(workspace, "company")).toEqual(["ACME-01 implemented"]);
    expect(findings(workspace).filter((it) => !it.startsWith("a.c"))).toEqual([]);
  });

  test("is covered in the edition that is named", async () => {
    const rules = (edition: number) => RULES.replace("\n", `\nedition: ${edition}\n`);
    const { workspace } = await loaded({
      "/w/iec62443.yaml": 'catalogs: [rules.yaml, new.yaml]\nparts: ["company:2025"]\n',
      "/w/rules.yaml": rules(2025),
      "/w/new.yaml": rules(2026),
    });
    expect(workspace.snapshot.projects[0]?.parts).toEqual(["company:2025"]);
    expect(itemsOfParts(workspace, "company")).toEqual(["ACME-01 implemented"]);
    const items = coverageOf(workspace.snapshot, workspace.snapshot.projects[0] as never).items;
    expect(items.map((it) => it.requirement.edition)).toEqual(["2025"]);
  });

  test("belongs to its project alone", async () => {
    const { workspace } = await loaded({
      "/w/other/iec62443.yaml": "product: B",
      "/w/other/b.c": OWN,
    });
    expect(claimsOf(workspace)).toEqual(["file:///w/a.c ACME-01"]);
  });

  test("can name what the project file's statements speak of", async () => {
    const { workspace } = await loaded({
      "/w/iec62443.yaml": `statements: [{ requirement: acme 1, status: planned }]\n${NAMES}`,
    });
    expect(workspace.snapshot.projects[0]?.statements[0]?.reference.id).toBe("ACME-01");
    expect(findings(workspace).filter((it) => it.startsWith("iec62443"))).toEqual([]);
  });

  test("gives wording to a requirement of the series and changes nothing else", async () => {
    const wording =
      "part: 4-2\nrequirements: [{ id: CR 1.5, title: Ours, enhancements: [{ number: 1, summary: S }] }]";
    const { workspace } = await loaded({ "/w/rules.yaml": wording });
    const { snapshot } = workspace;
    const own = snapshot.projects[0]?.catalog?.find({ part: "4-2", id: "CR 1.5" });
    const ours = snapshot.catalog.find({ part: "4-2", id: "CR 1.5" });
    expect(own).toMatchObject({ title: "Ours", wordingFrom: "rules.yaml" });
    expect(own?.enhancements[0]?.summary).toBe("S");
    const {
      title: _,
      wordingFrom: __,
      enhancements,
      ...facts
    } = own ?? { title: "", enhancements: [] };
    expect(ours).toMatchObject(facts);
    expect(enhancements.map((it) => it.levels)).toEqual(ours?.enhancements.map((it) => it.levels));
    expect(findings(workspace).filter((it) => it.startsWith("rules"))).toEqual([]);
  });
});

describe("what catalogs have against each other is a finding in the later one", () => {
  test.each([
    [
      "a kind of two parts",
      "part: other\nrequirements: [{ id: ACME 9, title: T }]",
      "b.yaml:2 ACME begins the ids of part company in rules.yaml, and a kind belongs to one part. Give these ids other letters.",
    ],
    [
      "an id twice",
      "part: company\nrequirements: [{ id: acme 1, title: T }]",
      "b.yaml:2 acme 1 stands in rules.yaml, too: that counts. Take one of them out.",
    ],
  ])("%s", async (_, other, finding) => {
    const { workspace } = await loaded({
      "/w/iec62443.yaml": "catalogs: [rules.yaml, b.yaml]",
      "/w/b.yaml": other,
    });
    expect(findings(workspace).filter((it) => !it.startsWith("a.c"))).toEqual([finding]);
    expect(itemsOfParts(workspace, "company")).toEqual(["ACME-01 implemented"]);
  });
});

test("more kinds of ids than there is room for are one finding, and the first count", async () => {
  const letters = (i: number) =>
    String.fromCharCode(...[26 ** 2, 26, 1].map((it) => 65 + (Math.floor(i / it) % 26)));
  const entries = Array.from(
    { length: MOST_KINDS + 10 },
    (_, i) => `  - { id: Q${letters(i)} 1, title: T }\n`,
  );
  const { workspace } = await loaded({
    "/w/rules.yaml": `part: company\nrequirements:\n${entries.join("")}`,
    "/w/a.c": "// @iec62443 QAAA 1\nint x;\n",
  });
  expect(findings(workspace)).toEqual([
    `rules.yaml:${MOST_KINDS + 3} The catalogs of a project have room for ids that begin in ${MOST_KINDS} ways. Let several begin alike, such as ACME 1 and ACME 2.`,
  ]);
  expect(itemsOfParts(workspace, "company")).toHaveLength(MOST_KINDS);
});

describe("a path that does not lead to a file of the project is a finding at its place", () => {
  test.each<[string, string, Readonly<Record<string, Content>>, string]>([
    ["nothing there", "none.yaml", {}, "There is no file none.yaml."],
    ["a folder", "d.yaml", { "/w/d.yaml/x": "" }, "d.yaml is no file."],
    ["a link", "l.yaml", { "/w/l.yaml": { kind: "link" } }, "l.yaml leads over a link"],
    ["a link on the way", "l/r.yaml", { "/w/l": { kind: "link" } }, "l/r.yaml leads over a link"],
    ["out of the folder", "../r.yaml", { "/r.yaml": RULES }, "../r.yaml leaves the folder."],
    ["an absolute path", "/r.yaml", { "/r.yaml": RULES }, "/r.yaml leaves the folder."],
    [
      "not readable",
      "x.yaml",
      { "/w/x.yaml": { kind: "denied" } },
      "x.yaml cannot be read: permission denied.",
    ],
    [
      "huge",
      "h.yaml",
      { "/w/h.yaml": new Uint8Array(8 * 1024 * 1024 + 1) },
      "h.yaml cannot be read: larger than 8 MiB.",
    ],
  ])("%s", async (_, path, files, message) => {
    const { disk, workspace } = await loaded({
      "/w/iec62443.yaml": `catalogs: [${path}]`,
      ...files,
    });
    const found = findings(workspace).filter((it) => it.startsWith("iec62443"));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`catalogs: ${message}`);
    expect(workspace.snapshot.projects[0]?.catalog).toBeUndefined();
    expect(disk.has("/w/a.c")).toBe(true);
  });

  test("more files than there is room for", async () => {
    const names = Array.from({ length: 21 }, (_, i) => `r${i}.yaml`);
    const files = Object.fromEntries(
      names.map((it, i) => [
        `/w/${it}`,
        RULES.replace("company", `p${i}`).replace("ACME", `K${"X".repeat(i)}`),
      ]),
    );
    const { workspace } = await loaded({
      "/w/iec62443.yaml": `catalogs: [${names.join(", ")}]`,
      ...files,
    });
    expect(findings(workspace).filter((it) => it.startsWith("iec62443"))).toEqual([
      "iec62443.yaml:1 catalogs has room for 20 files. Put several of them into one.",
    ]);
    expect(workspace.snapshot.projects[0]?.parts).toHaveLength(21);
  });
});

describe("a change of a catalog is followed", () => {
  const TWO = RULES.replace("ACME-01", "ACME_01");

  async function changed(
    { workspace, disk }: Awaited<ReturnType<typeof loaded>>,
    type: "created" | "changed" | "deleted",
    path = "rules.yaml",
  ) {
    let events = 0;
    const end = workspace.onDidChange(() => events++);
    await workspace.filesChanged([{ uri: at(path), type }]);
    end();
    const fresh = workspaceOf(disk);
    await fresh.load();
    expect(everythingOf(workspace)).toEqual(everythingOf(fresh));
    return events;
  }

  test("on the disk: other ids are read again, in one event", async () => {
    const test = await loaded({});
    test.disk.write("/w/rules.yaml", TWO);
    expect(await changed(test, "changed")).toBe(1);
    expect(claimsOf(test.workspace)).toEqual(["file:///w/a.c ACME_01"]);
  });

  test("on the disk: removed, and there again", async () => {
    const test = await loaded({});
    test.disk.delete("/w/rules.yaml");
    await changed(test, "deleted");
    expect(claimsOf(test.workspace)).toEqual([]);
    expect(findings(test.workspace).join()).toContain("There is no file rules.yaml.");
    test.disk.write("/w/rules.yaml", RULES);
    await changed(test, "created");
    expect(claimsOf(test.workspace)).toEqual(["file:///w/a.c ACME-01"]);
  });

  test("in a folder that goes as a whole", async () => {
    const test = await loaded({
      "/w/iec62443.yaml": "catalogs: [sub/rules.yaml]",
      "/w/sub/rules.yaml": RULES,
    });
    test.disk.delete("/w/sub");
    await changed(test, "deleted", "sub");
    expect(claimsOf(test.workspace)).toEqual([]);
  });

  test("another title reads no file again", async () => {
    const test = await loaded({});
    const before = test.workspace.snapshot;
    test.disk.write("/w/rules.yaml", RULES.replace("Keys", "Secrets"));
    const { reads } = test.disk;
    await test.workspace.filesChanged([{ uri: at("rules.yaml"), type: "changed" }]);
    // The project file, the catalog as such, and the catalog as a source that may hold annotations.
    expect(test.disk.reads - reads).toBe(3);
    const requirement = test.workspace.snapshot.projects[0]?.catalog?.requirements.at(-1);
    expect(requirement?.title).toBe("Secrets stay in the chip");
    expect(test.workspace.snapshot.index).toBe(before.index);
  });

  test("in the editor, where the open text wins until it is closed", async () => {
    const { workspace } = await loaded({});
    workspace.open(at("rules.yaml"), TWO, "yaml");
    await workspace.filesChanged([]);
    expect(claimsOf(workspace)).toEqual(["file:///w/a.c ACME_01"]);
    workspace.edit(at("rules.yaml"), "part: company\nrequirements: [{ id: x }]");
    await workspace.filesChanged([]);
    expect(findings(workspace).join()).toContain('rules.yaml:2 "x" is no id');
    await workspace.close(at("rules.yaml"));
    expect(claimsOf(workspace)).toEqual(["file:///w/a.c ACME-01"]);
  });

  test("a keystroke in the project file parses no catalog and changes none", async () => {
    const { workspace } = await loaded({ "/w/b.c": CLAIM });
    const before = workspace.snapshot.projects[0];
    workspace.open(at("iec62443.yaml"), `product: P\n${NAMES}`, "yaml");
    const after = workspace.snapshot.projects[0];
    expect(after).not.toBe(before);
    expect(after?.catalog).toBe(before?.catalog);
    expect(after?.forms).toBe(before?.forms);
  });

  test("a catalog that says what it said before is no news", async () => {
    const { workspace } = await loaded({});
    const before = workspace.snapshot.projects;
    await workspace.filesChanged([{ uri: at("rules.yaml"), type: "changed" }]);
    expect(workspace.snapshot.projects).toBe(before);
  });
});

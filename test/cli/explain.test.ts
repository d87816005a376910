import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExplainResult } from "../../server/src/core/report/explain/explain.ts";
import { areFactsHere, collected } from "../catalog/collectedFacts.ts";
import { faults } from "../catalog/schemas.ts";
import { Command } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

async function explained(...words: readonly string[]): Promise<ExplainResult> {
  const { stdout, stderr } = await command.run(["explain", "--format", "json", ...words]);
  expect(stderr).toBe("");
  const result = JSON.parse(stdout) as ExplainResult;
  expect(faults("explain", result)).toEqual([]);
  return result;
}

interface Fact {
  readonly part: string;
  readonly edition: string;
  readonly id: string;
  readonly title: string | null;
  readonly sl: readonly number[];
  readonly redirectsTo?: readonly string[];
  readonly placeholder?: boolean;
  readonly confidence: string;
  readonly enhancements: readonly { n: number; title: string | null; sl: readonly number[] }[];
}

describe.skipIf(!areFactsHere)("the collected facts are what explain tells", () => {
  const facts = collected<readonly Fact[]>("requirements.json", []);
  const editions = [...new Set(facts.map((it) => `${it.part}:${it.edition}`))];

  test.each(editions)("of every id of %s", async (edition) => {
    const wanted = facts.filter((it) => `${it.part}:${it.edition}` === edition);
    const { requirements } = await explained(...wanted.map((it) => it.id));
    const told = requirements.map((it) => ({
      id: `${it.part}:${it.edition} ${it.id}`,
      title: it.title,
      levels: it.levels,
      redirectsTo: it.redirectsTo,
      confidence: it.confidence,
      enhancements: it.enhancements.map((re) => [re.number, re.title, re.levels]),
    }));
    expect(told).toEqual(
      wanted.map((it) => ({
        id: `${edition} ${it.id}`,
        title: it.title,
        levels: it.sl,
        redirectsTo: it.placeholder === true ? it.redirectsTo : undefined,
        confidence: it.confidence,
        enhancements: it.enhancements.map((re) => [re.n, re.title, re.sl]),
      })),
    );
  });
});

describe("explain", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["a heading of the foundational requirements", ["FR", "1"], ["1-1 FR 1"]],
    ["a practice", ["SM"], ["4-1 SM"]],
    ["a practice with its document", ["IEC 62443-4-1 SVV"], ["4-1 SVV"]],
    ["a clause by its number", ["4.3.3.5.1"], ["2-1 4.3.3.5.1"]],
    ["a clause with part and edition", ["2-1:2009", "4.3.3.5.1"], ["2-1 4.3.3.5.1"]],
    [
      "ids and headings in the order asked",
      ["SPE 2", "cr1.5", "FR 7"],
      ["2-1 SPE 2", "4-2 CR 1.5", "1-1 FR 7"],
    ],
    ["SR-1 and SR 1.1 apart", ["SR-1", "SR 1.1"], ["4-1 SR-1", "3-3 SR 1.1"]],
  ])("takes %s", async (_, words, ids) => {
    const { requirements } = await explained(...words);
    expect(requirements.map((it) => `${it.part} ${it.id}`)).toEqual(ids);
  });

  test.each([
    ["M0801", "ATT&CK M0801"],
    ["att&ck m0801", "ATT&CK M0801"],
    ["MID-045", "EMB3D MID-045"],
    ["CRA Annex I Part I (2)(d)", "CRA Annex I Part I (2)(d)"],
    ["Annex I Part I (2)(d)", "CRA Annex I Part I (2)(d)"],
    ["cra part ii 4", "CRA Annex I Part II (4)"],
    ["NIS 2 Art. 21(2)(j)", "NIS 2 Art. 21(2)(j)"],
    ["NIS2 (j)", "NIS 2 Art. 21(2)(j)"],
  ])("takes the place %s of another document", async (word, name) => {
    const { places = [], requirements } = await explained(word);
    expect(places.map((it) => `${it.name} ${it.id}`)).toEqual([name]);
    expect(requirements).toEqual([]);
  });

  test("tells what goes with a place, and how sure that is", async () => {
    const { places = [] } = await explained("CRA Annex I Part I (2)(d)", "NIS2 (d)");
    expect(places.map((it) => [it.targets, it.confidence])).toEqual([
      [[{ part: "4-2", ids: ["FR 1", "CR 2.1"] }], "medium"],
      [
        [
          { part: "2-1", edition: "2024", ids: ["ORG 1.6"], inferred: true },
          { part: "2-4", inferred: true },
          { part: "4-1", ids: ["SM-9", "SM-10"], inferred: true },
        ],
        "low",
      ],
    ]);
  });

  test("takes the name of a document for all places in it", async () => {
    expect((await explained("CRA")).places).toHaveLength(22);
  });

  test("takes a part, and a part of which no requirement is known", async () => {
    const { documents = [] } = await explained("4-2", "IEC 62443-1-5");
    expect(documents.map((it) => [it.designation, it.requirements])).toEqual([
      ["IEC 62443-4-2:2019", 77],
      ["IEC TS 62443-1-5:2023", 0],
    ]);
  });

  test("connects a requirement to what surrounds it", async () => {
    const { requirements } = await explained("CR 1.5");
    const [found] = requirements;
    expect(found?.counterparts).toMatchObject([{ part: "3-3", id: "SR 1.5" }]);
    expect(found?.foundations?.restsOn.map((it) => it.step)).toEqual(["root of trust"]);
    expect(found?.mappings).toContainEqual(
      expect.objectContaining({
        name: "CRA",
        names: "FR 1",
        inferred: false,
        confidence: "medium",
      }),
    );
  });

  test.each(["text", "markdown"])(
    "writes everything as %s, the same on every run",
    async (format) => {
      const words = ["4-2", "CRA Annex I Part I (2)(d)", "CR 1.5", "CR 2.3", "SP.01.01", "FR 1"];
      const [first, second] = await Promise.all(
        [1, 2].map(() => command.run(["explain", "--format", format, ...words])),
      );
      expect(first?.stdout).toMatchSnapshot();
      expect(second?.stdout).toBe(first?.stdout);
    },
  );

  test("tells which requirement words may mean", async () => {
    const { code, stderr } = await command.run(["explain", "boot", "process"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'error: "boot process" names no requirement. Do you mean EDR 3.14, HDR 3.14 or NDR 3.14?\n',
    );
    expect((await command.run(["explain", "jtag"])).stderr).toContain("Do you mean EDR 2.13");
  });

  test.each([
    ["a place that is none", "CRA Annex III (1)"],
    ["a mitigation that is none", "M9999"],
    ["words", "no such thing"],
  ])("says so of %s", async (_, word) => {
    const { code, stdout, stderr } = await command.run(["explain", word]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: .*\n$/);
  });
});

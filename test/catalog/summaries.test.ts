import { describe, expect, test } from "vitest";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { type NamedItem, namedItems } from "./namedItems.ts";

const catalog = builtInCatalog();
const items = namedItems(catalog.requirements);
const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

describe("summaries are our own", () => {
  test.each(items.map((it) => [it.name, it] as const))("%s", (_, { title, summary }: NamedItem) => {
    expect(summary.length).toBeGreaterThanOrEqual(60);
    expect(summary.length).toBeLessThanOrEqual(400);
    expect(summary.toLowerCase()).not.toContain(title.toLowerCase());
    expect(sharedRuns(summary)).toEqual([]);
  });

  test("and differ from one another", () => {
    const summaries = items.map((it) => it.summary);
    expect(summaries.filter((it, i) => summaries.indexOf(it) !== i)).toEqual([]);
  });

  test("and say what a tester looks for, where there is something to meet", () => {
    const silent = items.filter((it) => !it.isHeading && !it.summary.includes("Evidence: "));
    expect(silent.map((it) => it.name)).toEqual([]);
  });

  test("and on a heading name every id to use instead, or the part that asks", () => {
    for (const { id, redirectsTo, summary } of catalog.requirements) {
      if (redirectsTo === undefined) continue;
      const names = redirectsTo.length > 0 ? redirectsTo : [id.replace("CR", "SR")];
      for (const name of names) expect(summary).toContain(name);
    }
  });

  test("and are spelled as in America", () => {
    const british = /\b\w*(?:authoris|recognis|organis|initialis|behaviour|colour|licence|centre)/i;
    const notes = catalog.requirements.flatMap((it) => it.note ?? []);
    expect([...items.map((it) => it.summary), ...notes].filter((it) => british.test(it))).toEqual(
      [],
    );
  });
});

const TITLE_RUNS = new Set(items.flatMap((it) => runs(it.title)));

/** Four words in a row that a title has too. */
function sharedRuns(summary: string): readonly string[] {
  return runs(summary).filter((it) => TITLE_RUNS.has(it));
}

function runs(text: string): readonly string[] {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - 3)).map((_, i) => all.slice(i, i + 4).join(" "));
}

import { describe, expect, test } from "vitest";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { namedItems } from "./namedItems.ts";
import { isSpelledAsInBritain } from "./spelling.ts";

/** Of these parts we know what each requirement is about. */
const TOLD = ["1-1", "3-2", "3-3", "4-1", "4-2"];

const { requirements } = builtInCatalog();
const items = namedItems(requirements);
const told = namedItems(requirements.filter((it) => TOLD.includes(it.part)));
const untold = namedItems(
  requirements.filter((it) => !TOLD.includes(it.part) && it.isGroup === undefined),
);
const summarized = items.flatMap((it) =>
  it.summary === undefined ? [] : [{ ...it, summary: it.summary }],
);
const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const namesOf = (list: readonly { readonly name: string }[]) => list.map((it) => it.name);

describe("summaries are our own", () => {
  test.each(summarized.map((it) => [it.name, it] as const))("%s", (_, { title, summary }) => {
    expect(summary.length).toBeGreaterThanOrEqual(60);
    expect(summary.length).toBeLessThanOrEqual(400);
    // One word, such as Wireless, is hard to do without.
    if (words(title).length > 1) expect(summary.toLowerCase()).not.toContain(title.toLowerCase());
    expect(sharedRuns(summary)).toEqual([]);
  });

  test("and differ from one another", () => {
    const summaries = summarized.map((it) => it.summary);
    expect(summaries.filter((it, i) => summaries.indexOf(it) !== i)).toEqual([]);
  });

  test("and stand with everything that is known well enough to say what it is about", () => {
    expect(namesOf(told.filter((it) => it.summary === undefined))).toEqual([]);
  });

  test("and are not made up where the id is known and no more", () => {
    expect(untold.length).toBeGreaterThan(0);
    expect(namesOf(untold.filter((it) => it.summary !== undefined))).toEqual([]);
  });

  test("and say what a tester looks for, where there is something to meet", () => {
    const silent = summarized.filter((it) => it.isAsked && !it.summary.includes("Evidence: "));
    expect(namesOf(silent)).toEqual([]);
    const chatty = summarized.filter((it) => !it.isAsked && it.summary.includes("Evidence: "));
    expect(namesOf(chatty)).toEqual([]);
  });

  test("and on a heading name every id to use instead, or the part that asks", () => {
    for (const { id, redirectsTo, summary } of requirements) {
      if (redirectsTo === undefined) continue;
      const names = redirectsTo.length > 0 ? redirectsTo : [id.replace("CR", "SR")];
      for (const name of names) expect(summary).toContain(name);
    }
  });

  test("and are spelled as in America, like the notes", () => {
    const notes = requirements.flatMap((it) => it.note ?? []);
    const texts = [...summarized.map((it) => it.summary), ...notes];
    expect(texts.filter(isSpelledAsInBritain)).toEqual([]);
  });
});

describe("titles are not made up", () => {
  test("for what part 2-4 and the first edition of part 2-1 ask", () => {
    const named = untold.filter((it) => it.title !== "" && !it.name.startsWith("2-1:2024"));
    expect(namesOf(named)).toEqual([]);
  });

  test("for what part 2-1:2024 asks under groups of which no list was found", () => {
    const unnamed = untold.filter((it) => it.name.startsWith("2-1:2024") && it.title === "");
    expect(new Set(unnamed.map((it) => it.name.split(" ")[1]))).toEqual(
      new Set(["USER", "EVENT", "AVAIL"]),
    );
  });
});

test.each(
  requirements.flatMap((it) =>
    it.keywords === undefined
      ? []
      : [[`${it.part} ${it.id}`, it.title ?? "", it.keywords] as const],
  ),
)("the keywords of %s add to its title", (_, title, keywords) => {
  expect(keywords.length).toBeLessThanOrEqual(8);
  expect(keywords).toEqual([...new Set(keywords)]);
  expect(keywords.map((it) => it.toLowerCase())).toEqual(keywords);
  const known = ` ${words(title).join(" ")} `;
  expect(keywords.filter((it) => known.includes(` ${words(it).join(" ")} `))).toEqual([]);
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

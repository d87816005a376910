import { describe, expect, test } from "vitest";
import type { Requirement } from "../../server/src/core/catalog.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { areFactsHere, collected } from "./collectedFacts.ts";

/** One entry of the collected facts; only what is compared. */
interface Fact {
  readonly part: string;
  readonly edition: string;
  readonly id: string;
  readonly title: string | null;
  readonly abbreviation?: string;
  readonly fr: number | null;
  readonly practice?: string;
  /** In part 2-4 the title of the area, elsewhere the id of the heading. */
  readonly group?: string | null;
  readonly clause?: string;
  readonly sl: readonly number[];
  readonly componentTypes: readonly string[];
  readonly subItems?: readonly string[];
  readonly placeholder?: boolean;
  readonly redirectsTo?: readonly string[];
  readonly confidence: string;
  readonly enhancements: readonly { n: number; title: string | null; sl: readonly number[] }[];
}

const facts = collected<readonly Fact[]>("requirements.json", []);
const catalog = builtInCatalog();
const keyOf = ({ part, edition, id }: Pick<Fact, "part" | "edition" | "id">) =>
  `${part}:${edition} ${id}`;

describe.skipIf(!areFactsHere)("the collected facts", () => {
  test("name the same requirements as the catalog, each once", () => {
    expect(catalog.requirements.map(keyOf).sort()).toEqual(facts.map(keyOf).sort());
  });

  test.each(facts.map((it) => [keyOf(it), it] as const))("say the same of %s", (_, fact) => {
    const ours = catalog.find(fact);
    expect(ours && told(ours)).toEqual({
      kind: /^[A-Z]+/.exec(fact.id)?.[0] ?? "clause",
      title: fact.title,
      abbreviation: fact.abbreviation,
      fr: fact.fr,
      group: headingOf(fact),
      isGroup: isHeading(fact),
      clause: fact.clause,
      levels: fact.sl,
      componentTypes: fact.componentTypes,
      items: fact.subItems ?? [],
      redirectsTo: fact.placeholder ? fact.redirectsTo : undefined,
      confidence: fact.confidence,
      enhancements: fact.enhancements.map(({ n, title, sl }) => [n, title, sl]),
    });
  });
});

/** Our entry, with what the facts tell of it and nothing else. */
function told(ours: Requirement): object {
  const { kind, abbreviation, group, clause, levels, componentTypes, items, redirectsTo } = ours;
  return {
    kind,
    title: ours.title ?? null,
    abbreviation,
    fr: ours.fr ?? null,
    group,
    isGroup: ours.isGroup ?? false,
    clause,
    levels,
    componentTypes,
    items,
    redirectsTo,
    confidence: ours.confidence,
    enhancements: ours.enhancements.map((it) => [it.number, it.title ?? null, it.levels]),
  };
}

/** The id of the heading that a requirement stands under. */
function headingOf({ part, id, practice, group }: Fact): string | undefined {
  const [zone, sub] = id.split(".");
  if (part === "3-2" && sub !== undefined) return zone;
  if (part !== "2-4") return practice ?? group ?? undefined;
  return facts.find((it) => it.part === "2-4" && group && it.title === group)?.id;
}

/** The parts without a level stand in groups; those with one have all their requirements at the top. */
function isHeading(fact: Fact): boolean {
  return fact.part !== "3-3" && fact.part !== "4-2" && headingOf(fact) === undefined;
}

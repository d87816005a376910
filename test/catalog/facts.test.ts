import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FoundationStep } from "../../server/src/core/catalog.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";

/** One entry of the collected facts; only what is compared. */
interface Fact {
  readonly part: string;
  readonly edition: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly fr: number | null;
  readonly abbreviation?: string;
  readonly number: string;
  readonly clause?: string;
  readonly sl: readonly number[];
  readonly componentTypes: readonly string[];
  readonly subItems?: readonly string[];
  readonly placeholder?: boolean;
  readonly redirectsTo?: readonly string[];
  readonly confidence: string;
  readonly enhancements: readonly { n: number; title: string | null; sl: readonly number[] }[];
}

/** What is collected of the whole series; only what is compared. */
interface Series {
  readonly foundations: { readonly steps: readonly Omit<FoundationStep, "part">[] };
}

const FOLDER = new URL("../../../shared/facts/", import.meta.url);
const FACTS = new URL("requirements.json", FOLDER);
const isThere = existsSync(FACTS);
if (!isThere) {
  console.info("The collected facts do not stand beside this checkout: not compared with them.");
}
const facts = isThere ? (JSON.parse(readFileSync(FACTS, "utf8")) as readonly Fact[]) : [];
const components = facts.filter((it) => it.part === "4-2" && it.edition === "2019");
const catalog = builtInCatalog();

describe.skipIf(!isThere)("the collected facts", () => {
  test("name the same requirements as the catalog", () => {
    const ours = catalog.requirements.filter((it) => it.part === "4-2" && it.edition === "2019");
    expect(ours.map((it) => it.id).sort()).toEqual(components.map((it) => it.id).sort());
  });

  test.each(components.map((it) => [it.id, it] as const))("say the same of %s", (id, fact) => {
    const ours = catalog.find({ part: "4-2", edition: "2019", id });
    expect({
      kind: ours?.kind,
      title: ours?.title,
      fr: ours?.fr ?? null,
      clause: ours?.clause,
      levels: ours?.levels,
      componentTypes: ours?.componentTypes,
      items: ours?.items,
      redirectsTo: ours?.redirectsTo,
      confidence: ours?.confidence,
      enhancements: ours?.enhancements.map(({ number, title, levels }) => [number, title, levels]),
    }).toEqual({
      kind: fact.kind,
      title: fact.title,
      fr: fact.fr,
      clause: fact.clause,
      levels: fact.sl,
      componentTypes: fact.componentTypes,
      items: fact.subItems ?? [],
      redirectsTo: fact.placeholder ? fact.redirectsTo : undefined,
      confidence: fact.confidence,
      enhancements: fact.enhancements.map(({ n, title, sl }) => [n, title, sl]),
    });
  });

  test("name the same foundations", () => {
    const series = JSON.parse(readFileSync(new URL("series.json", FOLDER), "utf8")) as Series;
    expect(catalog.foundations).toEqual(
      series.foundations.steps.map(({ step, fr, requirements, restsOn }) => ({
        step,
        part: "4-2",
        fr,
        requirements,
        restsOn,
      })),
    );
  });
});

import { describe, expect, test } from "vitest";
import type { MappingTarget } from "../../server/src/core/catalog/mapping.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { areFactsHere, collected } from "./collectedFacts.ts";

interface Place {
  readonly part: string;
  readonly ids?: readonly string[];
  readonly inferredIds?: boolean;
}

interface Mitigation {
  readonly mitigation: string;
  readonly name: string;
  readonly iec_4_2: readonly string[];
  readonly iec_3_3?: readonly string[];
}

/** What was collected of other documents; only what is compared. */
const mappings = collected("mappings.json", {
  cr_to_sr: [] as { component: string; system: string | null }[],
  sr_without_component_requirement: [] as string[],
  cra: { rows: [] as { cra: string; basis: string; confidence: string; targets: Place[] }[] },
  nis2: { rows: [] as { nis2: string; subject: string; targets: string[] }[] },
  mitre_attack_ics: { rows: [] as Mitigation[] },
  mitre_emb3d: { rows: [] as Mitigation[] },
});

const catalog = builtInCatalog();

function mappingOf(name: string) {
  const mapping = catalog.mappings.find((it) => it.name === name);
  if (mapping === undefined) throw new Error(`There is no mapping ${name}.`);
  return mapping;
}

/** A row as it counts: with what it takes over from its mapping. */
function rowsOf(name: string) {
  const { basis, confidence, rows } = mappingOf(name);
  return rows.map((it) => ({ basis, confidence, ...it }));
}

describe.skipIf(!areFactsHere)("the collected facts", () => {
  test.each(mappings.cra.rows.map((it, i) => [it.cra, it, i] as const))(
    "say the same of %s of the CRA",
    (_, fact, i) => {
      const { title, basis, ...row } = rowsOf("CRA")[i] ?? {};
      expect(row).toEqual({
        id: fact.cra,
        confidence: fact.confidence,
        targets: fact.targets.map(({ part, ids, inferredIds }) => ({
          part,
          ids,
          inferred: inferredIds,
        })),
      });
      const isPlain = fact.basis === "JRC/ENISA";
      expect(basis).toBe(isPlain ? mappingOf("CRA").basis : fact.basis);
      expect(title).toMatch(/^[A-Z][a-z -,]+$/);
    },
  );

  test.each(mappings.nis2.rows.map((it, i) => [it.nis2, it, i] as const))(
    "say the same of %s of NIS 2",
    (_, fact, i) => {
      const { id, title, confidence, targets = [] } = rowsOf("NIS 2")[i] ?? {};
      expect([id, title?.toLowerCase()]).toEqual([
        `Art. 21(2)${fact.nis2}`,
        fact.subject.toLowerCase(),
      ]);
      expect(targets.flatMap(written).sort()).toEqual([...fact.targets].sort());
      expect([confidence, targets.every((it) => it.inferred)]).toEqual(["low", true]);
    },
  );

  test.each([
    ...mappings.mitre_attack_ics.rows.map((it, i) => ["ATT&CK", it.mitigation, it, i] as const),
    ...mappings.mitre_emb3d.rows.map((it, i) => ["EMB3D", it.mitigation, it, i] as const),
  ])("say the same of %s %s", (name, _, fact, i) => {
    const { basis, ...row } = rowsOf(name)[i] ?? {};
    const { iec_4_2, iec_3_3 = [] } = fact;
    const places = [
      { part: "4-2", ids: iec_4_2 },
      { part: "3-3", ids: iec_3_3 },
    ];
    expect(row).toEqual({
      id: fact.mitigation,
      title: fact.name,
      confidence: "high",
      targets: places.filter(({ ids }) => ids.length > 0),
    });
  });

  test.each([
    ["CRA", mappings.cra.rows],
    ["NIS 2", mappings.nis2.rows],
    ["ATT&CK", mappings.mitre_attack_ics.rows],
    ["EMB3D", mappings.mitre_emb3d.rows],
  ])("have as many rows for %s", (name, rows) => {
    expect(mappingOf(name).rows).toHaveLength(rows.length);
  });

  test("name the same counterparts", () => {
    expect(catalog.counterparts).toEqual(
      mappings.cr_to_sr.map(({ component, system }) => ({ component, system })),
    );
  });

  test("name the same requirements of a system that no component serves", () => {
    const served = new Set(catalog.counterparts.map((it) => it.system));
    const rest = catalog.requirements.filter((it) => it.part === "3-3" && !served.has(it.id));
    expect(rest.map((it) => it.id)).toEqual(mappings.sr_without_component_requirement);
  });
});

/** As the facts write the places of NIS 2: the part only where the id does not tell it. */
function written({ part, edition, ids = [""] }: MappingTarget): readonly string[] {
  const isTold = ["1-1", "3-3", "4-2"].includes(part);
  const prefix = isTold ? "" : `${part}${edition === undefined ? "" : `:${edition}`} `;
  return ids.map((it) => `${prefix}${it}`.trim());
}

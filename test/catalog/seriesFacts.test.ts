import { describe, expect, test } from "vitest";
import type { FoundationStep } from "../../server/src/core/catalog.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { areFactsHere, collected } from "./collectedFacts.ts";

interface Document {
  readonly part: string;
  readonly designation: string;
  readonly title: string;
  readonly url: string;
}

/** What was collected of the whole series; only what is compared. */
const series = collected("series.json", {
  groups: [] as { group: string; documents: string[] }[],
  documents: [] as Document[],
  roles: [] as { role: string; parts: string[] }[],
  law: [] as { law: string; designation: string; parts: string[] }[],
  foundations: { steps: [] as Omit<FoundationStep, "part">[] },
});

const catalog = builtInCatalog();

describe.skipIf(!areFactsHere)("the collected facts", () => {
  test("name the same groups, roles and laws", () => {
    const { groups, roles, laws } = catalog.series;
    expect({
      groups: groups.map(({ group, parts }) => [group, parts]),
      roles: roles.map(({ role, parts }) => [role, parts]),
      laws: laws.map(({ law, designation, parts }) => [law, designation, parts]),
    }).toEqual({
      groups: series.groups.map(({ group, documents }) => [group, documents]),
      roles: series.roles.map(({ role, parts }) => [role, parts]),
      laws: series.law.map(({ law, designation, parts }) => [law, designation, parts]),
    });
  });

  test.each(series.documents.map((it) => [it.part, it] as const))(
    "name the same document for %s",
    (part, { designation, title, url }) => {
      const ours =
        catalog.series.documents.find((it) => it.part === part) ??
        catalog.parts.find((it) => it.part === part)?.document;
      expect(ours).toMatchObject({ designation, url });
      // What was collected as the title of this one is a remark about two titles.
      if (part === "1-5") expect(title).toContain(ours?.title.toLowerCase());
      else expect(ours?.title).toBe(title);
    },
  );

  test("name the same foundations", () => {
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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMet, isOpen } from "../../../server/src/core/coverage/state.ts";
import { type Coverage, coverageOf, levelReached } from "../../../server/src/core/coverage.ts";
import { formatReference } from "../../../server/src/core/reference.ts";
import { TODAY } from "../../support/snapshotOf.ts";
import {
  type Product,
  product,
  reference,
  snapshotOfProduct,
  statementOf,
} from "./randomProducts.ts";

function coverageOfProduct(told: Product): Coverage {
  const snapshot = snapshotOfProduct(told, TODAY);
  const [project] = snapshot.projects;
  if (project === undefined) throw new Error("There is a project.");
  return coverageOf(snapshot, project);
}

const saidToo = (told: Product, line: string): Product => ({
  ...told,
  lines: [...told.lines, line],
});

const share = ({ met, applicable }: Coverage["totals"]) =>
  applicable === 0 ? 1 : met / applicable;

describe("whatever is said of whatever catalog", () => {
  test("a claim more that code implements something lowers nothing", () => {
    fc.assert(
      fc.property(product, reference, (told, name) => {
        const before = coverageOfProduct(told);
        const after = coverageOfProduct(saidToo(told, name));
        expect(after.totals.met).toBeGreaterThanOrEqual(before.totals.met);
        expect(after.totals.verified).toBeGreaterThanOrEqual(before.totals.verified);
        expect(after.totals.applicable).toBe(before.totals.applicable);
        expect(share(after.totals)).toBeGreaterThanOrEqual(share(before.totals));
        expect(levelReached(after)).toBeGreaterThanOrEqual(levelReached(before));
        for (const [index, { fr, reached }] of before.levels.entries()) {
          expect(after.levels[index]?.fr).toBe(fr);
          expect(after.levels[index]?.reached).toBeGreaterThanOrEqual(reached);
        }
      }),
    );
  });

  test("what does not apply, said by code, never counts as met", () => {
    const whole = reference.filter((it) => !/\([a-z]\)$/.test(it));
    fc.assert(
      fc.property(product, whole, (told, name) => {
        const after = coverageOfProduct(saidToo(told, `not-applicable ${name}: why`));
        expect(after.totals.met).toBeLessThanOrEqual(coverageOfProduct(told).totals.met);
      }),
    );
  });

  test("what does not apply, said by the project file, never counts as met", () => {
    const whole = statementOf(fc.constant("not-applicable")).filter(
      (it) => it.reference.item === undefined,
    );
    fc.assert(
      fc.property(product, whole, (told, statement) => {
        const statements = [...(told.project.statements ?? []), statement];
        const after = coverageOfProduct({ ...told, project: { ...told.project, statements } });
        expect(after.totals.met).toBeLessThanOrEqual(coverageOfProduct(told).totals.met);
      }),
    );
  });

  test("a letter that does not apply meets nothing by itself: each other letter is met or it is not", () => {
    const letter = reference.filter((it) => /\([a-z]\)$/.test(it));
    fc.assert(
      fc.property(product, letter, (told, name) => {
        const after = coverageOfProduct(saidToo(told, `not-applicable ${name}: why`));
        const met = after.items.filter((it) => isMet(it.state));
        const says = new Set(["implements", "compensating"]);
        for (const { sayings } of met)
          expect(sayings.some((it) => says.has(it.relation))).toBe(true);
      }),
    );
  });

  test("the totals add up, and cells and blockers are those of the items", () => {
    fc.assert(
      fc.property(product, (told) => {
        const { items, totals, levels, blockers } = coverageOfProduct(told);
        const { verified, implemented, compensated, partial, planned, missing } = totals;
        expect(totals.met).toBe(verified + implemented + compensated);
        expect(totals.applicable).toBe(totals.met + partial + planned + missing);
        expect(items.length).toBe(totals.applicable + totals.notApplicable);
        const open = items.filter((it) => isOpen(it.state));
        expect(blockers).toEqual(open.map((it) => it.reference));
        expect(totals.applicable - totals.met).toBe(blockers.length);

        const everything = coverageOfProduct({ ...told, project: withoutTarget(told.project) });
        for (const { fr, reached, cells } of levels) {
          for (const { level, applicable, met, blockers } of cells) {
            const asked = everything.items.filter(
              (it) => it.fr === fr && (it.levels.length === 0 || it.levels.includes(level)),
            );
            expect(met).toBe(asked.filter((it) => isMet(it.state)).length);
            expect(blockers.map(formatReference)).toEqual(
              asked.filter((it) => isOpen(it.state)).map((it) => formatReference(it.reference)),
            );
            expect(applicable).toBe(met + blockers.length);
          }
          const isBlocked = (level: number) =>
            cells.some((it) => it.level <= level && it.blockers.length > 0);
          expect(isBlocked(reached)).toBe(false);
          if (reached < 4) expect(isBlocked(reached + 1)).toBe(true);
        }
      }),
    );
  });
});

function withoutTarget({ target, ...project }: Product["project"]): Product["project"] {
  return project;
}

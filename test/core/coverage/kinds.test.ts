import fc from "fast-check";
import { expect, test } from "vitest";
import { contradictionOf, opponentsOf } from "../../../server/src/core/coverage/contradictions.ts";
import { itemsOf } from "../../../server/src/core/coverage/items.ts";
import { stateOf } from "../../../server/src/core/coverage/state.ts";
import { TODAY } from "../../support/snapshotOf.ts";
import { product, snapshotOfProduct } from "./randomProducts.ts";

test("the first saying of each kind decides what all of them would", () => {
  fc.assert(
    fc.property(product, (told) => {
      const snapshot = snapshotOfProduct(told, TODAY);
      for (const item of snapshot.projects.flatMap((it) => itemsOf(snapshot, it))) {
        const { sayings, kinds, reference, requirement } = item;
        const letters = reference.enhancement === undefined ? requirement.items : [];
        expect(item.state).toBe(stateOf(sayings, letters));
        // Each is the first of its kind, and they keep their order.
        expect(sayings.filter((it) => kinds.includes(it))).toEqual(kinds);
        const denies = sayings.find(
          (it) => it.relation === "not-applicable" && opponentsOf(item, it).length > 0,
        );
        expect(contradictionOf(item)?.denies).toBe(denies);
        if (denies !== undefined)
          expect(contradictionOf(item)?.claims).toBe(opponentsOf(item, denies)[0]);
      }
    }),
    { numRuns: 200 },
  );
});

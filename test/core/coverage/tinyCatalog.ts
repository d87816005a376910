import {
  Catalog,
  COMPONENT_TYPES,
  type Requirement,
  type SecurityLevel,
} from "../../../server/src/core/catalog.ts";

const ALL_LEVELS: readonly SecurityLevel[] = [1, 2, 3, 4];

type Written = Omit<Requirement, "part" | "edition">;

function requirement(id: string, rest: Partial<Written> = {}): Written {
  const plain = {
    kind: id.split(" ", 1)[0] ?? "",
    levels: ALL_LEVELS,
    enhancements: [],
    items: [],
  };
  return { id, ...plain, componentTypes: COMPONENT_TYPES, confidence: "high", ...rest };
}

function enhancement(number: number, ...levels: readonly SecurityLevel[]) {
  return { number, summary: "", levels };
}

const document = { designation: "A", title: "B", url: "https://example.com" };

/**
 * So few requirements that all of an answer can be worked out by hand. An embedded device has six
 * items; CR 5.1 is asked for from SL 3 on only, and CR 3.2 is a heading without a requirement.
 */
export const TINY = new Catalog({
  parts: [
    {
      part: "4-2",
      edition: "2019",
      document,
      requirements: [
        requirement("CCSC 1"),
        requirement("CR 1.1", { fr: 1, enhancements: [enhancement(1, 2, 3, 4)] }),
        requirement("CR 1.5", { fr: 1, items: ["a", "b"] }),
        requirement("CR 3.2", { fr: 3, levels: [], redirectsTo: ["EDR 3.2", "HDR 3.2"] }),
        requirement("EDR 3.2", { fr: 3, componentTypes: ["EDR"] }),
        requirement("HDR 3.2", {
          fr: 3,
          componentTypes: ["HDR"],
          enhancements: [enhancement(1, 3, 4)],
        }),
        requirement("CR 5.1", { fr: 5, levels: [3, 4] }),
      ],
    },
    {
      part: "4-1",
      edition: "2018",
      document,
      requirements: [requirement("SM-1", { kind: "SM", levels: [], componentTypes: [] })],
    },
  ],
});

import type { Relation } from "../core/annotation.ts";

/** What each relation says, in a sentence; the claim's text where it is asked for. */
export const RELATION_TEXTS: Readonly<Record<Relation, string>> = {
  implements: "This code meets the requirement. It is meant where no relation is written.",
  partial: "This code meets a part of the requirement. The text behind it says what is missing.",
  verifies: "This test shows that the requirement is met.",
  planned: "The requirement will be met here. Name the issue or the date in the text.",
  compensating:
    "The requirement is met by something else: the platform, the configuration, the integrator's system. The text behind it says by what.",
  "not-applicable":
    "The requirement does not apply to this component. The text behind it says why.",
};

/** What the marker itself means. */
export const MARKER_TEXT =
  "Says which requirement of IEC 62443 the next line of code stands for, or the code before it on its own line.";

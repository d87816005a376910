import { duplicateClaim } from "./duplicateClaim.ts";
import { malformedAnnotation } from "./malformedAnnotation.ts";
import { noncanonicalReference } from "./noncanonicalReference.ts";
import { placeholderRequirement } from "./placeholderRequirement.ts";
import { reasonRequired } from "./reasonRequired.ts";
import type { Rule } from "./rule.ts";
import { unknownFileType } from "./unknownFileType.ts";
import { unknownRequirement } from "./unknownRequirement.ts";

/** Every rule, the most serious first. A new rule is a new file and a line here. */
export const RULES: readonly Rule[] = [
  malformedAnnotation,
  unknownRequirement,
  reasonRequired,
  placeholderRequirement,
  unknownFileType,
  duplicateClaim,
  noncanonicalReference,
];

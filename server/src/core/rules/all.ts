import { contradiction } from "./contradiction.ts";
import { duplicateClaim } from "./duplicateClaim.ts";
import { enhancementWithoutBase } from "./enhancementWithoutBase.ts";
import { expiredStatement } from "./expiredStatement.ts";
import { malformedAnnotation } from "./malformedAnnotation.ts";
import { missingFoundation } from "./missingFoundation.ts";
import { noncanonicalReference } from "./noncanonicalReference.ts";
import { otherComponent } from "./otherComponent.ts";
import { otherPart } from "./otherPart.ts";
import { otherTitle } from "./otherTitle.ts";
import { placeholderRequirement } from "./placeholderRequirement.ts";
import { reasonRequired } from "./reasonRequired.ts";
import type { Rule } from "./rule.ts";
import { uncovered } from "./uncovered.ts";
import { unknownFileType } from "./unknownFileType.ts";
import { unknownRequirement } from "./unknownRequirement.ts";
import { unverified } from "./unverified.ts";

/** Every rule, the most serious first. A new rule is a new file and a line here. */
export const RULES: readonly Rule[] = [
  malformedAnnotation,
  unknownRequirement,
  reasonRequired,
  contradiction,
  placeholderRequirement,
  otherComponent,
  otherTitle,
  enhancementWithoutBase,
  expiredStatement,
  unknownFileType,
  otherPart,
  missingFoundation,
  uncovered,
  unverified,
  duplicateClaim,
  noncanonicalReference,
];

/** The rules that need no other file of the project: they hold also while not all is read. */
export const RULES_OF_ONE_FILE: readonly Rule[] = RULES.filter((it) => it.scope === "file");

import { ResponseError } from "vscode-languageserver";
import { isReason } from "../core/annotation.ts";
import { COMPONENT_TYPES, componentWord, SECURITY_LEVELS } from "../core/catalog.ts";
import { STATUSES } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { namedRequirement } from "../features/namedRequirement.ts";
import { newProjectFileEdit, projectEdit } from "../features/projectEdit.ts";
import { normaliseUri } from "../workspace/uris.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import {
  type Answer,
  applied,
  projectNamed,
  refused,
  STILL_READING,
  wrong,
} from "./commandAnswers.ts";
import { type Given, listOf, oneOf, optional, words } from "./commandArguments.ts";
import { isUri } from "./uris.ts";

/** Absent: the only product there is. */
export const PROJECT = optional(words("the product's name or the uri of its folder"));

export const CREATE_PROJECT_FILE = {
  folder: optional(words("the uri of a folder")),
  product: optional(words("the product's name")),
  components: optional(listOf(COMPONENT_TYPES.map(componentWord))),
  target: optional(oneOf(SECURITY_LEVELS)),
};

/** Makes the project file of a folder. */
export function createProjectFile(
  options: AnswerOptions,
  { folder: named, product = "", components = [], target }: Given<typeof CREATE_PROJECT_FILE>,
): Answer | Promise<Answer> {
  if (options.indexing()) return refused(STILL_READING);
  const { snapshot } = options.workspace;
  const roots = snapshot.projects.map((it) => it.root);
  const folder = named === undefined && roots.length === 1 ? roots[0] : named;
  if (folder === undefined || !/^file:\/\/\//.test(folder) || !isUri(folder)) {
    const is = folder === undefined ? "is missing" : `is ${JSON.stringify(folder)}`;
    return wrong(
      `The argument "folder" ${is}: the uri of a folder is expected, as in file:///product.`,
    );
  }
  const wanted = { folder: normaliseUri(folder), product, components };
  const edit = newProjectFileEdit(
    snapshot,
    { ...wanted, ...(target !== undefined && { target }) },
    options.support,
  );
  if (edit === undefined)
    return refused(`${wanted.folder} has a project file already. Change that one.`);
  return applied(options, "Create the project file", edit);
}

export const SET_TARGET = { target: oneOf(SECURITY_LEVELS), project: PROJECT };

/** Writes another target level. */
export function setTarget(
  options: AnswerOptions,
  { target, project }: Given<typeof SET_TARGET>,
): Answer | Promise<Answer> {
  const named = projectNamed(options, project);
  if (named instanceof ResponseError) return named;
  const change = { kind: "target", project: named.root, target } as const;
  return applied(
    options,
    "Set the target level",
    projectEdit(options.workspace.snapshot, change, options.support),
  );
}

export const MARK_REQUIREMENT = {
  requirement: words("the id of a requirement, such as CR 1.5"),
  status: oneOf(STATUSES),
  reason: optional(words("a sentence")),
  owner: optional(words("who answers for it")),
  project: PROJECT,
};

/** Statements that say less than that code meets a requirement are worth what their reason says. */
const NEED_REASON: readonly string[] = ["not-applicable", "compensating"];

/** Writes a statement about a requirement, reviewed today. */
export function markRequirement(
  options: AnswerOptions,
  { requirement, status, reason, owner, project }: Given<typeof MARK_REQUIREMENT>,
): Answer | Promise<Answer> {
  const named = projectNamed(options, project);
  if (named instanceof ResponseError) return named;
  const { snapshot } = options.workspace;
  const reference = namedRequirement(snapshot, named, requirement);
  if ("problem" in reference) {
    return wrong(
      `The argument "requirement" is ${JSON.stringify(requirement)}. ${reference.problem}`,
    );
  }
  if (NEED_REASON.includes(status) && !isReason(reason ?? "")) {
    return wrong(
      `The argument "reason" is missing: for ${status} a sentence is expected that an assessor reads.`,
    );
  }
  const change = {
    kind: "statement",
    project: named.root,
    part: reference.part,
    reference: formatReference(reference),
    status,
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
  } as const;
  return applied(
    options,
    `Mark ${formatReference(reference)}`,
    projectEdit(snapshot, change, options.support),
  );
}

import type { WorkspaceEdit } from "vscode-languageserver-types";
import { readReferences } from "../core/annotation/references.ts";
import {
  COMPONENT_TYPES,
  componentWord,
  SECURITY_LEVELS,
  type SecurityLevel,
} from "../core/catalog.ts";
import { defaultProject, formsOf, type Project, STATUSES } from "../core/project.ts";
import { type NewStatement, statementEdit, targetEdit } from "../core/projectFile/edits.ts";
import { PROJECT_FILES } from "../core/projectFile/names.ts";
import { type NewProject, templateOf } from "../core/projectFile/template.ts";
import type { Edit } from "../core/rules/rule.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** What a project file is to say besides, as it comes from the client: nothing is believed of it. */
export type ProjectChange = StatementChange | TargetChange;

export interface StatementChange {
  readonly kind: "statement";
  /** Uri of the project's folder. */
  readonly project: string;
  readonly part: string;
  readonly reference: string;
  readonly status: string;
  readonly reason?: string;
  readonly owner?: string;
}

export interface TargetChange {
  readonly kind: "target";
  readonly project: string;
  readonly target: number;
}

export interface ProjectEditOptions {
  /** Whether an edit may make a file before it writes into it. */
  readonly createsFiles: boolean;
}

export interface ProjectEdit {
  /** Uri of the project file. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
}

/**
 * How the project file of a project has to be changed, or made where there is none; nothing where the
 * change means nothing, or where the file has to be corrected first.
 */
export function projectEdit(
  snapshot: Snapshot,
  change: ProjectChange,
  options: ProjectEditOptions,
): ProjectEdit | undefined {
  const project = snapshot.projects.find((it) => it.root === change.project);
  if (project === undefined) return undefined;
  const said =
    change.kind === "target" ? toTarget(change.target) : toStatement(snapshot, project, change);
  if (said === undefined) return undefined;
  if (project.file !== undefined) {
    return inFile(
      project.file,
      typeof said === "number" ? targetEdit(project, said) : statementEdit(project, said),
    );
  }
  const { product, components, parts, target } = project;
  const profile = { product, components, parts };
  const file = newFile(
    snapshot,
    project.root,
    typeof said === "number"
      ? { ...profile, target: said }
      : { ...profile, ...(target !== undefined && { target }), statements: [said] },
  );
  return file && made(file, options);
}

function toTarget(wanted: number | undefined): SecurityLevel | undefined {
  return SECURITY_LEVELS.find((it) => it === wanted);
}

/** The statement, with today as the day on which it was looked at. */
function toStatement(
  { today }: Snapshot,
  project: Project,
  { part, reference: written, status: word, reason, owner }: StatementChange,
): NewStatement | undefined {
  const status = STATUSES.find((it) => it === word);
  const reference = [written, `${part} ${written}`]
    .flatMap((it) => readReferences(it, formsOf(project)).references)
    .find((it) => it.part === part);
  if (status === undefined || reference === undefined) return undefined;
  return {
    reference,
    status,
    ...(isSaid(reason) && { reason: reason.trim() }),
    ...(isSaid(owner) && { owner: owner.trim() }),
    reviewed: today,
  };
}

function isSaid(text: unknown): text is string {
  return typeof text === "string" && text.trim() !== "";
}

function inFile(uri: string, edits: readonly Edit[] | undefined): ProjectEdit | undefined {
  if (edits === undefined) return undefined;
  const changes = { [uri]: edits.map(({ range, newText }) => ({ range, newText })) };
  return { uri, edit: { changes } };
}

/** Makes the file first, where the client can; others make it when its text comes. */
function made({ uri, text }: NewFile, { createsFiles }: ProjectEditOptions): ProjectEdit {
  const edits = [{ range: { start: BEGIN, end: BEGIN }, newText: text }];
  if (!createsFiles) return { uri, edit: { changes: { [uri]: edits } } };
  return {
    uri,
    edit: {
      documentChanges: [
        { kind: "create", uri },
        { textDocument: { uri, version: null }, edits },
      ],
    },
  };
}

const BEGIN = { line: 0, character: 0 };

/** What a new project file is to say, as it comes from the client. */
export interface NewProjectFileRequest {
  readonly folder: string;
  readonly product: string;
  /** As in a project file: `embedded-device`. */
  readonly components: readonly string[];
  readonly target?: number;
}

/** The text of a new project file and its uri; nothing where one is there already. */
export function newProjectFile(
  snapshot: Snapshot,
  { folder, product, components, target: wanted }: NewProjectFileRequest,
): NewFile | undefined {
  const target = toTarget(wanted);
  return newFile(snapshot, folder, {
    product: product.trim() === "" ? defaultProject(folder).product : product.trim(),
    components: COMPONENT_TYPES.filter((it) => components.includes(componentWord(it))),
    ...(target !== undefined && { target }),
  });
}

/** The same as an edit that makes the file. */
export function newProjectFileEdit(
  snapshot: Snapshot,
  request: NewProjectFileRequest,
  options: ProjectEditOptions,
): ProjectEdit | undefined {
  const file = newProjectFile(snapshot, request);
  return file && made(file, options);
}

interface NewFile {
  readonly uri: string;
  readonly text: string;
}

function newFile(
  { projects, skipped, today }: Snapshot,
  folder: string,
  project: NewProject,
): NewFile | undefined {
  const [name] = PROJECT_FILES;
  const isTaken =
    projects.some((it) => it.root === folder && it.file !== undefined) ||
    skipped.some((it) => PROJECT_FILES.some((name) => it.uri === `${folder}/${name}`));
  return isTaken ? undefined : { uri: `${folder}/${name}`, text: templateOf(project, today) };
}

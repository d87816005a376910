import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Project } from "../core/project.ts";
import { projectsToReport } from "../core/report/coverage/report.ts";
import type { ProjectEdit } from "../features/projectEdit.ts";
import { normaliseUri } from "../workspace/uris.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import { isUri } from "./uris.ts";

/** What a command answers; an error's sentence is for the person who gave it. */
export type Answer = object | ResponseError<never> | null;

export const STILL_READING = "Files are still being read. Try again when that is over.";

/** The project that was named, or the only one there is. */
export function projectNamed(
  { workspace, indexing }: AnswerOptions,
  named: string | undefined,
): Project | ResponseError<never> {
  // A project file that is not read yet would be taken for none.
  if (indexing()) return refused(STILL_READING);
  const known = projectsToReport(workspace.snapshot);
  const uri = named !== undefined && isUri(named) ? normaliseUri(named) : named;
  const fitting =
    named === undefined ? known : known.filter((it) => it.root === uri || it.product === named);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  const is = named === undefined ? "is missing" : `is ${JSON.stringify(named)}`;
  const names = known.map((it) => `${it.product} (${it.root})`).join(", ");
  return known.length === 0
    ? refused("No folder is open, so there is no product.")
    : wrong(`The argument "project" ${is}: the name or uri of one of these is expected: ${names}.`);
}

/** Has the client apply an edit where it can; others get it to do so themselves. */
export async function applied(
  { connection, positions, support }: AnswerOptions,
  label: string,
  change: ProjectEdit | undefined,
): Promise<Answer> {
  if (change === undefined) {
    return refused("The project file cannot be changed as it is. Mend what is wrong in it first.");
  }
  const { uri, edit } = change;
  if (!support.appliesEdits) return { uri, applied: false, edit };
  // Only what is answered is translated by the connection itself.
  const answer = await connection.workspace.applyEdit({ label, edit: positions.toWire(edit) });
  if (answer.applied) return { uri, applied: true };
  const why = answer.failureReason === undefined ? "" : ` It says: ${answer.failureReason}`;
  return refused(`The editor did not apply the change of ${uri}.${why}`);
}

/** An argument means nothing here. */
export function wrong(sentence: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidParams, sentence);
}

/** What is asked for cannot be done now. */
export function refused(sentence: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

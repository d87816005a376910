import { insertionAt } from "../core/annotation/insertion.ts";
import { readReferences } from "../core/annotation/references.ts";
import { RELATIONS } from "../core/annotation.ts";
import { formsOf } from "../core/project.ts";
import { projectOf } from "../core/snapshot.ts";
import { claimNear } from "../features/claimNear.ts";
import { claimsOfLens, codeLenses, codeLensResolve } from "../features/codeLens.ts";
import { inlayHintResolve, inlayHints } from "../features/inlayHints.ts";
import { statistics } from "../features/statistics.ts";
import type { AnnotationEdit, AnnotationEditParams } from "../protocol/annotations.ts";
import type { Statistics } from "../protocol/statistics.ts";
import { normaliseUri } from "../workspace/uris.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answerOwn } from "./answerOwn.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import { answerTokens } from "./answerTokens.ts";
import { clientLog } from "./clientLog.ts";
import { handle } from "./handle.ts";

/** Connects the requests about annotations where they stand. */
export function answerInCode(options: AnswerOptions): void {
  answerCodeLens(options);
  answerInlayHints(options);
  answerTokens(options);
  const { connection, workspace } = options;
  answerOwn(connection, "iec62443/annotationEdit", FAULT, (params) =>
    annotationEdit(workspace, params),
  );
  answerOwn(connection, "iec62443/annotations", [], ({ uri }) =>
    (workspace.snapshot.index.inFile(normaliseUri(uri))?.annotations ?? []).map((it) => it.range),
  );
  answerOwn(
    connection,
    "iec62443/claimNear",
    null,
    ({ uri, position }) => claimNear(workspace.snapshot, normaliseUri(uri), position) ?? null,
  );
  answerOwn(connection, "iec62443/claimsOfLens", [], ({ uri, reference }) => {
    const file = normaliseUri(uri);
    const { snapshot } = workspace;
    const [named] = readReferences(reference, formsOf(projectOf(snapshot, file))).references;
    return named === undefined ? [] : claimsOfLens(snapshot, file, named);
  });
  answerOwn(connection, "iec62443/statistics", null, () => statisticsOf(options));
}

function answerCodeLens({ connection, support, workspace }: AnswerOptions): void {
  const log = clientLog(connection);
  connection.onCodeLens(
    handle(log, "code lens", null, ({ textDocument }) =>
      workspace.config.codeLens
        ? [...codeLenses(workspace.snapshot, normaliseUri(textDocument.uri))]
        : null,
    ),
  );
  connection.onCodeLensResolve(async (lens, token) => {
    const options = { showsClaims: support.pages };
    const resolve = handle(log, "code lens text", lens, () =>
      codeLensResolve(workspace.snapshot, lens, options),
    );
    return resolve(lens, token);
  });
}

function answerInlayHints({ connection, support, workspace }: AnswerOptions): void {
  const log = clientLog(connection);
  const requests = connection.languages.inlayHint;
  requests.on(
    handle(log, "inlay hints", null, ({ textDocument, range }) =>
      workspace.config.inlayHints
        ? [...inlayHints(workspace.snapshot, normaliseUri(textDocument.uri), range)]
        : null,
    ),
  );
  requests.resolve(async (hint, token) => {
    const resolve = handle(log, "inlay hint text", hint, () =>
      inlayHintResolve(workspace.snapshot, hint, support.hover),
    );
    return resolve(hint, token);
  });
}

const FAULT: AnnotationEdit = {
  problem: "The annotation could not be written: the log of the language server says why.",
};

function annotationEdit(
  workspace: Workspace,
  { uri, position, part, reference, relation = "implements", text }: AnnotationEditParams,
): AnnotationEdit {
  const file = normaliseUri(uri);
  const document = workspace.openDocument(file);
  const forms = formsOf(projectOf(workspace.snapshot, file));
  const read = readReferences(reference, forms);
  const named = read.references.find((it) => part === undefined || it.part === part);
  const known = RELATIONS.find((it) => it === relation);
  if (document === undefined) return { problem: "The file is not open in the editor." };
  if (named === undefined)
    return { problem: read.problem ?? `${reference} is not of part ${part}.` };
  if (known === undefined) return { problem: `${relation} is no relation of an annotation.` };
  const wanted = { reference: named, relation: known, ...(text === undefined ? {} : { text }) };
  const { edit, problem } = insertionAt(document.text, document.language, position, wanted, forms);
  return edit === undefined ? { problem } : { edit };
}

function statisticsOf({ workspace, indexing, problems, machine }: AnswerOptions): Statistics {
  const { annotatedFiles, ...counts } = statistics(workspace.snapshot);
  const { lastLoad } = workspace;
  return {
    indexing: indexing(),
    server: machine(),
    ...(lastLoad === undefined ? {} : { lastLoad }),
    files: { annotated: annotatedFiles, open: workspace.openDocuments },
    ...counts,
    problems: problems().length,
  };
}

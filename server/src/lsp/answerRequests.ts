import type { Connection } from "vscode-languageserver";
import { isProjectFile } from "../core/projectFile/names.ts";
import { requirementPage } from "../core/report/requirementPage.ts";
import { codeActions } from "../features/codeActions.ts";
import { completion } from "../features/completion.ts";
import { completionResolve } from "../features/completionResolve.ts";
import { definition } from "../features/definition.ts";
import { exclusion } from "../features/exclusion.ts";
import { hover } from "../features/hover.ts";
import { ignoreActions } from "../features/ignoreActions.ts";
import { asksToInsert, insertActions } from "../features/insertActions.ts";
import { newProjectFile, projectEdit } from "../features/projectEdit.ts";
import { projectFileCompletion } from "../features/projectFileCompletion.ts";
import { projectFileHover } from "../features/projectFileHover.ts";
import { references } from "../features/references.ts";
import { requirementList } from "../features/requirementList.ts";
import type { CoverageResult } from "../protocol/coverage.ts";
import type { ServerStatistics } from "../protocol/statistics.ts";
import { inSlices } from "../workspace/slices.ts";
import { normaliseUri } from "../workspace/uris.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answerCommands } from "./answerCommands.ts";
import { answerInCode } from "./answerInCode.ts";
import { answerNavigation, linksOrPlaces } from "./answerNavigation.ts";
import { answerOwn } from "./answerOwn.ts";
import { answerTools } from "./answerTools.ts";
import { baselineText } from "./baselineToWire.ts";
import { claimsOnWire } from "./claimsToWire.ts";
import { clientLog } from "./clientLog.ts";
import type { ClientSupport } from "./clientSupport.ts";
import { handle } from "./handle.ts";
import { inPieces } from "./inPieces.ts";
import type { Positions } from "./positions.ts";
import { reportOnWire } from "./reportToWire.ts";
import { toWire } from "./toWire.ts";
import { wireInSteps } from "./wireInSteps.ts";

const UNKNOWN_COVERAGE: CoverageResult = {
  indexing: false,
  foundational: [],
  projects: [],
  skipped: [],
  problems: ["The coverage could not be worked out: the log of the language server says why."],
};

const NOT_EXCLUDED = {
  problem: "The folder could not be left out: the log of the language server says why.",
};

export interface AnswerOptions {
  readonly connection: Connection;
  /** For what the connection does not translate by itself. */
  readonly positions: Positions;
  readonly support: ClientSupport;
  readonly workspace: Workspace;
  /** The version of a document that is open. */
  readonly version: (uri: string) => number | undefined;
  /** Whether the index still grows. */
  readonly indexing: () => boolean;
  /** Reads every folder afresh. */
  readonly reindex: () => Promise<void>;
  /** Sentences about settings or folders that could not be used. */
  readonly problems: () => readonly string[];
  readonly machine: () => ServerStatistics;
}

/** Connects every request with the function that answers it. */
export function answerRequests(options: AnswerOptions): void {
  answerAboutPlaces(options);
  answerCompletion(options);
  answerInCode(options);
  answerNavigation(options);
  answerTools(options);
  answerOwnRequests(options);
  answerCommands(options);
}

function answerAboutPlaces(options: AnswerOptions): void {
  const { connection, support, workspace } = options;
  const log = clientLog(connection);
  connection.onHover(
    handle(log, "hover", null, ({ textDocument, position }) => {
      const uri = normaliseUri(textDocument.uri);
      const { snapshot } = workspace;
      const open = isProjectFile(uri) ? workspace.openDocument(uri) : undefined;
      const inProjectFile =
        open && projectFileHover(snapshot, { uri, ...open }, position, support.hover);
      return inProjectFile ?? hover(snapshot, uri, position, support.hover) ?? null;
    }),
  );
  connection.onDefinition(
    handle(log, "definition", null, ({ textDocument, position }) => {
      const uri = normaliseUri(textDocument.uri);
      const links = definition(workspace.snapshot, uri, position, support);
      return links === undefined ? null : linksOrPlaces(links, support.definitionLinks);
    }),
  );
  connection.onReferences(
    handle(log, "references", null, ({ textDocument, position, context }, token, parts) => {
      const uri = normaliseUri(textDocument.uri);
      const isDeclarationWanted = context.includeDeclaration;
      const found = references(workspace.snapshot, uri, position, isDeclarationWanted);
      return found === undefined ? null : inPieces(found, token, parts);
    }),
  );
  answerCodeActions(options);
}

function answerCodeActions({ connection, support, workspace }: AnswerOptions): void {
  const log = clientLog(connection);
  connection.onCodeAction(
    handle(log, "code action", null, ({ textDocument, range, context }) => {
      const { only } = context;
      const wanted = { range, ...(only === undefined ? {} : { only }) };
      const uri = normaliseUri(textDocument.uri);
      const actions = codeActions(workspace.snapshot, uri, wanted, support.codeActions);
      const open = workspace.openDocument(uri);
      if (open === undefined) return actions;
      const document = { uri, ...open };
      // Our own client has a command for it, which asks for everything.
      const inserts = !support.pages && asksToInsert(context);
      return [
        ...actions,
        ...(inserts ? insertActions(workspace.snapshot, document, range.start) : []),
        ...ignoreActions(workspace.snapshot, document, wanted, support.codeActions),
      ];
    }),
  );
}

function answerCompletion({ connection, support, workspace }: AnswerOptions): void {
  const log = clientLog(connection);
  connection.onCompletion(
    handle(log, "completion", null, ({ textDocument, position }) => {
      const uri = normaliseUri(textDocument.uri);
      const open = workspace.openDocument(uri);
      if (open === undefined) return null;
      const document = { uri, ...open };
      const { snapshot } = workspace;
      const inProjectFile =
        isProjectFile(uri) &&
        projectFileCompletion(snapshot, document, position, support.completion);
      if (inProjectFile) return inProjectFile;
      return completion(snapshot, document, position, support.completion) ?? null;
    }),
  );
  connection.onCompletionResolve(async (item, token) => {
    const resolve = handle(log, "completion item", item, () =>
      completionResolve(workspace.snapshot, item, support.documentation),
    );
    return resolve(item, token);
  });
}

function answerOwnRequests({
  connection,
  support,
  workspace,
  indexing,
  problems,
}: AnswerOptions): void {
  answerOwn(connection, "iec62443/coverage", UNKNOWN_COVERAGE, async () => {
    await inSlices(wireInSteps(workspace.snapshot));
    return toWire(workspace.snapshot, { indexing: indexing(), problems: problems() });
  });
  answerOwn(connection, "iec62443/claims", [], (params) =>
    claimsOnWire(workspace.snapshot, params),
  );
  answerOwn(connection, "iec62443/baselineText", null, (params) =>
    baselineText(workspace.snapshot, params, { indexing: indexing() }),
  );
  answerOwn(connection, "iec62443/report", null, (params) => {
    const asked = { ...params, project: normaliseUri(params.project) };
    return reportOnWire(workspace, asked, { indexing: indexing() });
  });
  answerOwn(
    connection,
    "iec62443/requirementPage",
    null,
    ({ uri }) => requirementPage(workspace.snapshot, uri) ?? null,
  );
  answerOwn(connection, "iec62443/requirements", [], () => requirementList(workspace.snapshot));
  answerOwn(connection, "iec62443/projectEdit", null, (params) => {
    const change = { ...params, project: normaliseUri(params.project) };
    return projectEdit(workspace.snapshot, change, support) ?? null;
  });
  answerOwn(connection, "iec62443/exclude", NOT_EXCLUDED, ({ folder }) =>
    exclusion(workspace.snapshot, normaliseUri(folder)),
  );
  answerOwn(
    connection,
    "iec62443/newProjectFile",
    null,
    (params) =>
      newProjectFile(workspace.snapshot, { ...params, folder: normaliseUri(params.folder) }) ??
      null,
  );
}

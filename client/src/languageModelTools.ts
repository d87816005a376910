import * as vscode from "vscode";
import type { FindAnnotationsParams } from "../../server/src/protocol/tools.ts";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import type { Server } from "./server.ts";
import {
  annotationsText,
  type CoverageChoice,
  coverageText,
  explainedText,
  MOST_LINES,
} from "./toolTexts.ts";

type Prepared = vscode.PreparedToolInvocation;

/** What a tool does, without what all of them have in common. */
interface Tool<T> {
  /** The answer; nothing where the server does not give one. */
  readonly answer: (input: T, token: vscode.CancellationToken) => Promise<string | undefined>;
  readonly prepare: (input: T, token: vscode.CancellationToken) => Prepared | Promise<Prepared>;
}

/**
 * Tools that a chat model of the user may call; nothing is told before. They read alone, start the server when the
 * first is called, and what holds text of the workspace is only told after the user has agreed.
 */
export function languageModelTools(server: Server): vscode.Disposable {
  const owned = new Disposables();
  // Editors that are built on VS Code may have no such service.
  if (typeof vscode.lm?.registerTool !== "function") return owned;
  const tools = {
    iec62443_get_requirement: requirementTool(server),
    iec62443_list_coverage: coverageTool(server),
    iec62443_find_annotations: annotationsTool(server),
  };
  for (const [name, tool] of Object.entries(tools)) {
    owned.add(vscode.lm.registerTool(name, registered(server, tool as Tool<unknown>)));
  }
  return owned;
}

function registered<T>(server: Server, { answer, prepare }: Tool<T>): vscode.LanguageModelTool<T> {
  return {
    prepareInvocation: async ({ input }, token) => {
      await server.start();
      return prepare(input, token);
    },
    invoke: async ({ input }, token) => {
      await server.start();
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const text = await answer(input, token);
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      if (text === undefined) throw new Error("The language server of IEC 62443 does not answer.");
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  };
}

function requirementTool(server: Server): Tool<{ readonly reference: string }> {
  const explain = (
    { reference }: { readonly reference: string },
    token: vscode.CancellationToken,
  ) => server.ask("iec62443/explain", { reference }, token);
  return {
    answer: async (input, token) => {
      const explained = await explain(input, token);
      return explained && explainedText(explained);
    },
    prepare: async (input, token) => {
      const explained = await explain(input, token);
      const isOfWorkspace = explained && "markdown" in explained && explained.isOfWorkspace;
      return {
        invocationMessage: t("Looking up {0}", input.reference),
        ...(isOfWorkspace &&
          asking(t("The answer holds text of a catalog file of this workspace."))),
      };
    },
  };
}

function coverageTool(server: Server): Tool<CoverageChoice> {
  return {
    answer: async (input, token) => {
      const coverage = await server.ask("iec62443/coverage", null, token);
      return coverage && coverageText(coverage, input);
    },
    prepare: () => ({
      invocationMessage: t("Looking up the coverage"),
      ...asking(t("The answer holds product names, reasons and next steps of this workspace.")),
    }),
  };
}

function annotationsTool(server: Server): Tool<Omit<FindAnnotationsParams, "most">> {
  return {
    answer: async (input, token) => {
      const params = { ...input, most: MOST_LINES };
      const found = await server.ask("iec62443/findAnnotations", params, token);
      return found && annotationsText(found);
    },
    prepare: () => ({
      invocationMessage: t("Looking for annotations"),
      ...asking(t("The answer holds paths, lines of code and comments of this workspace.")),
    }),
  };
}

function asking(message: string): Pick<Prepared, "confirmationMessages"> {
  const title = t("IEC 62443: hand text of this workspace to the chat model?");
  return { confirmationMessages: { title, message } };
}

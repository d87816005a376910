import { explain } from "../features/explain.ts";
import { findAnnotations } from "../features/findAnnotations.ts";
import { answerOwn } from "./answerOwn.ts";
import type { AnswerOptions } from "./answerRequests.ts";

const FAULT = { problem: "This could not be answered: the log of the language server says why." };

/** Connects what the tools for chat models ask. */
export function answerTools({ connection, workspace }: AnswerOptions): void {
  answerOwn(connection, "iec62443/explain", FAULT, ({ reference }) =>
    explain(workspace.snapshot, reference),
  );
  answerOwn(connection, "iec62443/findAnnotations", FAULT, (params) =>
    findAnnotations(workspace.snapshot, params),
  );
}

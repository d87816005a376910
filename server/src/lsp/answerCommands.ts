import { type ExecuteCommandParams, ResponseError } from "vscode-languageserver";
import { REPORT_FORMATS, type ReportFormat } from "../reports/formats.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import { clientLog } from "./clientLog.ts";
import { type Answer, projectNamed, refused, wrong } from "./commandAnswers.ts";
import { type Arguments, type Given, isWrong, oneOf, readArguments } from "./commandArguments.ts";
import { SERVER_COMMANDS, type ServerCommand } from "./commandNames.ts";
import { handle } from "./handle.ts";
import {
  CREATE_PROJECT_FILE,
  createProjectFile,
  MARK_REQUIREMENT,
  markRequirement,
  PROJECT,
  SET_TARGET,
  setTarget,
} from "./projectFileCommands.ts";
import { reportOnWire } from "./reportToWire.ts";

type Run = (options: AnswerOptions, given: unknown) => Answer | Promise<Answer>;

/** Answers the commands of other editors: what our own client does by requests and questions of its own. */
export function answerCommands(options: AnswerOptions): void {
  if (options.support.pages) return;
  options.connection.onExecuteCommand(
    handle<ExecuteCommandParams, Answer>(
      clientLog(options.connection),
      "command",
      null,
      ({ command, arguments: given }) =>
        isCommand(command)
          ? COMMANDS[command](options, given)
          : wrong(
              `There is no command ${command}. The commands are ${SERVER_COMMANDS.join(", ")}.`,
            ),
    ),
  );
}

function isCommand(name: string): name is ServerCommand {
  return SERVER_COMMANDS.some((it) => it === name);
}

const COMMANDS: Readonly<Record<ServerCommand, Run>> = {
  "iec62443.server.report": command(
    { format: oneOf(Object.keys(REPORT_FORMATS) as ReportFormat[]), project: PROJECT },
    (options, { format, project }) => {
      const named = projectNamed(options, project);
      if (named instanceof ResponseError) return named;
      const asked = { format, project: named.root };
      return orProblem(reportOnWire(options.workspace, asked, { indexing: options.indexing() }));
    },
  ),
  "iec62443.server.createProjectFile": command(CREATE_PROJECT_FILE, createProjectFile),
  "iec62443.server.setTarget": command(SET_TARGET, setTarget),
  "iec62443.server.markRequirement": command(MARK_REQUIREMENT, markRequirement),
  "iec62443.server.reindex": command({}, async ({ reindex }) => {
    await reindex();
    return null;
  }),
};

/** A command that runs with what was given only where all of it fits. */
function command<const A extends Arguments>(
  expected: A,
  run: (options: AnswerOptions, given: Given<A>) => Answer | Promise<Answer>,
): Run {
  return (options, raw) => {
    const given = readArguments(expected, raw);
    return isWrong(given) ? wrong(given.wrong) : run(options, given);
  };
}

function orProblem(answer: object | null): Answer {
  if (answer === null) return refused("The product is no longer open.");
  return "problem" in answer ? refused(String(answer.problem)) : answer;
}

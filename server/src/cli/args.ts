import { Command, CommanderError, Option } from "commander";
import { version } from "../../../package.json";
import type { FindingLevel } from "../core/rules/rule.ts";
import { REPORT_FORMATS, type ReportFormat } from "../reports/formats.ts";
import { CHECK_FORMATS, type CheckFormat } from "./checkFormats.ts";
import { LIST_FORMATS, type ListFormat } from "./listFormats.ts";
import {
  addBaseline,
  addBom,
  addCode,
  addLinks,
  addOutput,
  addProduct,
  baselineOf,
  bomOf,
  codeOf,
  linksOf,
  NO_CACHE,
  type Options,
  outputOf,
} from "./options.ts";
import { readAnother, readPercent } from "./optionValues.ts";
import type { ExplainRequest, Request } from "./request.ts";

/** Reads the command line; nothing that it can hold makes this throw. */
export function readArguments(argv: readonly string[]): Request {
  let request: Request | undefined;
  let text = "";
  let message = "";
  const program = new Command("iec62443").exitOverride().configureOutput({
    writeOut: (it) => {
      text += it;
    },
    writeErr: (it) => {
      message += it;
    },
  });
  addCommands(program, (it) => {
    request = it;
  });
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) return { command: "wrong-use", message: withNextStep(message) };
  }
  return request ?? { command: "help", text };
}

/** A value that is wrong has its choices in the message; where a word is wrong, the help has them. */
function withNextStep(message: string): string {
  const told = message.trim();
  const isShort = /^error: (?:unknown|missing|required|too many)/.test(told);
  return isShort ? `${told}\nSay 'iec62443 --help' to see what there is.` : told;
}

type Take = (request: Request) => void;

function addCommands(program: Command, take: Take): void {
  program
    .description("Finds @iec62443 annotations in source code and tells what they cover.")
    .version(version)
    .helpOption("--help", "say how to use it")
    .addHelpText("after", FOOTER);
  addCheck(program, take);
  addReport(program, take);
  addList(program, take);
  addExplain(program, take);
  addInit(program, take);
  program
    .command("lsp")
    .description("be the language server of an editor")
    .requiredOption("--stdio", "speak the protocol over standard input and output")
    .option("--no-cache", NO_CACHE)
    .action(() => take({ command: "lsp" }));
}

const FOOTER = `
PATH is a folder or a file; without one, the current folder is read. The project file
iec62443.yaml in a folder, or above it in the repository, says which product it holds:
'iec62443 init' writes one.

Exit status: 0 clean, 1 a gate failed (--fail-on, --min-met, --min-verified, --baseline),
2 wrong use or unreadable input, 3 a fault of this program.`;

function addCheck(program: Command, take: Take): void {
  const command = program.command("check").description("tell what is wrong with the annotations");
  addBaseline(addCode(command, CHECK_FORMATS))
    .addOption(
      new Option("--fail-on <level>", "the lowest level of findings that makes the exit status 1")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .action((paths: string[], options: Options<CheckFormat> & { failOn: FindingLevel }) =>
      take({
        command: "check",
        ...codeOf(paths, options),
        ...outputOf(options),
        ...baselineOf(options),
        failOn: options.failOn,
      }),
    );
}

interface Percentages {
  readonly minMet?: number;
  readonly minVerified?: number;
}

function addReport(program: Command, take: Take): void {
  const command = program
    .command("report")
    .description("tell which requirements are met, and which are open");
  addBom(addLinks(addBaseline(addCode(command, REPORT_FORMATS))))
    .option("--min-met <percent>", "exit status 1 when less is met", readPercent)
    .option("--min-verified <percent>", "exit status 1 when less is verified", readPercent)
    .action((paths: string[], options: Options<ReportFormat> & Percentages) => {
      const { minMet, minVerified } = options;
      take({
        command: "report",
        ...codeOf(paths, options),
        ...outputOf(options),
        ...baselineOf(options),
        ...linksOf(options),
        bom: bomOf(command, options),
        ...(minMet !== undefined && { minMet }),
        ...(minVerified !== undefined && { minVerified }),
      });
    });
}

function addList(program: Command, take: Take): void {
  const command = program
    .command("list")
    .description("list every claim and the code it stands for");
  addBom(addLinks(addCode(command, LIST_FORMATS)))
    .option("--requirement <id>", "only claims of this requirement (repeatable)", readAnother)
    .action((paths: string[], options: Options<ListFormat> & { requirement?: readonly string[] }) =>
      take({
        command: "list",
        ...codeOf(paths, options),
        ...outputOf(options),
        ...linksOf(options),
        bom: bomOf(command, options),
        requirements: options.requirement ?? [],
      }),
    );
}

function addExplain(program: Command, take: Take): void {
  const command = program
    .command("explain")
    .argument(
      "<id...>",
      "requirements in any writing (CR 1.5, 'CR 1.1 RE(1)'), headings (FR 1, SM), parts (4-2), or places of other documents (M0801, 'CRA Annex I Part I (2)(d)')",
    )
    .description("tell what the catalog says of a requirement, and what goes with it");
  addOutput(command, ["text", "markdown", "json"]).action(
    (words: string[], options: Options<ExplainRequest["format"]>) =>
      take({ command: "explain", words, ...outputOf(options) }),
  );
}

function addInit(program: Command, take: Take): void {
  const command = program
    .command("init")
    .argument("[folder]", "where to write it", ".")
    .description("write a project file, iec62443.yaml, with a comment for each key");
  addProduct(command).action((folder: string, { target, component = [] }: Options) =>
    take({
      command: "init",
      folder,
      ...(target !== undefined && { target }),
      components: component,
    }),
  );
}

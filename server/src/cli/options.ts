import { type Command, Option } from "commander";
import { BASELINE_FILE } from "../core/baseline.ts";
import type { ComponentType, SecurityLevel } from "../core/catalog.ts";
import { readComponent, readLevel, readRevision, readTemplate } from "./optionValues.ts";
import type { BaselineOptions, CodeOptions, LinkOptions, OutputOptions } from "./request.ts";

/** What `--no-cache` says of itself. */
export const NO_CACHE = "read every file, and keep nothing of what is found for the next time";

/** What an option of a command line holds, by the names that commander gives. */
export interface Options<Format = string> {
  readonly format: Format;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly project?: string;
  readonly target?: SecurityLevel;
  readonly component?: readonly ComponentType[];
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly cache?: boolean;
  readonly revision?: string;
  readonly permalink?: string;
  readonly bom?: boolean;
}

/** Which code is read, and how the result is written. */
export function addCode(command: Command, formats: object): Command {
  return addProduct(addOutput(command.argument("[path...]"), Object.keys(formats)))
    .option("--project <file>", "read this project file for everything, wherever it stands")
    .option("--no-cache", NO_CACHE);
}

/** How a result is written. */
export function addOutput(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(
      new Option("--format <format>", "how to write the result").choices(formats).default("text"),
    )
    .option("--output <file>", "write the result to a file instead of stdout")
    .option("--quiet", "no progress and no messages on stderr, except errors");
}

/** What is said of the product in the place of its project file. */
export function addProduct(command: Command): Command {
  return command
    .option("--target <level>", "SL-C aimed at, 1 to 4, in place of the project file's", readLevel)
    .option(
      "--component <type>",
      "component type in place of the project file's, like embedded-device or EDR (repeatable)",
      readComponent,
    );
}

/** The gate that looks back. */
export function addBaseline(command: Command): Command {
  return command
    .option(
      "--baseline <file>",
      "exit status 1 when a claim is lost, a state fell or a finding is new since this was written",
    )
    .option(
      "--write-baseline",
      `write the file of --baseline, else ${BASELINE_FILE} beside the project file`,
    );
}

/** What leads from a result to the code. */
export function addLinks(command: Command): Command {
  return command
    .option(
      "--permalink <template>",
      "link each claim to its line: https://host/repo/blob/{revision}/{path}#L{line}",
      readTemplate,
    )
    .option(
      "--revision <revision>",
      "which revision of the code this is; git is asked where a link needs it",
      readRevision,
    );
}

/** The mark at the beginning of a csv. */
export function addBom(command: Command): Command {
  return command.option("--bom", "begin a csv with the mark by which Excel knows UTF-8");
}

/** Whether a csv begins with the mark; with another format that is wrong use. */
export function bomOf(command: Command, { bom = false, format }: Options): boolean {
  if (bom && !/\bcsv$/.test(format))
    command.error(`error: --bom is for csv alone, and not for ${format}. Leave it out.`);
  return bom;
}

/** As a request has what `addLinks` reads. */
export function linksOf({ revision, permalink }: Options): LinkOptions {
  return {
    ...(revision !== undefined && { revision }),
    ...(permalink !== undefined && { permalink }),
  };
}

/** As a request has what `addBaseline` reads. */
export function baselineOf({ baseline, writeBaseline = false }: Options): BaselineOptions {
  return { ...(baseline !== undefined && { baseline }), writeBaseline };
}

/** As a request has what `addCode` reads. */
export function codeOf(paths: readonly string[], options: Options): CodeOptions {
  const { project, target, component = [], cache = true } = options;
  return {
    paths,
    ...(project !== undefined && { project }),
    ...(target !== undefined && { target }),
    components: component,
    cache,
  };
}

/** As a request has what `addOutput` reads. */
export function outputOf<Format>({
  format,
  output,
  quiet = false,
}: { format: Format } & Pick<Options, "output" | "quiet">): OutputOptions<Format> {
  return { format, ...(output !== undefined && { output }), quiet };
}

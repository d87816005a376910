import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const TOP = resolve(fileURLToPath(import.meta.url), "../../..");

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** What a step left. */
export interface StepRun {
  readonly name: string;
  readonly code: number;
  readonly output: string;
}

/** A run of the action, and what it wrote where a runner of GitHub reads it. */
export interface ActionRun {
  readonly steps: readonly StepRun[];
  readonly summary: string;
  /** What was asked of GitHub: arguments of `gh`, one call an entry. */
  readonly asked: readonly (readonly string[])[];
}

/** What surrounds the action: its inputs, the repository's folder, room for files, the event. */
export interface ActionWorld {
  readonly cwd: string;
  readonly temporary: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Values of expressions of the context `github`, in the writing of action.yml. */
  readonly github: Readonly<Record<string, string>>;
  /** What `gh` answers when it is asked for the comment to change. */
  readonly commentId?: string;
}

/** Runs action.yml step by step as a runner does: in bash, which ends at the first command that fails. */
export async function runAction(world: ActionWorld): Promise<ActionRun> {
  const { inputs, runs } = parse(readFileSync(join(TOP, "action.yml"), "utf8")) as Action;
  const { temporary } = world;
  const files = prepare(world);
  const values = new Map(Object.entries(world.github));
  for (const [name, { default: value }] of Object.entries(inputs))
    values.set(`inputs.${name}`, world.inputs[name] ?? value);
  const steps: StepRun[] = [];
  for (const step of runs.steps) {
    if (step.if !== undefined && !holds(step.if, values)) continue;
    const run = await runStep(step, world, files, values);
    steps.push(run);
    if (run.code !== 0) break;
    for (const line of linesOf(files.output)) {
      const [name = "", ...value] = line.split("=");
      values.set(`steps.${step.id}.outputs.${name}`, value.join("="));
    }
    writeFileSync(files.output, "");
  }
  const asked = linesOf(join(temporary, "gh.log")).map((it) => JSON.parse(it) as string[]);
  return { steps, summary: readFileSync(files.summary, "utf8"), asked };
}

interface Files {
  readonly output: string;
  readonly path: string;
  readonly summary: string;
  /** Where `gh` stands. */
  readonly bin: string;
}

function prepare({ temporary, commentId = "" }: ActionWorld): Files {
  const bin = join(temporary, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "gh"), ghThatWritesDown(join(temporary, "gh.log"), commentId));
  chmodSync(join(bin, "gh"), 0o755);
  const [output, path, summary] = ["output", "path", "summary"].map((it) => join(temporary, it));
  for (const file of [output, path, summary]) writeFileSync(file ?? "", "");
  return { output: output ?? "", path: path ?? "", summary: summary ?? "", bin };
}

/** In the place of GitHub's own command: it writes down what it is asked, with the files that are sent. */
function ghThatWritesDown(log: string, commentId: string): string {
  return `#!${process.execPath}
const { appendFileSync, readFileSync } = require("node:fs");
const args = process.argv.slice(2).map((it) => {
  const [, name, file] = /^(\\w+)=@(.+)$/.exec(it) ?? [];
  return file === undefined ? it : name + "=" + readFileSync(file, "utf8");
});
appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + "\\n");
if (args.includes("--jq")) console.log(${JSON.stringify(commentId)});
`;
}

function runStep(
  step: Step,
  { cwd, temporary }: ActionWorld,
  { output, path, summary, bin }: Files,
  values: ReadonlyMap<string, string>,
): Promise<StepRun> {
  const env = Object.entries(step.env ?? {}).map(([key, it]) => [key, evaluated(it, values)]);
  const paths = [...linesOf(path), bin, process.env["PATH"] ?? ""];
  const options = {
    cwd,
    env: {
      ...Object.fromEntries(env),
      PATH: paths.join(delimiter),
      RUNNER_TEMP: temporary,
      GITHUB_OUTPUT: output,
      GITHUB_PATH: path,
      GITHUB_STEP_SUMMARY: summary,
    },
  };
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
  return new Promise((done) => {
    execFile("bash", args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      done({ name: step.name, code, output: stdout + stderr });
    });
  });
}

/** Puts values in the place of expressions; one that is not known is a fault of the test. */
function evaluated(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const value = values.get(expression);
    if (value === undefined) throw new Error(`Nothing is known of ${expression}`);
    return value;
  });
}

/** The few conditions that the action has: `a == 'b'` and `a`, joined by `&&`. */
function holds(condition: string, values: ReadonlyMap<string, string>): boolean {
  return condition.split(" && ").every((it) => {
    const [name = "", wanted] = it.split(" == ");
    const value = evaluated(`\${{ ${name} }}`, values);
    return wanted === undefined ? value !== "" : `'${value}'` === wanted;
  });
}

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((it) => it !== "");
}

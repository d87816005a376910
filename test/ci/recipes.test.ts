import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readArguments } from "../../server/src/cli/args.ts";

const TOP = resolve(fileURLToPath(import.meta.url), "../../..");
const read = (path: string) => readFileSync(join(TOP, path), "utf8");
const page = read("docs/ci.md");
const action = parse(read("action.yml")) as { inputs: object };
const { version } = JSON.parse(read("package.json")) as { version: string };

/** The fenced blocks of the page in a language. */
function blocks(language: string): readonly string[] {
  const fences = page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, of, text = ""]) => (of === language ? [text] : []));
}

/** What stands behind the command's name in each place of a text, as a shell would part it. */
function commands(text: string): readonly (readonly string[])[] {
  const found = text.matchAll(/(?<![\w./-])iec62443 (?=check|report|list)([^\n'`|>&]*)/g);
  return [...found].map(([, rest = ""]) => {
    const words = rest.matchAll(/"([^"]*)"|(\S+)/g);
    return [...words].map(([, quoted, plain = ""]) =>
      (quoted ?? plain).replace("$CI_PROJECT_URL", "https://git.example.com/pump"),
    );
  });
}

describe("the recipes for pipelines", () => {
  test.each(blocks("yaml"))("are YAML: %#", (text) => {
    expect(parse(text)).toBeTypeOf("object");
  });

  const all = [page, read("action.yml")].flatMap(commands);
  const plain = all.filter((it) => !it.some((word) => word.includes("options[@]")));

  test("hold commands", () => {
    expect(plain.length).toBeGreaterThan(10);
  });

  test.each(plain.map((it) => [it.join(" "), it]))("are understood: %s", (_, words) => {
    expect(readArguments(words)).not.toMatchObject({ command: "wrong-use" });
  });

  test("name inputs that the action has", () => {
    const [workflow = ""] = blocks("yaml");
    const { jobs } = parse(workflow) as {
      jobs: { annotations: { steps: { with?: Record<string, unknown> }[] } };
    };
    const named = jobs.annotations.steps.flatMap((it) => Object.keys(it.with ?? {}));
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(named));
  });

  test("name the package as it is packed now", () => {
    const named = [...page.matchAll(/iec62443-annotations-([\d.]+)\.tgz/g)].map(([, it]) => it);
    expect(new Set(named)).toEqual(new Set([version]));
  });
});

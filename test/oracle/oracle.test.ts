import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commentsOf } from "../../server/src/core/comments.ts";
import { languageById } from "../../server/src/core/languages.ts";
import { type Difference, KNOWN } from "./differences.ts";
import { collectSources, type Source, sourcesOf } from "./sources.ts";
import { Grammar, type Opinion, type Stretch, trimmed } from "./treeSitter.ts";

/** Grammar, our language, the extensions to look for, at most how many files, and at least. */
const COMPARED = [
  ["javascript", "javascript", ["js", "mjs", "cjs"], 1300, 800],
  ["typescript", "typescript", ["ts", "mts", "cts"], 1300, 800],
  ["tsx", "typescriptreact", ["tsx"], 100, 0],
  ["tsx", "javascriptreact", ["jsx"], 100, 0],
  ["css", "css", ["css"], 300, 0],
  ["cpp", "c", ["h", "c"], 800, 0],
  ["cpp", "cpp", ["hpp", "cpp", "cc", "hh", "cxx"], 150, 0],
  ["python", "python", ["py", "pyi"], 600, 0],
  ["bash", "shellscript", ["sh", "bash"], 150, 0],
  ["php", "php", ["php"], 100, 0],
  ["ruby", "ruby", ["rb"], 150, 0],
  ["go", "go", ["go"], 150, 0],
  ["rust", "rust", ["rs"], 150, 0],
  ["java", "java", ["java"], 150, 0],
  ["c-sharp", "csharp", ["cs"], 150, 0],
  ["powershell", "powershell", ["ps1", "psm1", "psd1"], 60, 0],
  ["ini", "ini", ["ini", "cfg", "desktop", "service"], 150, 0],
] as const;

const summary: string[] = [];

beforeAll(() => collectSources(COMPARED.flatMap(([, , extensions]) => [...extensions])));

afterAll(() => console.info(`Comments compared with tree-sitter:\n${summary.join("\n")}`));

function differences(grammar: string, source: Source, id: string, opinion: Opinion): Difference[] {
  const language = languageById(id);
  if (language === undefined) throw new Error(`No language has the id ${id}.`);
  const { path, text } = source;
  const ours = commentsOf(text, language).map((it) => trimmed(text, it.start, it.end));
  const key = ({ start, end }: Stretch) => `${start}-${end}`;
  const without = (some: readonly Stretch[], others: readonly Stretch[]) => {
    const keys = new Set(others.map(key));
    return some.filter((it) => !keys.has(key(it)));
  };
  return [
    ...without(ours, opinion.comments).map((it) => ({ ...it, only: "ours" as const })),
    ...without(opinion.comments, ours).map((it) => ({ ...it, only: "theirs" as const })),
  ].map((it) => ({ ...it, grammar, path, text, opinion }));
}

function told({ path, text, start, end, only }: Difference): string {
  const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
  return `${path}:${line} only ${only}: ${text.slice(start, Math.min(end, start + 80))}`;
}

describe("our comments are tree-sitter's", () => {
  test.each(COMPARED)(
    "%s on %s",
    async (name, id, extensions, most, least) => {
      const grammar = await Grammar.load(name);
      const unknown: string[] = [];
      let files = 0;
      let comments = 0;
      let excused = 0;
      for (const source of sourcesOf(id, extensions, most)) {
        const opinion = grammar.opinionOn(source.text);
        files++;
        comments += opinion.comments.length;
        for (const difference of differences(name, source, id, opinion)) {
          if (KNOWN.some((it) => it.is(difference))) excused++;
          else unknown.push(told(difference));
        }
      }
      summary.push(
        files === 0
          ? `${id}: skipped, no file of it on this machine`
          : `${id}: ${files} files, ${comments} comments, ${excused} known differences`,
      );
      expect(unknown).toEqual([]);
      expect(files).toBeGreaterThanOrEqual(least);
    },
    120_000,
  );
});

import { CompletionItemKind } from "vscode-languageserver-types";
import { REASON_TO_COME } from "../core/annotation.ts";
import { STATUSES } from "../core/project.ts";
import { afterYears } from "../core/projectFile/days.ts";
import { formatReference } from "../core/reference.ts";
import { TextLines } from "../core/text.ts";
import type { Choice } from "./choice.ts";
import type { CompletionOptions } from "./completionItems.ts";
import type { Asked } from "./projectFileCompletion.ts";
import { missingOf } from "./projectFileIdChoices.ts";

/** A whole statement with places to fill in, where one can begin. */
export function statementChoices(asked: Asked, { snippets }: CompletionOptions): readonly Choice[] {
  const { at, path } = asked;
  if (path.join(" ") !== "statements []" || !(at.isOwnLine || at.isFlow)) return [];
  const entries = entriesOf(asked, snippets ? "snippet" : "plain");
  return [
    {
      label: "statement",
      newText: at.isFlow ? onOneLine(asked, entries) : onLines(asked, entries, snippets),
      title: "a whole one, to be filled in",
      kind: CompletionItemKind.Snippet,
      sortText: "0",
      ...(snippets && { isSnippet: true }),
      ...(at.isFlow ? {} : { lines: snippets ? "as-first" : "as-is" }),
    },
  ];
}

type Entry = readonly [key: string, value: string];

function entriesOf({ snapshot, project }: Asked, kind: "snippet" | "plain"): readonly Entry[] {
  const { today } = snapshot;
  const first = missingOf(snapshot, project).find(
    (it) => it.enhancement === undefined && !it.id.startsWith("CCSC"),
  );
  const id = first === undefined ? "CR 1.5" : formatReference(first);
  const days: readonly Entry[] = [
    ["reviewed", today],
    ["expires", afterYears(today, 1)],
  ];
  if (kind === "plain") {
    // Without a reason this status counts for nothing, so nothing is said by taking it.
    return [["requirement", id], ["status", "not-applicable"], ["reason", REASON_TO_COME], ...days];
  }
  return [
    ["requirement", placeFor(1, id)],
    ["status", `\${2|${STATUSES.join(",")}|}`],
    ["reason", placeFor(3, REASON_TO_COME)],
    ["owner", placeFor(4, REASON_TO_COME)],
    ...days,
  ];
}

function placeFor(number: number, text: string): string {
  return `\${${number}:${text}}`;
}

function onOneLine({ isJson, prefix }: Asked, entries: readonly Entry[]): string {
  const quote = isJson ? '"' : "";
  const pairs = entries.map(([key, value]) => `${quote}${key}${quote}: ${quote}${value}${quote}`);
  return `${prefix}{ ${pairs.join(", ")} }`;
}

/** The lines behind the first stand below its first key. */
function onLines(
  { text, at, prefix }: Asked,
  entries: readonly Entry[],
  isAdjusted: boolean,
): string {
  const { start } = at.replace;
  const column = start.character + prefix.length;
  const line = new TextLines(text).lineText(start.line);
  const setIn = isAdjusted ? (/^\s*/.exec(line)?.[0].length ?? 0) : 0;
  const gap = `\n${" ".repeat(Math.max(column - setIn, 0))}`;
  return prefix + entries.map(([key, value]) => `${key}: ${value}`).join(gap);
}

import type { Difference } from "../../difference.ts";
import { changesInWords, wordOfChange } from "../../differenceWords.ts";
import { row } from "../../markdown.ts";
import type { Block } from "./blocks.ts";
import { code, place, quiet } from "./quiet.ts";
import { rowsOf } from "./rows.ts";

/** What has changed since the baseline, what is worse first. */
export function changesBlocks({ baseline, changes }: Difference): readonly Block[] {
  const since = `### Since ${code(baseline)}`;
  if (changes.length === 0) return [`${since}: nothing has changed`];
  return [
    `${since}: ${changesInWords(changes)}`,
    rowsOf({
      title: "All changes",
      header: ["Change", "What", "Where"],
      rows: changes.map(changeRow),
      command: "iec62443 report --format json --baseline FILE",
    }),
  ];
}

function changeRow({
  kind,
  isWorse,
  text,
  path,
  line,
  link,
}: Difference["changes"][number]): string {
  const word = wordOfChange(kind);
  return row([
    isWorse ? `▼ **${word}**` : word,
    kind.startsWith("claim-") ? code(text) : quiet(text),
    path === undefined ? "" : place(path, line, link),
  ]);
}

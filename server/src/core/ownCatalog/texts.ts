import { MOST_CHARACTERS_OF_TEXT } from "../ownCatalog.ts";
import type { ProjectNode } from "../projectFile/node.ts";
import type { Problems } from "../projectFile/problems.ts";

/** Text that is not longer than anybody reads; a finding otherwise. */
export function shortText(node: ProjectNode, name: string, problems: Problems): string | undefined {
  if (node.kind !== "scalar") {
    problems.add(node.range, `${name} holds no text. Write some, or take the key out.`);
    return undefined;
  }
  const text = problems.textOf(node, name);
  if (text === undefined || text.length <= MOST_CHARACTERS_OF_TEXT) return text;
  const most = MOST_CHARACTERS_OF_TEXT.toLocaleString("en-US");
  problems.add(node.range, `${name} is longer than ${most} characters. Shorten it.`);
  return undefined;
}

/** A whole number between two others. */
export function numberOf(
  node: ProjectNode,
  name: string,
  [least, most]: readonly [least: number, most: number],
  problems: Problems,
): number | undefined {
  const value = node.kind === "scalar" ? node.value : undefined;
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  problems.add(node.range, `${name} has to be a whole number. Write one from ${least} to ${most}.`);
  return undefined;
}

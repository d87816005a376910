import type { Item } from "../coverage.ts";
import type { Project } from "../project.ts";
import { formatReference } from "../reference.ts";
import type { Location } from "../rules/rule.ts";
import { isOpen } from "./state.ts";

/** What brings an item nearer to being met, in a sentence, and where it is to be done. */
export interface NextStep {
  readonly text: string;
  readonly place?: Location;
}

/** The nearest next step for an item that is open; nothing for any other. */
export function nextStepOf(item: Item, project: Project): NextStep | undefined {
  if (!isOpen(item.state)) return undefined;
  const name = formatReference(item.reference);
  const file = project.file === undefined ? "a project file" : "the project file";
  return {
    text: `Write @iec62443 ${name} above the code that meets it, or say in ${file} why there is none.`,
  };
}

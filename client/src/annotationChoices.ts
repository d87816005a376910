import type { WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";
import { isMet, STATE_LOOKS } from "./states.ts";

/** A requirement that an annotation may name. */
export interface AnnotationChoice {
  readonly part: string;
  readonly reference: string;
  /** Its title and state. */
  readonly description: string;
  readonly icon: string;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly AnnotationChoice[];
}

/** What is asked for and nobody claims comes first; then what is open, then the rest. */
export function annotationChoices(items: readonly WireItem[]): readonly ChoiceGroup[] {
  const groups: readonly (readonly [string, (item: WireItem) => boolean])[] = [
    [t("claimed nowhere"), (it) => it.state === "missing" && Object.keys(it.counts).length === 0],
    [t("still open"), (it) => it.isOpen],
    [t("met"), (it) => isMet(it.state)],
    [t("not applicable"), () => true],
  ];
  const groupOf = (item: WireItem) => groups.find(([, fits]) => fits(item))?.[0];
  return groups
    .map(([title]) => ({
      title,
      choices: items.filter((it) => groupOf(it) === title).map(choiceOf),
    }))
    .filter(({ choices }) => choices.length > 0);
}

function choiceOf({ part, reference, title, state }: WireItem): AnnotationChoice {
  const { word, icon } = STATE_LOOKS[state];
  const description = [title, word].filter((it) => it !== undefined).join(" · ");
  return { part, reference, description, icon };
}

/** The project of a file: the one with the nearest folder above it. */
export function projectOfFile(
  projects: readonly WireProject[],
  uri: string,
): WireProject | undefined {
  return projects
    .filter((it) => uri.startsWith(`${it.uri}/`))
    .reduce<WireProject | undefined>(
      (nearest, it) => (nearest === undefined || it.uri.length > nearest.uri.length ? it : nearest),
      undefined,
    );
}

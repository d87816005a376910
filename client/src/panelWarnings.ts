import type { WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import { itemKey } from "./itemKey.ts";
import type { PanelLink, PanelNote } from "./panelMessages.ts";
import { fileName, placeLink } from "./panelWords.ts";
import { doubtOf } from "./problemText.ts";

/** Why the numbers of a project may be wrong, and where to put that right. */
export function projectWarnings(project: WireProject): readonly PanelNote[] {
  return [...problemWarning(project), ...contradictionWarning(project)];
}

function problemWarning({ problems }: WireProject): readonly PanelNote[] {
  if (problems.length === 0) return [];
  return [
    {
      text: doubtOf(problems),
      links: problems.map(({ uri }) => ({
        label: `Open ${fileName(uri)}`,
        link: { kind: "file", uri },
      })),
    },
  ];
}

function contradictionWarning(project: WireProject): readonly PanelNote[] {
  const items = project.items.filter((it) => it.isContradicted);
  if (items.length === 0) return [];
  const noun = items.length === 1 ? "item is" : "items are";
  const rest = items.length > MOST_LINKS ? ` The first ${MOST_LINKS}:` : "";
  return [
    {
      text: `${items.length} ${noun} said not to apply and to be met: one of the two is wrong.${rest}`,
      links: items.slice(0, MOST_LINKS).map((item) => ({
        label: item.reference,
        link: sourceOfDenial(item, project),
      })),
    },
  ];
}

const MOST_LINKS = 12;

/** Where it is said that an item does not apply. */
function sourceOfDenial(item: WireItem, project: WireProject): PanelLink {
  const statement = item.statements.find(
    ({ status, isExpired }) => status === "not-applicable" && !isExpired,
  );
  if (statement !== undefined) return placeLink(statement.uri, statement.range);
  return {
    kind: "claim",
    project: project.uri,
    item: itemKey(item),
    relation: "not-applicable",
  };
}

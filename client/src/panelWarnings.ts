import type { WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import { itemKey } from "./itemKey.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
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
        label: t("Open {0}", fileName(uri)),
        link: { kind: "file", uri },
      })),
    },
  ];
}

function contradictionWarning(project: WireProject): readonly PanelNote[] {
  const items = project.items.filter((it) => it.isContradicted);
  if (items.length === 0) return [];
  const count = counted(items.length, "item");
  const said =
    items.length === 1
      ? t("{0} is said not to apply and to be met: one of the two is wrong.", count)
      : t("{0} are said not to apply and to be met: one of the two is wrong.", count);
  const rest = items.length > MOST_LINKS ? ` ${t("The first {0}:", MOST_LINKS)}` : "";
  return [
    {
      text: `${said}${rest}`,
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

import { t } from "../src/l10n.ts";
import type { PanelItem, PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { saved } from "./host.ts";
import { drawNote } from "./notes.ts";
import { drawOpenItems } from "./openItems.ts";
import { section } from "./section.ts";

/** What stands between the project and its target. */
export function drawBlockers(
  { key: project, blocking: { note, groups } }: PanelProject,
  items: ReadonlyMap<string, PanelItem>,
): HTMLElement {
  return section(
    "blockers",
    t("What blocks the target"),
    drawNote(note, { key: "blocking", project, className: "lead" }),
    ...groups.map(({ key, title, said, items: keys }) =>
      element(
        "details",
        {
          attributes: {
            "data-key": `blockers ${key}`,
            "data-open": shutKey(key),
            open: saved.isOpen(shutKey(key)) ? undefined : "",
          },
        },
        element(
          "summary",
          { attributes: { "data-key": `blockers ${key} summary` } },
          element("h4", {}, `${key} ${title}`),
          element("span", { className: "quiet" }, said),
        ),
        drawOpenItems(
          "blocker",
          keys.flatMap((it) => items.get(it) ?? []),
        ),
      ),
    ),
  );
}

/** These are open by themselves: what is remembered is that one was shut. */
function shutKey(group: string): string {
  return `shut ${group}`;
}

/** Remembers what is shut by hand. */
export function listenToDetails(root: Element): void {
  root.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement)) return;
      const { open: key } = target.dataset;
      if (key !== undefined) saved.setOpen([key], target.open ? "shut" : "open");
    },
    true,
  );
}

import type { PanelCommand, PanelLink, PanelNote } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { host } from "./host.ts";

interface NoteOptions {
  /** Told apart from its neighbours. */
  readonly key: string;
  readonly project?: string;
  readonly className: string;
}

/** A sentence with what can be done about it. */
export function drawNote(note: PanelNote, { key, project, className }: NoteOptions): HTMLElement {
  const { text, links, run } = note;
  return element(
    "div",
    { className, attributes: { "data-key": key } },
    element("p", {}, text),
    ...links.map(({ label, link }) => linkButton(`${key} ${label}`, label, link)),
    run && runButton(`${key} run`, run, project),
  );
}

/** A button that looks like a link and opens something in the editor. */
export function linkButton(
  key: string,
  label: string,
  link: PanelLink,
  heard?: string,
): HTMLElement {
  return element(
    "button",
    {
      className: "link",
      attributes: { type: "button", "data-key": key, "aria-label": heard },
      onClick: () => host.post({ type: "open", link }),
    },
    label,
  );
}

/** A button that has the editor run one of its commands. */
export function runButton(
  key: string,
  { label, command }: { readonly label: string; readonly command: PanelCommand },
  project: string | undefined,
): HTMLElement {
  return element(
    "button",
    {
      className: "button",
      attributes: { type: "button", "data-key": key },
      onClick: () =>
        host.post({ type: "run", command, ...(project === undefined ? {} : { project }) }),
    },
    label,
  );
}

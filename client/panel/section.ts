import { element } from "./element.ts";

/** A part of the page with a heading, which names it for those who jump from one to the next. */
export function section(
  name: string,
  title: string,
  ...content: readonly (Node | undefined)[]
): HTMLElement {
  const id = `heading-${name}`;
  return element(
    "section",
    { attributes: { "aria-labelledby": id, "data-key": name, tabindex: "-1" } },
    element("h3", { attributes: { id } }, title),
    ...content,
  );
}

type Child = Node | string | undefined;

interface Options {
  readonly className?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly onClick?: (() => void) | undefined;
}

/** An element with its content. Strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), options, children);
}

/** The same for a picture. */
export function picture<K extends keyof SVGElementTagNameMap>(
  tag: K,
  options: Options,
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), options, children);
}

/** What a click on an element does. Kept beside the element, so that it can pass from one to another. */
export const clicks = new WeakMap<Element, () => void>();

/** Makes clicks inside of an element do what its elements say. */
export function listenToClicks(root: Element): void {
  root.addEventListener("click", ({ target }) => {
    for (let at = target; at instanceof Element && at !== root; at = at.parentElement) {
      const act = clicks.get(at);
      if (act !== undefined) return act();
    }
  });
}

function filled<E extends Element>(made: E, options: Options, children: readonly Child[]): E {
  if (options.className !== undefined) made.setAttribute("class", options.className);
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  if (options.onClick !== undefined) clicks.set(made, options.onClick);
  made.append(...children.filter((it) => it !== undefined));
  return made;
}

import { clicks } from "./element.ts";

/** Makes an element's content equal to another's and leaves alone what is equal already. */
export function morphChildren(old: Element, next: Element): void {
  const keyed = new Map<string, Element>();
  const loose: ChildNode[] = [];
  for (const node of old.childNodes) {
    const key = keyOf(node);
    if (node instanceof Element && key !== undefined) keyed.set(key, node);
    else loose.push(node);
  }
  let cursor: ChildNode | null = old.firstChild;
  for (const wanted of [...next.childNodes]) {
    const node = take(wanted, keyed, loose);
    const settled = node === undefined ? wanted : morphNode(node, wanted);
    if (settled === cursor) cursor = cursor.nextSibling;
    else old.insertBefore(settled, cursor);
  }
  while (cursor !== null) {
    const gone = cursor;
    cursor = cursor.nextSibling;
    gone.remove();
  }
}

/** The old node that may become the wanted one: of the same key, or the next one of its kind. */
function take(
  wanted: ChildNode,
  keyed: Map<string, Element>,
  loose: ChildNode[],
): ChildNode | undefined {
  const key = keyOf(wanted);
  if (key === undefined) {
    const at = loose.findIndex((it) => it.nodeName === wanted.nodeName);
    return at < 0 ? undefined : loose.splice(0, at + 1).at(-1);
  }
  const node = keyed.get(key);
  if (node?.nodeName !== wanted.nodeName) return undefined;
  keyed.delete(key);
  return node;
}

function morphNode(old: ChildNode, wanted: ChildNode): ChildNode {
  if (old instanceof Element && wanted instanceof Element) {
    // What keeps itself up to date is not drawn from here.
    if (!old.hasAttribute("data-keep")) morphElement(old, wanted);
  } else if (old.textContent !== wanted.textContent) {
    old.textContent = wanted.textContent;
  }
  return old;
}

function morphElement(old: Element, wanted: Element): void {
  for (const { name } of [...old.attributes]) {
    if (!wanted.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const act = clicks.get(wanted);
  if (act === undefined) clicks.delete(old);
  else clicks.set(old, act);
  morphChildren(old, wanted);
}

function keyOf(node: ChildNode): string | undefined {
  if (!(node instanceof Element)) return undefined;
  return node.getAttribute("data-keep") ?? node.getAttribute("data-key") ?? undefined;
}

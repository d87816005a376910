import { escapeMarkdown } from "../../markdown.ts";
import { safe } from "../../terminal.ts";
import { type Digest, nameUuid, OUR_NAMESPACE } from "../uuid.ts";

/** The UUID of what a name of several words tells apart from everything else. */
export type Named = (...name: readonly string[]) => string;

/** Names that stay from run to run; as JSON no two lists of words make one name. */
export function namedBy(digest: Digest): Named {
  return (...name) => nameUuid(digest, OUR_NAMESPACE, JSON.stringify(name));
}

/** A property in the namespace of OSCAL, or of ours. */
export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly remarks?: string;
}

/** What qualifies the names of our properties: a URN, because we own no domain to make a URL of. */
const NAMESPACE = `urn:uuid:${OUR_NAMESPACE}`;

/** A property of ours; none where the value has nothing to show. */
export function property(name: string, value: string | number): readonly Property[] {
  const shown = stringOf(String(value));
  return shown === undefined ? [] : [{ name, ns: NAMESPACE, value: shown }];
}

/** A list under its key, and nothing for an empty one, which OSCAL does not allow. */
export function listed<Key extends string, T>(
  key: Key,
  list: readonly T[],
): { readonly [It in Key]?: readonly T[] } {
  return list.length === 0 ? {} : ({ [key]: list } as { [It in Key]: readonly T[] });
}

/** A text of unknown origin as OSCAL's string: one line, no blanks around it; nothing for an empty one. */
export function stringOf(text: string): string | undefined {
  const shown = safe(wellFormed(text));
  return shown === "" ? undefined : shown;
}

/**
 * A text of unknown origin as OSCAL's markup that shows it letter by letter. Beside what Markdown
 * understands, two braces put in a parameter, and carets raise.
 */
export function markup(text: string): string {
  return escapeMarkdown(safe(wellFormed(text))).replace(/[{^]/g, "\\$&");
}

/** Half a surrogate pair is no text: readers of JSON may refuse all of it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** `cr-1.1_re-1` for `CR 1.1 RE(1)`: a token begins with a letter and has letters, digits and `._-` alone. */
export function controlId(reference: string): string {
  const token = reference
    .replace(/ RE\((\d+)\)$/, "_re-$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return /^\p{L}/u.test(token) ? token : `iec62443-${token}`;
}

/** A path as a relative reference of RFC 3986, with the line, from 1, as its fragment. */
export function pathReference(path: string, line?: number): string {
  const steps = wellFormed(path).replaceAll("\\", "/").split("/");
  // Two slashes in front would name another host.
  const encoded = steps.map(encodeURIComponent).join("/").replace(/^\/+/, "/");
  return line === undefined ? encoded : `${encoded}#L${line}`;
}

const WEB = /^(https?:\/\/(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d+)?)([/?][^#]*)?(#.*)?$/is;

/** An address of the web as RFC 3986 writes it; nothing where it is none. */
export function webReference(address: string): string | undefined {
  const [, host, path = "", fragment = ""] = WEB.exec(wellFormed(address)) ?? [];
  if (host === undefined) return undefined;
  const mark = fragment.slice(0, 1);
  return host + writable(path) + mark + writable(fragment.slice(1));
}

function writable(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/giu, encodeURIComponent);
}

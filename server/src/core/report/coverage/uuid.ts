/** The SHA-1 of some bytes and a text in UTF-8 behind them, as 40 hexadecimal digits. */
export type Digest = (text: string, before: Uint8Array) => string;

/** The namespace of all that reports name: drawn once, so that nobody else's names meet ours. */
export const OUR_NAMESPACE = "a9e919cf-17db-4185-b2cc-3b5f06bef751";

/** The UUID of a name in a namespace, which is a UUID too: version 5 of RFC 9562, section 5.5. */
export function nameUuid(digest: Digest, namespace: string, name: string): string {
  const hash = digest(name, bytesOf(namespace));
  const variant = "89ab".charAt(Number.parseInt(hash.charAt(16), 16) % 4);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join("-");
}

function bytesOf(uuid: string): Uint8Array {
  const pairs = uuid.replaceAll("-", "").match(/../g) ?? [];
  return Uint8Array.from(pairs, (it) => Number.parseInt(it, 16));
}

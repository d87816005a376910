/** A result: a text, the pieces of one that is long, or bytes. */
export type Output = string | Iterable<string> | Uint8Array;

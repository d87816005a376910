import { createHash } from "node:crypto";

/**
 * The SHA-1 of a text in UTF-8, and of the bytes before it, as 40 hexadecimal digits: for telling things
 * apart, not for trust.
 */
export function sha1(text: string, before: Uint8Array = new Uint8Array()): string {
  return createHash("sha1").update(before).update(text, "utf8").digest("hex");
}

/** The SHA-256 of a text in UTF-8, in Base64 as a content security policy has it. */
export function sha256Base64(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64");
}

import { createHash } from "node:crypto";

/** The SHA-1 of a text in UTF-8, as 40 hexadecimal digits: for telling things apart, not for trust. */
export function sha1(text: string): string {
  return createHash("sha1").update(text, "utf8").digest("hex");
}

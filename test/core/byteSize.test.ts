import { expect, test } from "vitest";
import { isLongerThan } from "../../server/src/core/byteSize.ts";

test.each(["", "abc", "äöü", "€", "a\u{1F512}b", "\uD800 alone", "mixed äß€\u{1F512}"])(
  "a text is longer than one byte less than UTF-8 has of it, and no longer than all: %j",
  (text) => {
    const bytes = Buffer.byteLength(text);
    expect(isLongerThan(text, bytes)).toBe(false);
    expect(isLongerThan(text, bytes - 1)).toBe(true);
  },
);

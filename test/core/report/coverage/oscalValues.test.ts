import { expect, test } from "vitest";
import {
  controlId,
  webReference,
} from "../../../../server/src/core/report/coverage/oscal/values.ts";
import { isUri } from "./oscalSchema.ts";

test.each([
  ["CR 1.1 RE(1)", "cr-1.1_re-1"],
  ["SM-4", "sm-4"],
  ["SP.01.01", "sp.01.01"],
  ["2-1:2009 4.2.3.1", "iec62443-2-1-2009-4.2.3.1"],
  ["ACME-SEC 001", "acme-sec-001"],
])("%s is the control %s", (reference, id) => {
  expect(controlId(reference)).toBe(id);
});

test.each([
  ["https://example.com", "https://example.com"],
  ["HTTP://[::1]:8080/a?b=[c]#d#e", "HTTP://[::1]:8080/a?b=%5Bc%5D#d%23e"],
  ["https://example.com/100%/%20/ä", "https://example.com/100%25/%20/%C3%A4"],
  ["https://a b/", undefined],
  ["https://user:secret@host:port/", undefined],
  ["javascript:alert(1)", undefined],
  ["", undefined],
])("the address %j is written %j", (address, written) => {
  expect(webReference(address)).toBe(written);
  if (written !== undefined) expect(isUri(written)).toBe(true);
});

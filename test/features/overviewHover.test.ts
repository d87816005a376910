import { expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../server/src/features/hover.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const PROJECT = { product: "PLC 300", components: ["EDR"] as const };

/** The hover of an embedded device's code, as plain text. */
function textOf(id: string): string {
  const { text, cursors } = marked(`// @iec62443 |${id}\nint a;`);
  const [cursor] = cursors;
  if (cursor === undefined) throw new Error("A cursor is needed.");
  const snapshot = snapshotOf({ "a.c": text }, PROJECT);
  const shown = hover(snapshot, `${ROOT}/a.c`, cursor, { format: "plaintext", pages: false });
  return (shown?.contents as MarkupContent | undefined)?.value ?? "";
}

// The ids that the overview of the series names on the way to a secure design.
test.each(["CR 1.2", "CR 1.4", "CR 1.5", "CR 1.8", "CR 1.9", "CR 1.14", "CR 4.1"])(
  "the hover of %s",
  (id) => {
    expect(textOf(id)).toMatchSnapshot();
  },
);

// It writes these as CR: headings, which lead to what is asked of the device.
test.each(["CR 3.11", "CR 3.12", "CR 3.13"])("the hover of the heading %s", (id) => {
  expect(textOf(id)).toMatchSnapshot();
  expect(textOf(id)).toContain(`See ${id.replace("CR", "EDR")}`);
});

// Each kind of the rest of the series, down to what is hardly known.
test.each(["SR 1.5", "SR-1", "SM-9", "ZCR 3.1", "SP.01.01", "ORG 1.1", "2-1:2009 4.3.3.5.1"])(
  "the hover of %s of another part",
  (id) => {
    expect(textOf(id)).toMatchSnapshot();
  },
);

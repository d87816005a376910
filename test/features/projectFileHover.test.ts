import { describe, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { TextLines } from "../../server/src/core/text.ts";
import { projectFileHover } from "../../server/src/features/projectFileHover.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

/** What is shown at the cursor `‸`, and for which stretch of its line. */
function hoverAt(source: string): string | undefined {
  const text = source.replace("‸", "");
  const lines = new TextLines(text);
  const position = lines.positionAt(source.indexOf("‸"));
  const uri = `${ROOT}/iec62443.yaml`;
  const code = { "a.c": "// @iec62443 CR 1.1\nint a;\n" };
  const snapshot = snapshotOf(code, projectFileOf(text));
  const found = projectFileHover(snapshot, { uri, text }, position, {
    format: "plaintext",
    pages: false,
  });
  if (found?.range === undefined) return undefined;
  const { start, end } = found.range;
  const named = text.slice(lines.offsetAt(start), lines.offsetAt(end));
  return `${named} → ${(found.contents as MarkupContent).value.replaceAll(/\n+/g, " ")}`;
}

describe("hover in a project file", () => {
  test.each([
    [
      "pro‸duct: x",
      "product → product What the product is called in the tree and in reports. Without it, the folder's name.",
    ],
    ["statements:\n  - own‸er: x", "owner → owner Who answers for the statement."],
    ["scan: { exc‸lude: [] }", "exclude → exclude Globs of files not to read."],
    ["statements:\n  - status: pla‸nned", "planned → planned The requirement is still to be met."],
    [
      "component: [hos‸t-device]",
      "host-device → host-device A host device: the requirements that begin with HDR are its own.",
    ],
    [
      "rules: { duplicate-‸claim: off }",
      /^duplicate-claim → duplicate-claim .* Its own level is hint\.$/,
    ],
    ["rules: { duplicate-claim: of‸f }", "off → off Not looked for."],
    ["target: { fr‸1: 2 }", /^fr1 → FR 1 \w/],
    [
      "target: { FR 1: 2‸ }",
      /^2 → 2 SL-C 2: asks for \d+ requirements and enhancements here, of which 1 are met\.$/,
    ],
    ["parts: ['4-‸2']", /^'4-2' → 4-2 \w/],
    ["statements:\n  - requirement: CR‸ 1.5\n    status: nonsense", /^CR 1\.5 → CR 1\.5 .*SL-C/],
    ["statements:\n  - requirement: CR 1.1, 1‸.5", /^1\.5 → CR 1\.5 /],
    [
      "statements:\n  - requirement: ['CR 1.1 R‸E(1), CR 1.5']",
      /^CR 1\.1 RE\(1\) → CR 1\.1 RE\(1\) /,
    ],
  ])("on %j", (source, expected) => {
    expect(hoverAt(source)).toEqual(
      typeof expected === "string" ? expected : expect.stringMatching(expected),
    );
  });

  test.each([
    "prodct‸: x",
    "product: mi‸ne",
    "# tar‸get",
    "statements:\n  - requirement: CR 9.‸9",
    "‸",
  ])("says nothing on %j", (source) => {
    expect(hoverAt(source)).toBeUndefined();
  });
});

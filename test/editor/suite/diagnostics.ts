import { describe, it } from "mocha";
import { findingsIn, untilCodes } from "./findings.ts";
import { put, retype, scratch, show } from "./support.ts";
import { untilEqual } from "./until.ts";

const SOURCES = [
  ["a.c", "// @iec62443 CR 9.9\nint a;", ["unknown-requirement at 0:13-19"]],
  ["a.c", "// @iec62443 CR 1.1, CR 9.9\r\nint a;", ["unknown-requirement at 0:21-27"]],
  ["a.c", "// @iec62443 CR 1.1: fine\nint a;", []],
  ["a.st", "(* ä😀 *) (* @iec62443 CR 9.9 *)", ["unknown-requirement at 0:23-29"]],
  ["a.py", "# @iec62443 CR1.5\npass", ["noncanonical-reference at 0:2-17"]],
] as const;

const CODES = [
  ["a.c", "// @iec62443 gibberish\nint a;", ["malformed-annotation"]],
  ["a.c", "// @iec62443 CR 3.11\nint a;", ["placeholder-requirement"]],
  ["a.c", "// @iec62443 partial CR 1.1\nint a;", ["reason-required"]],
  ["a.c", "// @iec62443 CR 1.1\n// @iec62443 CR 1.1\nint a;", ["duplicate-claim"]],
  ["a.unheard-of", "// @iec62443 CR 1.1\n", ["unknown-file-type"]],
] as const;

export function diagnostics(): void {
  describe("diagnostics", () => {
    for (const [path, source, wanted] of SOURCES) {
      it(`stand at the characters of ${JSON.stringify(source)}`, async () => {
        const { uri } = await show(await put(scratch(path), `${source}\n`));
        await untilEqual<readonly string[]>("the findings", () => findingsIn(uri), wanted);
      });
    }

    for (const [path, source, codes] of CODES) {
      it(`find ${codes.join()} in ${path}`, async () => {
        const { uri } = await show(await put(scratch(path), source));
        await untilCodes(uri, codes);
      });
    }

    it("come and go while one types", async () => {
      const document = await show(await put(scratch("a.c"), "// @iec62443 CR 1.5\nint a;\n"));
      await untilCodes(document.uri, []);
      await retype(document, "// @iec62443 CR 1.55\nint a;\n");
      await untilCodes(document.uri, ["unknown-requirement"]);
      await retype(document, "\n// @iec62443 CR 1.5\nint a;\n");
      await untilCodes(document.uri, []);
    });

    it("are there for files that no one opened", async () => {
      await untilCodes(await put(scratch("deep/er/closed.c"), "// @iec62443 CR 9.9\n"), [
        "unknown-requirement",
      ]);
    });
  });
}

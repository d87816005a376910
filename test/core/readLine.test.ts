import { expect, test } from "vitest";
import { languageById } from "../../server/src/core/languages.ts";
import { SERIES_FORMS } from "../../server/src/core/reference/forms.ts";
import { scan } from "../../server/src/core/scan.ts";

test("a line says the same however many others have been read before", () => {
  const writings = ["CR 1.5", "cr1.5: why", "partial SR 1.1 RE 1", "CR 1.5 title", "nonsense", ""];
  const lines = Array.from({ length: 3000 }, (_, it) => {
    const writing = writings[it % writings.length];
    return `// @iec62443 ${writing}${it % 4 === 0 ? ` - ${it}` : ""}`;
  });
  const c = languageById("c");
  const text = lines.join("\n");
  const remembered = scan(text, c);
  const oneByOne = lines.map((it) => scan(it, c, SERIES_FORMS.with([], "")));
  const onFirstLine = ({ annotations, malformed }: typeof remembered) =>
    JSON.parse(
      JSON.stringify([annotations, malformed], (key, value) => (key === "line" ? 0 : value)),
    );
  expect(onFirstLine(remembered)).toEqual([
    oneByOne.flatMap((it) => onFirstLine(it)[0]),
    oneByOne.flatMap((it) => onFirstLine(it)[1]),
  ]);
  expect(scan(text, c)).toEqual(remembered);
});

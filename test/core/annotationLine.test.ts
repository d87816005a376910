import { expect, test } from "vitest";
import { annotationLineAt } from "../../server/src/core/annotation/annotationLine.ts";
import { languageById } from "../../server/src/core/languages.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { marked } from "../support/marked.ts";

/** What is expected at the cursor of a line, in a few words. */
function at(source: string, id = "c") {
  const { text, cursors } = marked(source, "¦");
  const language = languageById(id);
  const [cursor] = cursors;
  if (language === undefined || cursor === undefined) throw new Error("A cursor is needed.");
  const line = annotationLineAt(text, language, cursor);
  if (line === undefined) return undefined;
  const lines = text.split("\n");
  const { start, end } = line.replace;
  const replaced = lines[start.line]?.slice(start.character, end.character);
  const last = line.last && formatReference(line.last);
  return [line.expected, replaced, line.typed, line.relation, last].filter(
    (it) => it !== undefined,
  );
}

test.each<[string, readonly (string | undefined)[]]>([
  ["// @¦", ["marker", "@", "@"]],
  ["// @iec¦", ["marker", "@iec", "@iec"]],
  ["// @ie¦c62443", ["marker", "@iec62443", "@ie"]],
  ["// @iec62443¦", ["marker", "@iec62443", "@iec62443"]],
  ["// @iec62443-¦", ["part", "", ""]],
  ["// @iec62443-4¦-2 CR 1.5", ["part", "4-2", "4"]],
  ["// @iec62443 ¦", ["relation-or-claim", "", ""]],
  ["// @iec62443 ¦ CR 1.5", ["relation-or-claim", "", ""]],
  ["// @iec62443 ver¦", ["relation-or-claim", "ver", "ver"]],
  ["// @iec62443 ver¦ifies CR 1.5", ["relation-or-claim", "verifies", "ver"]],
  ["// @iec62443 ver¦ CR 1.5", ["relation-or-claim", "ver", "ver"]],
  ["// @iec62443 verifies¦", ["relation-or-claim", "verifies", "verifies"]],
  ["// @iec62443 user auth¦entication", ["relation-or-claim", "user authentication", "user auth"]],
  ["// @iec62443 C¦", ["relation-or-claim", "C", "C"]],
  ["// @iec62443 CR ¦", ["relation-or-claim", "CR ", "CR "]],
  ["// @iec62443 CR 1.¦", ["relation-or-claim", "CR 1.", "CR 1."]],
  ["// @iec62443 CR 1.¦5: text", ["relation-or-claim", "CR 1.5", "CR 1."]],
  ["// @iec62443 C¦R 1.5, CR 1.7", ["relation-or-claim", "CR 1.5", "C"]],
  ["// @iec62443 CR 1.5¦ RE(1)", ["relation-or-claim", "CR 1.5", "CR 1.5"]],
  ["// @iec62443 verifies ¦", ["claim", "", "", "verifies"]],
  ["// @iec62443 verifies CR¦", ["claim", "CR", "CR", "verifies"]],
  ["// @iec62443 verifies pass¦", ["claim", "pass", "pass", "verifies"]],
  ["// @iec62443 CR 1.5, ¦", ["claim", "", "", "CR 1.5"]],
  ["// @iec62443 CR 1.5, ¦CR 1.7", ["claim", "CR 1.7", "", "CR 1.5"]],
  ["// @iec62443 CR 1.5,¦", ["claim", "", "", "CR 1.5"]],
  ["// @iec62443 CR 1.5, 1.¦", ["claim", "1.", "1.", "CR 1.5"]],
  ["// @iec62443 CR 1.1 RE(1), C¦", ["claim", "C", "C", "CR 1.1"]],
  ["// @iec62443 EDR/HD¦", ["claim", "HD", "HD"]],
  ["// @iec62443 CR 1.5 ¦", ["enhancement", "", "", "CR 1.5"]],
  ["// @iec62443 CR 1.5 R¦", ["enhancement", "R", "R", "CR 1.5"]],
  ["// @iec62443 CR 1.5 RE(¦", ["enhancement", "RE(", "RE(", "CR 1.5"]],
  ["// @iec62443 CR 1.5 RE(¦1)", ["enhancement", "RE(1)", "RE(", "CR 1.5"]],
  ["// @iec62443 CR 1.5(¦", ["enhancement", "(", "(", "CR 1.5"]],
  ["// @iec62443 CR 1.5, 1.7 R¦", ["enhancement", "R", "R", "CR 1.7"]],
  ["// @iec62443 verifies SM-4 ¦", ["enhancement", "", "", "verifies", "SM-4"]],
])("%s expects %j", (source, expected) => {
  expect(at(source)).toEqual(expected);
});

test.each([
  ["// @iec62443 CR 1.5: te¦xt"],
  ["// @iec62443 CR 1.5:¦"],
  ["// @iec62443 CR 1.5 - te¦xt"],
  ["// @iec62443 verfies: CR 1.5: te¦xt"],
])("%s is the author's text", (source) => {
  expect(at(source)?.[0]).toBe("text");
});

test.each([
  ["// see @iec62443 ¦"],
  ["// @param ¦"],
  ["// @param¦"],
  ["// @iec62443/x ¦"],
  ["// ¦@iec62443 CR 1.5"],
  ["/¦/ @iec62443 CR 1.5"],
  ["// a @b ¦"],
  ['char *s = "@iec62443 ¦";'],
  ["@iec62443 ¦"],
  ["// @iec62443 CR 1.5\nint¦ x;"],
])("nothing is expected in %j", (source) => {
  expect(at(source)).toBeUndefined();
});

test.each([
  ["/* @iec62443 ¦ */"],
  ["/*\n * @iec62443 ¦\n */"],
  ["/*\n * @iec62443 ¦      *\n */"],
  ["/* @iec62443 ¦"],
])("an unfinished line of a block is found: %j", (source) => {
  expect(at(source)).toEqual(["relation-or-claim", "", ""]);
});

test("tells the pieces around the cursor", () => {
  const { text, cursors, ranges } = marked(
    "// [|@iec62443-4-2|] [|partial CR 1.5, ¦CR 1.7, CR 2.1|]  ",
    "¦",
  );
  expect(cursors).toHaveLength(1);
  expect(ranges).toEqual([]);
  const bare = text.replaceAll("[|", "").replaceAll("|]", "");
  const language = languageById("c");
  if (language === undefined) throw new Error("C is known.");
  const line = annotationLineAt(bare, language, { line: 0, character: bare.indexOf("CR 1.7") });
  expect(line?.part).toBe("4-2");
  expect(line?.others.map(formatReference)).toEqual(["CR 1.5", "CR 2.1"]);
  expect(line?.marker).toEqual({
    start: { line: 0, character: 3 },
    end: { line: 0, character: 16 },
  });
  expect(line?.content.start.character).toBe(bare.indexOf("partial"));
  expect(line?.content.end.character).toBe(bare.trimEnd().length);
});

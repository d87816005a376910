import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Subjects } from "../../server/src/core/annotation/subjects.ts";
import { Comments, commentsOf } from "../../server/src/core/comments.ts";
import { LANGUAGES, type Language, languageById } from "../../server/src/core/languages.ts";
import { scan } from "../../server/src/core/scan.ts";
import { TextLines } from "../../server/src/core/text.ts";
import { CountingText } from "../support/countingText.ts";

/** Pieces that open, close and part comments and strings of all languages, and annotations in them. */
const PIECES =
  `// /* */ # #= =# -- --[[ ]] {- -} (* *) <!-- --> ; % %{ %} ! ' " """ ''' \` \`\`\` \\ $( ${"${"} { } ( ) [ ] < > << <<EOF EOF
  R"x( )x" r#" "# q( s{ / = => =begin =end =cut __END__ REM .. :: |- >- : - , a b1 <? <?php ?> <script> </script> <style> </style>
  <a> </a> <ST> </ST> <xhtml> <![CDATA[ ]]> <Comment> </Comment> <documentation> plcopen dnl #include @iec62443 iec62443`
    .split(/\s+/)
    .concat(" ", "\n", "\n", "\n\n", "\t", "\\\n", "\r\n", "---\n", "\n---\n")
    .concat(
      "@iec62443 CR 1.5\n",
      "@iec62443 CR 1.5",
      "iec62443-ignore-file",
      "iec62443-ignore-next-line",
    );

const source = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 80 })
  .map((pieces) => pieces.join(""));

/** One language for each way to read comments. */
const SYNTAXES = [...new Map(LANGUAGES.map((it) => [it.syntax, it])).values()].map(
  (it) => [it.id, it] as const,
);

/** Comments that are all read at once, whatever is asked for. */
function readAtOnce(text: string, language: Language): Comments {
  const comments = new Comments(text, language);
  comments.readTo(text.length);
  return comments;
}

describe.each(SYNTAXES)("%s read in steps", (_, language) => {
  test("gives the comments that it gives at once, each as soon as it has been read past its start", () => {
    fc.assert(
      fc.property(source, fc.array(fc.nat(300), { maxLength: 8 }), (text, stops) => {
        const all = commentsOf(text, language);
        const comments = new Comments(text, language);
        for (const stop of stops) {
          const offset = Math.min(stop, text.length);
          const known = comments.readTo(offset);
          expect(known).toBeGreaterThanOrEqual(offset);
          expect(comments.found).toEqual(all.slice(0, comments.found.length));
          expect(all[comments.found.length]?.start ?? known).toBeGreaterThanOrEqual(known);
        }
        comments.readTo(text.length);
        expect(comments.found).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });

  test("gives the subjects that it gives at once", () => {
    fc.assert(
      fc.property(source, (text) => {
        const lines = new TextLines(text);
        const once = new Subjects(lines, readAtOnce(text, language));
        const inSteps = new Subjects(lines, new Comments(text, language));
        for (const comment of commentsOf(text, language)) {
          expect(inSteps.of(comment.contentStart, comment)).toEqual(
            once.of(comment.contentStart, comment),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

const CODE = "int f(void) { return g(\"a\", 'b') / 2; } /* what it does */\n";

test.each(["c", "typescript", "python", "rust", "markdown", "restructuredtext"])(
  "%s is not read behind the code of its last annotation",
  (id) => {
    const language = languageById(id);
    if (language === undefined) throw new Error(`${id} is missing.`);
    const comments = new Comments(CODE.repeat(20_000), language);
    expect(comments.readTo(10)).toBeLessThan(2000);
  },
);

/** How many characters are looked at to scan a text, one that is searched for included. */
function steps(text: string): number {
  const counting = new CountingText(text);
  const c = languageById("c");
  expect(scan(counting as unknown as string, c).annotations).toHaveLength(1);
  return counting.steps;
}

test("an annotation at the start of a long text costs no more than to search the text for the words", () => {
  const text = `// @iec62443 CR 1.5\n${CODE.repeat(20_000)}`;
  const searchedToTheEnd = ["62443", "#", "\\r of the lexer", "\\r of the lines"];
  expect(steps(text)).toBeLessThan(text.length * (searchedToTheEnd.length + 0.1));
  const atEnd = steps(`${CODE.repeat(20_000)}// @iec62443 CR 1.5\n`);
  expect(steps(text)).toBeLessThan(atEnd / 2);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Comment, commentsOf } from "../../server/src/core/comments.ts";
import { LANGUAGES, type Language, languageById } from "../../server/src/core/languages.ts";
import { CountingText } from "../support/countingText.ts";

/** What the languages are made of: marks that open, close, escape and continue. */
const MARKS =
  `// /* */ /** # #! #[[ ]] #= =# #| |# -- --[[ --[==[ ]==] {- -} {# #} (* *) (*) <!-- --> <!--> ; ;; % %{ %} ! ' ''
  ''' " "" """ \` \`\`\` ~~~ \\ \\\\ $ $# $( $(( ${"${"} #{ \\( { } ( ) [ ] < > << <<- <<~ <<< <<EOF <<"EOF" <<<EOF EOF R"x( )x"
  r" r#" "# @" $" $@" @' '@ "@ q( qq{ qw/ s{ tr/ m# y/ %w[ %( ?" ?# $' = == => =begin =end =cut =pod __END__ __DATA__
  help ---help--- REM rem :: .. |- | >- : - , . / * + & @ a b1 0 0' x' r R f u8 return if (?) <? <?php ?> <script> </script>
  <style> </style> <a> </a> /> <ST> </ST> <xhtml> <STContent> <![CDATA[ ]]> <Comment> </Comment> <Line> dnl \\begin{comment}
  \\end{comment} \\verb| \\url{ ~r/ ~S""" <# #> ### #include <a/*b> c C * '"' 'a' é \u{1F600} --- key: --`.split(
    /\s+/,
  );

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(" ", "\n", "\n", "\n\n", "\t", "  ", "\\\n") },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);

const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const sourceOfLines = source.map((text) => text.replaceAll("\r", ""));
const runs = { numRuns: 150 };

/** Whether the comments are in order, inside the text, and their contents inside them. */
function isWellFormed(text: string, comments: readonly Comment[]): boolean {
  let before = 0;
  return comments.every(({ start, contentStart, contentEnd, end }) => {
    const places = [before, start, contentStart, contentEnd, end, text.length];
    before = end;
    return start < end && places.every((it, index) => it >= (places[index - 1] ?? 0));
  });
}

/** One language for each way to read comments. */
const SYNTAXES = [...new Map(LANGUAGES.map((it) => [it.syntax, it])).values()].map(
  (it) => [it.id, it] as const,
);

/** Each place of the result where it stands when every line end takes `width` characters. */
function widened(text: string, comments: readonly Comment[], width: number): readonly Comment[] {
  const shift = (at: number) => at + (text.slice(0, at).split("\n").length - 1) * (width - 1);
  return comments.map((it) => ({
    start: shift(it.start),
    end: shift(it.end),
    contentStart: shift(it.contentStart),
    contentEnd: shift(it.contentEnd),
  }));
}

describe.each(SYNTAXES)("%s", (_, language) => {
  test("answers for any text, in order and inside it", () => {
    fc.assert(
      fc.property(source, (text) => isWellFormed(text, commentsOf(text, language))),
      runs,
    );
  });

  test("finds the same with CRLF and with CR", () => {
    fc.assert(
      fc.property(sourceOfLines, (text) => {
        const comments = commentsOf(text, language);
        const withCrlf = commentsOf(text.replaceAll("\n", "\r\n"), language);
        const withCr = commentsOf(text.replaceAll("\n", "\r"), language);
        expect(withCrlf).toEqual(widened(text, comments, 2));
        expect(withCr).toEqual(comments);
      }),
      runs,
    );
  });
});

describe.each(SYNTAXES)("%s", (_, language) => {
  test("finds the same behind a byte order mark", () => {
    fc.assert(
      fc.property(source, (text) => {
        const behindMark = commentsOf(text, language).map((it) => ({
          start: it.start + 1,
          end: it.end + 1,
          contentStart: it.contentStart + 1,
          contentEnd: it.contentEnd + 1,
        }));
        expect(commentsOf(`\uFEFF${text}`, language)).toEqual(behindMark);
      }),
      runs,
    );
  });
});

/** How many characters the lexer looked at. */
function steps(text: string, language: Language): number {
  const counting = new CountingText(text);
  commentsOf(counting as unknown as string, language);
  return counting.steps;
}

const COUNT = 150;

/** What is repeated; the marks above, and some that have made lexers slow elsewhere. */
const HOSTILE = [
  ...MARKS,
  ...MARKS.map((it) => `${it} `),
  ...MARKS.map((it) => `${it}\n`),
  "a/[",
  "(/[",
  "=/a",
  "`${`",
  "`${",
  '"#{',
  "<a>{",
  "<a ",
  "=<a",
  "<<A ",
  "<<A\n",
  "<<~A\n",
  "<ST>a",
  "<ST><xhtml>",
  "<Comment>",
  "<script>/*",
  "<script>/*</script>",
  "```\n~~~\n",
  "\t#\\\n",
  "- ",
  "- '",
  "a: |\n",
  "::\n\n\n",
  "..\n\n\n",
  "REMREM",
  "--x--",
  "\\verb|x|",
  "@'",
  "1'",
  'R"(',
  "x `a` ``b",
];

test.each(SYNTAXES)("%s takes time in proportion to the text", (_, language) => {
  const slow = HOSTILE.filter((it) => it !== "").filter((it) => {
    const once = steps(it.repeat(COUNT), language);
    const twice = steps(it.repeat(COUNT * 2), language);
    return twice > once * 2.5 + 1000;
  });
  expect(slow).toEqual([]);
});

test("a text whose repetitions vary takes time in proportion too", () => {
  const javascript = languageById("markdown");
  if (javascript === undefined) throw new Error("Markdown is missing.");
  const runsOfTicks = (count: number) =>
    Array.from({ length: count }, (_, length) => "`".repeat(length)).join(" ");
  const once = runsOfTicks(300);
  const twice = runsOfTicks(424);
  expect(twice.length / once.length).toBeLessThan(2.01);
  expect(steps(twice, javascript)).toBeLessThan(steps(once, javascript) * 2.5);
});

test.each([
  ["c", '"'],
  ["c", "/*"],
  ["structured-text", "(*"],
  ["javascript", "`"],
  ["javascript", "`${"],
  ["typescriptreact", "=<a>{"],
  ["shellscript", "<<A\n"],
  ["shellscript", '"${'],
  ["ruby", '"#{'],
  ["perl", "q("],
  ["haskell", "{-"],
])("%s stands a million of %j", (id, mark) => {
  const language = languageById(id);
  if (language === undefined) throw new Error(`${id} is missing.`);
  const text = mark.repeat(1_000_000);
  expect(isWellFormed(text, commentsOf(text, language))).toBe(true);
});

// The languages of the generated monorepo: a line of code with a number in it, and the comments it takes.

const C_COMMENTS = [
  { open: "// ", close: "" },
  { open: "/* ", close: " */" },
  { open: "/*\n * ", close: "\n */" },
];
const HASH = [{ open: "# ", close: "" }];
const DASHES = [{ open: "-- ", close: "" }];
const MARKUP = [{ open: "<!-- ", close: " -->" }];

const language = (extension, comments, code, isInString = false) => ({
  extension,
  comments,
  code,
  // Where a string may hold anything, it may hold the word as well.
  isInString,
});

export const LANGUAGES = [
  language("c", C_COMMENTS, (it) => `static int step_${it}(int a) { return a * ${it} + 7; }`, true),
  language("h", C_COMMENTS, (it) => `int step_${it}(int a); /* called once for each cycle */`),
  language("cpp", C_COMMENTS, (it) => `auto step_${it} = [](int a) { return a / ${it}; };`, true),
  language("ts", C_COMMENTS, (it) => `export const step${it} = (a: number) => a + ${it};`, true),
  language("js", C_COMMENTS, (it) => `export const step${it} = (a) => \`\${a} of ${it}\`;`, true),
  language(
    "java",
    C_COMMENTS,
    (it) => `final class Step${it} { long of(long a) { return a; } }`,
    true,
  ),
  language("go", C_COMMENTS, (it) => `func step${it}(a int) int { return a % ${it} }`, true),
  language("rs", C_COMMENTS, (it) => `fn step_${it}<'a>(text: &'a str) -> &'a str { text }`, true),
  language("cs", C_COMMENTS, (it) => `internal sealed record Step${it}(string Größe);`, true),
  language("kt", C_COMMENTS, (it) => `fun step${it}(a: Int) = a + ${it}`, true),
  language("swift", C_COMMENTS, (it) => `func step${it}(_ a: Int) -> Int { a + ${it} }`, true),
  language("scss", C_COMMENTS, (it) => `.step-${it} { width: ${it}px; }`),
  language("py", HASH, (it) => `def step_${it}(a): return a * ${it}`, true),
  language("rb", HASH, (it) => `def step_${it}(a) = a * ${it}`, true),
  language("sh", HASH, (it) => `step_${it}() { echo "$1 of ${it}"; }`),
  language("yaml", HASH, (it) => `step_${it}: { size: ${it}, unit: "µm" }`),
  language("toml", HASH, (it) => `step_${it} = ${it}`),
  language("sql", DASHES, (it) => `CREATE TABLE step_${it} (id INTEGER PRIMARY KEY);`),
  language("lua", DASHES, (it) => `local function step_${it}(a) return a * ${it} end`, true),
  language(
    "st",
    [
      { open: "// ", close: "" },
      { open: "(* ", close: " *)" },
    ],
    (it) => `Step${it} := Step${it} + ${it};`,
  ),
  language("html", MARKUP, (it) => `<p id="step-${it}">${it} steps</p>`),
];

/** A comment as any team writes them, with nothing of ours in it. */
export function plainComment({ comments: [{ open, close }] }, number) {
  return `${open}Step ${number} keeps the order of the plan.${close}`;
}

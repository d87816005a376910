// What stands around the sources of the generated monorepo and has to be left out, each with the word in it: what git
// ignores, packages that are installed, binary files, files too large to be sources, texts of no known language.
const WORD_LINE = "// @iec62443 CR 1.1\nexport const a = 1;\n";
const PACKAGES = 40;
const FILES_IN_A_PACKAGE = 50;
const LARGE = 2.5 * 1024 * 1024;

/** Writes all of it, and notes every line with the word. */
export function surroundings({ write, expected, products }) {
  const put = (path, what, content, lines = [1]) => {
    write(path, content);
    for (const line of lines) expected.words.push({ path, line, what, shape: "alone" });
  };
  write(".git/HEAD", "ref: refs/heads/main\n");
  write(".gitignore", "node_modules/\n/dist/\n*.gen.c\n");
  write("package.json", "{}\n");
  for (let i = 0; i < PACKAGES * FILES_IN_A_PACKAGE; i++) {
    const path = `node_modules/package${i % PACKAGES}/lib/part${i}.js`;
    put(path, "installed package", WORD_LINE);
  }
  for (let i = 0; i < 100; i++) put(`dist/bundle${i}.js`, "ignored by git", WORD_LINE);
  for (const product of products) around(put, write, expected, `products/${product}`);
}

function around(put, write, expected, folder) {
  write(`${folder}/.gitignore`, "/generated/\n");
  for (let i = 0; i < 20; i++) {
    put(`${folder}/generated/table${i}.c`, "ignored by git", WORD_LINE);
    put(`${folder}/area0/more${i}.gen.c`, "ignored by git", WORD_LINE);
    put(`${folder}/assets/picture${i}.bin`, "binary", binary());
  }
  put(`${folder}/area0/dump.c`, "too large", WORD_LINE.padEnd(LARGE, "int a;\n"));
  put(`${folder}/notes.txt`, "unknown file type", "# @iec62443 CR 1.1\n");
  expected.findings.push(`${folder}/notes.txt:1 unknown-file-type`);
}

/** NUL bytes first, as in most formats; then the word, as in the text of a document. */
function binary() {
  return Buffer.concat([
    Buffer.alloc(4096),
    Buffer.from("// @iec62443 CR 1.1\n"),
    Buffer.alloc(60_000),
  ]);
}

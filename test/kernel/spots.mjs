// Where in a file a comment of its own may be put without standing inside of another comment, string or line.

const BLOCK = { open: "/* ", close: " */" };
const LINE = { open: "// ", close: "" };
const HASH = { open: "# ", close: "" };
const STYLES = {
  c: [BLOCK, LINE, { open: "/*\n * ", close: "\n */" }],
  assembly: [BLOCK],
  hash: [HASH],
  rust: [LINE],
  rst: [{ open: "\n.. ", close: "\n" }],
  markup: [{ open: "<!-- ", close: " -->" }],
};

const FAMILIES = [
  [/\.(?:c|h|dts|dtsi|cc|cpp)$/, "c"],
  [/\.S$/, "assembly"],
  [/\.(?:sh|py|yaml)$|(?:^|\/)(?:Makefile|Kbuild|Kconfig)$/, "hash"],
  [/\.pl$/, "perl"],
  [/\.rs$/, "rust"],
  [/\.rst$/, "rst"],
  [/\.svg$/, "markup"],
];

/** Which comments a file takes; nothing where we do not write into it. */
export function familyOf(path) {
  return FAMILIES.find(([pattern]) => pattern.test(path))?.[1];
}

/**
 * The spots of a text: `line` is the line, from 0, that the comment comes before, or whose end it is put at.
 * A spot is taken only where it is certain: the top, the bottom, between two includes, before a lone `return 0;`.
 */
export function spotsOf(family, lines) {
  const styles = STYLES[family === "perl" ? "hash" : family];
  const spots = [];
  if (family !== "markup") spots.push({ line: lines[0].startsWith("#!") ? 1 : 0, styles });
  if (family !== "perl" && !(lines.at(-1) ?? "").endsWith("\\")) {
    spots.push({ line: lines.length, styles });
  }
  if (family !== "c") return spots;

  for (let i = 1; i < lines.length; i++) {
    const between = lines[i].startsWith("#include <") && lines[i - 1].startsWith("#include <");
    if (between && /^#include <[\w/.-]+>$/.test(lines[i])) {
      spots.push({ line: i, styles }, { line: i, styles: [BLOCK, LINE], atEnd: true });
    }
    if (lines[i] === "\treturn 0;" && lines[i - 1] === "") {
      spots.push({ line: i, styles: STYLES.c.map(indented) });
    }
  }
  return spots;
}

function indented({ open, close }) {
  return { open: `\t${open.replace("\n", "\n\t")}`, close: close.replace("\n", "\n\t") };
}

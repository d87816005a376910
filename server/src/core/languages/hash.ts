import { lineComment } from "../comments/commentRules.ts";
import { quoted } from "../comments/stringRules.ts";
import { Tokens } from "../comments/tokens.ts";
import { type Language, language } from "./language.ts";

const hash = lineComment("#");

const PYTHON = new Tokens([
  hash,
  quoted('"""', { escape: "\\", lines: "many" }),
  quoted("'''", { escape: "\\", lines: "many" }),
  quoted('"', { escape: "\\", lines: "one" }),
  quoted("'", { escape: "\\", lines: "one" }),
]);

/** Languages whose comments begin with `#`. */
export const HASH: readonly Language[] = [
  language({
    id: "python",
    name: "Python",
    extensions: ".py .pyi .pyw",
    shebangs: "python",
    lineComment: "#",
    syntax: PYTHON,
  }),
  language({
    id: "yaml",
    name: "YAML",
    extensions: ".yaml .yml",
    lineComment: "#",
    syntax: new Tokens([hash]),
  }),
];

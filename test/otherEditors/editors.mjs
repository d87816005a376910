// The editors beside VS Code that the language server is tried in, each as Debian packages it.
import { fileURLToPath } from "node:url";

/** What is looked at in each editor: the scripts tell of each of them by these words. */
const CHECKS = [
  "the server attaches to a file of the product",
  "a wrong annotation that is typed has a finding",
  "the finding goes when the annotation is corrected",
  "hover tells what CR 1.5 is",
  "completion offers ids in a comment",
  "references lead to the claims of CR 1.7, also in files that are not open",
  "definition leads to the statement in the project file",
  "the settings of the page are heard",
  "a code action writes the id in the canonical way",
  "the command of the page writes a Statement of Applicability",
];

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * `heading` is that of the section of docs/editors.md whose block in `language` sets the editor up; `start` gives the
 * arguments that start it with that set-up and a file, and then run the script.
 */
export const EDITORS = [
  {
    name: "Neovim",
    program: "nvim",
    isThere: ["--version"],
    packages: ["neovim"],
    heading: "Neovim 0.7 to 0.10",
    language: "lua",
    checks: CHECKS,
    start: ({ setUp, file }) => [
      ...["--headless", "-n", "-i", "NONE", "-u", setUp],
      ...[file, "-c", `luafile ${script("neovim.lua")}`],
    ],
  },
  {
    name: "Emacs",
    program: "emacs",
    // Debian's own start-up files make the packages known that Debian installs.
    isThere: ["--batch", "--eval", "(require 'eglot)"],
    packages: ["emacs-nox", "elpa-eglot"],
    heading: "Emacs",
    language: "elisp",
    checks: CHECKS,
    start: ({ setUp, file }) => [
      ...["--batch", "--load", setUp, "--load", script("emacs.el")],
      ...["--funcall", "iec62443-test-all", file],
    ],
  },
];

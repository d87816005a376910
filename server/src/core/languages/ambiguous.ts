/** One way to tell the language of an extension that several have: how the first line begins. */
interface Choice {
  /** Beginnings, in lower case. */
  readonly begins: readonly string[];
  readonly id: string;
}

function choice(id: string, ...begins: readonly string[]): Choice {
  return { id, begins };
}

const XML = choice("xml", "<?xml", "<!doctype", "<configuration");
const C_LIKE = ["//", "/*", "#include", "#import", "#if", "#define", "#pragma"];

/** The last choice of each list has no beginnings: it is what is left. */
const AMBIGUOUS: ReadonlyMap<string, readonly Choice[]> = new Map([
  [".m", [choice("objective-c", ...C_LIKE, "@"), choice("matlab", "")]],
  [".pl", [choice("prolog", ":-", "%", "/*"), choice("perl", "")]],
  [".v", [choice("coq", "(*", "require", "from "), choice("verilog", "")]],
  [
    ".inc",
    [
      choice("php", "<?php"),
      choice("nasm", ";"),
      choice("pascal", "{"),
      choice("c", ...C_LIKE),
      choice("bitbake", "#", "summary", "require ", "description"),
      choice("c", ""),
    ],
  ],
  [".l", [choice("lisp", ";"), choice("lex", "")]],
  [".ll", [choice("lex", "%", ...C_LIKE), choice("llvm", "")]],
  [".cl", [choice("lisp", ";"), choice("opencl", "")]],
  [".cls", [choice("vb", "version"), choice("latex", "%", "\\"), choice("apex", "")]],
  [".exp", [choice("tcl", "#"), choice("structured-text", "")]],
  [".do", [choice("tcl", "#"), choice("stata", "")]],
  [".def", [choice("ini", ";", "library", "exports", "name "), choice("c", "")]],
  [".pp", [choice("pascal", "{", "(*", "//", "unit", "program", "library"), choice("puppet", "")]],
  [".cfg", [choice("c", "/*", "//", "#ifndef"), choice("ini", "")]],
  [".config", [XML, choice("xml", "<"), choice("defconfig", "")]],
  [".ts", [XML, choice("typescript", "")]],
]);

/** The id of the language of an extension that several have; nothing for all others. */
export function ambiguousId(extension: string, firstLine: string): string | undefined {
  const choices = AMBIGUOUS.get(extension);
  if (choices === undefined) return undefined;
  const line = firstLine.slice(0, 200).replace("\uFEFF", "").trimStart().toLowerCase();
  return choices.find(({ begins }) => begins.some((it) => line.startsWith(it)))?.id;
}

import { C } from "../comments/cFamily.ts";
import { type Language, language } from "./language.ts";

const lineComment = "//";

/** C and what shares its comments. */
export const C_FAMILY: readonly Language[] = [
  language({
    id: "c",
    name: "C",
    extensions: ".c .h .i .idc .cats",
    shebangs: "tcc",
    lineComment,
    syntax: C,
  }),
  language({
    id: "cpp",
    name: "C++",
    aliases: "c++",
    extensions: ".cpp .cc .cxx .c++ .hpp .hh .hxx .h++ .ipp .tpp .txx .inl .ino .ii .ixx .cppm",
    lineComment,
    syntax: C,
  }),
];

import { GNU_ASSEMBLY, SEMICOLON_ASSEMBLY } from "../comments/assembly.ts";
import { COBOL, FIXED_FORTRAN, FORTRAN } from "../comments/columns.ts";
import { percent, semicolon } from "../comments/commentRules.ts";
import { SEMICOLON_LINES } from "../comments/configuration.ts";
import {
  ABAP,
  ADA,
  MODULA,
  PASCAL,
  PLANT_UML,
  VHDL,
  VISUAL_BASIC,
} from "../comments/engineering.ts";
import { MATLAB } from "../comments/matlab.ts";
import { RESTRUCTURED_TEXT } from "../comments/restructuredText.ts";
import { SQL } from "../comments/sql.ts";
import { doubleQuoted } from "../comments/stringRules.ts";
import { TEX } from "../comments/tex.ts";
import { Tokens } from "../comments/tokens.ts";
import { type Language, language } from "./language.ts";

/** Languages of engineering, of data bases and of documents. */
export const ENGINEERING: readonly Language[] = [
  language({
    id: "fortran",
    name: "Fortran",
    aliases: "fortran-modern fortranfreeform",
    extensions: ".f90 .f95 .f03 .f08 .f15 .f18 .f2k .fpp90 .pf",
    lineComment: "!",
    syntax: FORTRAN,
  }),
  language({
    id: "fortran-fixed",
    name: "Fortran, fixed form",
    aliases: "fortranfixedform fortran77 fortran_fixed-form",
    extensions: ".f .for .ftn .f77 .fpp",
    lineComment: "!",
    syntax: FIXED_FORTRAN,
  }),
  language({
    id: "cobol",
    name: "COBOL",
    extensions: ".cob .cbl .cobol .cpy .ccp",
    lineComment: "*>",
    syntax: COBOL,
  }),
  language({
    id: "ada",
    name: "Ada",
    aliases: "spark",
    extensions: ".adb .ads .ada .gpr",
    lineComment: "--",
    syntax: ADA,
  }),
  language({
    id: "pascal",
    name: "Pascal",
    aliases: "objectpascal delphi",
    extensions: ".pas .dpr .dpk .lpr .lfm",
    shebangs: "instantfpc",
    lineComment: "//",
    syntax: PASCAL,
  }),
  language({
    id: "modula",
    name: "Modula-2 and Oberon",
    aliases: "oberon modula2",
    extensions: ".mod .ob2 .mi",
    blockComments: "(* *)",
    syntax: MODULA,
  }),
  language({
    id: "matlab",
    name: "MATLAB",
    aliases: "octave",
    extensions: ".m",
    shebangs: "octave",
    lineComment: "%",
    syntax: MATLAB,
  }),
  language({
    id: "vhdl",
    name: "VHDL",
    extensions: ".vhd .vhdl .vho .vht",
    lineComment: "--",
    syntax: VHDL,
  }),
  language({
    id: "asm",
    name: "Assembly",
    aliases: "asm-intel-x86-generic arm armasm gas assembly riscv mips",
    extensions: ".s .sx .gas",
    lineComment: "#",
    syntax: GNU_ASSEMBLY,
  }),
  language({
    id: "nasm",
    name: "Assembly with semicolons",
    aliases: "masm asm-collection",
    extensions: ".asm .nasm .masm .a51 .a65 .s43 .s51 .s79 .z80 .msa",
    lineComment: ";",
    syntax: SEMICOLON_ASSEMBLY,
  }),
  language({
    id: "llvm",
    name: "LLVM",
    extensions: ".llvm .ll",
    lineComment: ";",
    syntax: new Tokens([semicolon, doubleQuoted]),
  }),
  language({
    id: "sql",
    name: "SQL",
    aliases: "plsql pgsql mysql tsql",
    extensions: ".sql .psql .pgsql .ddl .dml .pls .plsql .pkb .pks .pck .tsql .hql",
    lineComment: "--",
    syntax: SQL,
  }),
  language({
    id: "vb",
    name: "Visual Basic",
    aliases: "vba vbs vbscript basic",
    extensions: ".vb .bas .vbs .vba .frm .ctl",
    lineComment: "'",
    syntax: VISUAL_BASIC,
  }),
  language({ id: "abap", name: "ABAP", extensions: ".abap", lineComment: '"', syntax: ABAP }),
  language({
    id: "autohotkey",
    name: "AutoHotkey and AutoIt",
    aliases: "ahk autoit",
    extensions: ".ahk .au3 .iss .nsi .nsh",
    lineComment: ";",
    syntax: SEMICOLON_LINES,
  }),
  language({
    id: "latex",
    name: "LaTeX",
    aliases: "tex bibtex doctex",
    extensions: ".tex .sty .ltx .dtx .ins .bbx .cbx .lbx .tikz",
    lineComment: "%",
    syntax: TEX,
  }),
  language({
    id: "postscript",
    name: "PostScript",
    extensions: ".ps .eps",
    lineComment: "%",
    syntax: new Tokens([percent]),
  }),
  language({
    id: "restructuredtext",
    name: "reStructuredText",
    aliases: "rst",
    extensions: ".rst .rest",
    lineComment: "..",
    syntax: RESTRUCTURED_TEXT,
  }),
  language({
    id: "plantuml",
    name: "PlantUML",
    extensions: ".puml .plantuml .pu .iuml .wsd",
    lineComment: "'",
    syntax: PLANT_UML,
  }),
];

import { expect, test } from "vitest";
import { unmarked, withCommentMarks } from "../support/commentMarks.ts";

test.each([
  ["haskell", "a --> b «-- yes»\nc' = '\"' «{- d {- e -} f -}» \"-- no\" «--- yes»\n|-- no"],
  ["elm", 'a «{- b {- c -} -}» """\n-- no""" «-- yes»'],
  ["ocaml", "a «(* b (* c *) \"*)\" don't *)» '\"' {x|(* no *)|x} 'a list"],
  ["fsharp", '(*) a «(* b *)» \'a\' x\' @"\\" «// yes»\n"""// no"""'],
  ["erlang", "a $% $\" $\\\" 'it\\'s % no' «% yes»"],
  ["clojure", 'a \\; \\" "; no" «; yes»'],
  ["lisp", 'a #\\; «#| b #| c |# d |#» "; no" «;; yes»'],
  ["emacs-lisp", 'a ?; ?\\" "; no" «; yes»'],
  ["prolog", "a(0'%, '% no') «% yes»\n«/* yes */»"],
  ["fortran", "a = '! no it''s' «! yes»\nb = \"! no\" «! yes»"],
  ["fortran-fixed", "«C yes»\n«* yes»\n«c yes»\n      CALL A «! yes»\n     !B = 1\n«! yes»"],
  ["cobol", "000100«* yes»\n000200 A = '*> no'. «*> yes»\n000300«/ yes»\n       B * C"],
  ["ada", 'A := \'"\'; B := C\'Length; «-- yes»\nD := "-- no "" -- no"; «-- yes»'],
  ["vhdl", "a <= std_logic'('1'); «-- yes»\nb'event \"-- no\" «/* yes */»"],
  ["pascal", "a := '{ no it''s'; «{ yes }» «(* yes *)» «// yes»"],
  [
    "matlab",
    "a' «% yes»\nb = 'it''s % no'; c = [a' b']; «% yes»\n«%{\nd\n%{\n%}\n%}»\ne = 1 «... yes»",
  ],
  ["matlab", '#import <a.h>\nchar *s = "% no"; «// yes»'],
  ["tcl", "«# yes»"],
  [
    "asm",
    "«/* yes */»\n#define A 1 «// yes»\n\tmov r0, #1 «@ yes»\n.type a, @function\n\tnop; nop «# yes»",
  ],
  ["asm", "«; yes»\n  LDR R0, =1 «; yes»\n  DCB 'a;b' «; yes»"],
  ["asm", "\t;;\n\tnop ;; «// yes»\n"],
  ["nasm", "db 'a;b', \"; no\" «; yes»\n%define A"],
  ["sql", "select 'it''s -- no' «-- yes»\n«/* a /* b */ c */» select \"-- no\""],
  ["sql", "insert into a values ('c:\\', 'it\\'s -- no'); «-- yes»\n«# yes»\nselect #a"],
  ["vb", 'a = "it\'s "" no" «\' yes»\n«REM yes»\nb = Remark'],
  [
    "latex",
    "a \\% b «% yes»\n\\verb|% no| «% yes»\n\\begin{verbatim}\n% no\n\\end{verbatim}\n\\url{a%20b} \\\\«% yes»",
  ],
  [
    "restructuredtext",
    "A\n\n«.. yes\n   yes\n\n   yes»\n\n.. note:: no\n\n   «.. yes»\n\nB::\n\n   .. no\n\nC",
  ],
  [
    "restructuredtext",
    ".. _no: a\n.. [1] no\n.. |no| image:: a\n.. code-block:: c\n\n   .. no\n\n«..»\n\n   no",
  ],
  ["plantuml", "«' yes»\na -> b : it's\n«/' yes '/»"],
])("%s %#: %s", (id, source) => {
  expect(withCommentMarks(id, unmarked(source))).toBe(source);
});

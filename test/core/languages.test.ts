import { expect, test } from "vitest";
import { LANGUAGES, languageById, languageOf } from "../../server/src/core/languages.ts";

test.each([
  ["src/main.c", "", "c"],
  ["file:///w/a%20b/main.H", "", "c"],
  ["C:\\w\\main.cpp", "", "cpp"],
  ["a.c%2B%2B", "", "cpp"],
  ["Makefile", "", "makefile"],
  ["Makefile.am", "", "makefile"],
  ["Makefile.PL", "", "perl"],
  ["CMakeLists.txt", "", "cmake"],
  ["notes.txt", "", undefined],
  ["README", "", undefined],
  ["Dockerfile", "", "dockerfile"],
  ["Dockerfile.dev", "", "dockerfile"],
  ["drivers/Kconfig", "", "kconfig"],
  ["Kconfig.debug", "", "kconfig"],
  ["arm_defconfig", "", "defconfig"],
  ["Jenkinsfile", "", "groovy"],
  ["run", "#!/bin/sh", "shellscript"],
  ["run", "#!/usr/bin/env python3", "python"],
  ["run", "#!/usr/bin/env -S node --x", "javascript"],
  ["run", "\uFEFF#! /usr/bin/perl5.30 -w", "perl"],
  ["run", "hello", undefined],
  ["config.h.in", "", "c"],
  ["unit.service.in", "", "ini"],
  ["page.blade.php", "", "blade"],
  ["MAIN.TcPOU", "", "twincat"],
  ["GVL.TcGVL", "", "twincat"],
  ["Line.L5X", "", "l5x"],
  ["motor.scl", "", "scl"],
  ["motor.st", "", "structured-text"],
  ["motor.awl", "", "instruction-list"],
  ["a.m", "#import <Foundation/Foundation.h>", "objective-c"],
  ["a.m", "function y = f(x)", "matlab"],
  ["a.pl", "#!/usr/bin/perl", "perl"],
  ["a.pl", ":- module(a, []).", "prolog"],
  ["a.v", "module top;", "verilog"],
  ["a.v", "(* proofs *)", "coq"],
  ["a.inc", "<?php", "php"],
  ["a.inc", "; macros", "nasm"],
  ["a.inc", "/* tables */", "c"],
  ["a.cls", "\\NeedsTeXFormat{LaTeX2e}", "latex"],
  ["a.ts", "import x from 'y';", "typescript"],
  ["a.ts", '<?xml version="1.0"?>', "xml"],
  ["board.dts", "", "dts"],
  ["head.S", "", "asm"],
  ["boot.asm", "", "nasm"],
  ["vmlinux.lds.S", "", "asm"],
])("%s with %j is %s", (path, firstLine, id) => {
  expect(languageOf(path, firstLine)?.id).toBe(id);
});

/** One file of each language that the product promises to read. */
const PROMISED =
  `a.c a.cpp a.cs a.java a.kt a.scala a.swift a.go a.rs a.d a.zig a.js a.ts a.jsx a.tsx a.dart a.php a.py a.rb a.pl
  a.lua a.r a.jl a.sh a.ps1 a.bat a.mk CMakeLists.txt meson.build BUILD.bazel Dockerfile a.yaml a.toml a.ini
  a.properties a.jsonc a.tf a.sql a.proto a.graphql a.html a.xml a.vue a.svelte a.css a.scss a.less a.md a.rst a.tex
  a.hs a.ml a.fs a.elm a.ex a.erl a.clj a.lisp a.scm a.f90 a.for a.cob a.adb a.pas a.m a.vhd a.v a.sv a.tcl a.s a.asm
  a.lds a.dts a.dtsi Kconfig a.nix a.sol a.groovy a.st a.iecst a.scl a.awl a.il a.TcPOU a.TcGVL a.TcDUT a.TcIO a.L5X`.split(
    /\s+/,
  );

test.each(PROMISED)("%s is known", (name) => {
  expect(languageOf(name, "")).toBeDefined();
});

test.each([
  ["c", "c"],
  ["C++", "cpp"],
  ["shell", "shellscript"],
  ["st", "structured-text"],
  ["plcopen", "xml"],
  ["terraform", "hcl"],
  ["no such language", undefined],
])("the id %s means %s", (id, known) => {
  expect(languageById(id)?.id).toBe(known);
});

/** Extensions that stand in the table twice say something else than they seem to. */
test.each([
  ["id", (it: (typeof LANGUAGES)[number]) => [it.id, ...it.aliases]],
  ["extension", (it: (typeof LANGUAGES)[number]) => it.extensions],
  ["file name", (it: (typeof LANGUAGES)[number]) => it.fileNames],
  ["shebang", (it: (typeof LANGUAGES)[number]) => it.shebangs],
])("no %s belongs to two languages", (_, keys) => {
  const all = LANGUAGES.flatMap(keys);
  expect(all.filter((it, index) => all.indexOf(it) !== index)).toEqual([]);
});

test("extensions are written with a dot and in lower case", () => {
  const wrong = LANGUAGES.flatMap((it) => it.extensions).filter((it) => !/^\.[^A-Z]+$/.test(it));
  expect(wrong).toEqual([]);
});

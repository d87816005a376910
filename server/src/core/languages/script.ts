import { lineComment } from "../comments/commentRules.ts";
import { HASH_LINE_START, HASH_LINES, MESON } from "../comments/configuration.ts";
import { BATCH } from "../comments/engineering.ts";
import { ELIXIR } from "../comments/functional.ts";
import { AWK } from "../comments/javascript.ts";
import { PERL } from "../comments/perl.ts";
import { POWERSHELL } from "../comments/powershell.ts";
import { PYTHON } from "../comments/python.ts";
import { RUBY } from "../comments/ruby.ts";
import { COFFEESCRIPT, JULIA, LUA, NIM, R, VIM } from "../comments/script.ts";
import { SHELL } from "../comments/shell.ts";
import { TCL } from "../comments/tcl.ts";
import { Tokens } from "../comments/tokens.ts";
import { type Language, language } from "./language.ts";

const hash = { lineComment: "#" } as const;

/** Scripting languages: mostly `#`. */
export const SCRIPT: readonly Language[] = [
  language({
    id: "python",
    name: "Python",
    aliases: "py cython",
    extensions: ".py .pyi .pyw .pyx .pxd .pxi .gyp .gypi .wsgi .rpy .ipy",
    fileNames: "SConstruct SConscript wscript",
    shebangs: "python pypy ipython",
    ...hash,
    syntax: PYTHON,
  }),
  language({
    id: "shellscript",
    name: "Shell",
    aliases: "sh bash zsh ksh fish shell csh",
    extensions: ".sh .bash .zsh .ksh .fish .csh .tcsh .bats .ebuild .eclass .ash .dash .command",
    fileNames:
      ".bashrc .bash_profile .bash_aliases .profile .zshrc .zshenv .zprofile .kshrc .cshrc .envrc .env .env.* PKGBUILD APKBUILD",
    shebangs: "sh bash zsh ksh mksh dash ash fish csh tcsh busybox bats rc",
    ...hash,
    syntax: SHELL,
  }),
  language({
    id: "ruby",
    name: "Ruby",
    aliases: "rb",
    extensions: ".rb .rake .gemspec .ru .podspec .thor .jbuilder .rbi .rbs .cr",
    fileNames:
      "Rakefile Gemfile Podfile Vagrantfile Guardfile Capfile Brewfile Fastfile Appfile Berksfile Puppetfile Dangerfile",
    shebangs: "ruby jruby rake crystal",
    ...hash,
    syntax: RUBY,
  }),
  language({
    id: "perl",
    name: "Perl",
    aliases: "perl5 perl6 raku",
    extensions: ".pl .pm .perl .plx .pod .t .raku .rakumod .psgi",
    fileNames: "Makefile.PL cpanfile",
    shebangs: "perl raku",
    ...hash,
    syntax: PERL,
  }),
  language({
    id: "lua",
    name: "Lua",
    aliases: "luau",
    extensions: ".lua .luau .rockspec .wlua .nse",
    shebangs: "lua luajit texlua",
    lineComment: "--",
    syntax: LUA,
  }),
  language({
    id: "r",
    name: "R",
    extensions: ".r .rprofile .rsx",
    shebangs: "Rscript",
    ...hash,
    syntax: R,
  }),
  language({
    id: "julia",
    name: "Julia",
    aliases: "jl",
    extensions: ".jl",
    shebangs: "julia",
    ...hash,
    syntax: JULIA,
  }),
  language({
    id: "tcl",
    name: "Tcl",
    extensions: ".tcl .tk .itcl .xdc .sdc .qsf .qpf",
    shebangs: "tclsh wish expect",
    ...hash,
    syntax: TCL,
  }),
  language({
    id: "elixir",
    name: "Elixir",
    extensions: ".ex .exs",
    fileNames: "mix.lock",
    shebangs: "elixir iex",
    ...hash,
    syntax: ELIXIR,
  }),
  language({
    id: "coffeescript",
    name: "CoffeeScript",
    aliases: "coffee",
    extensions: ".coffee .cson .litcoffee .iced",
    fileNames: "Cakefile",
    shebangs: "coffee",
    ...hash,
    syntax: COFFEESCRIPT,
  }),
  language({
    id: "nim",
    name: "Nim",
    extensions: ".nim .nims .nimble",
    shebangs: "nim",
    ...hash,
    syntax: NIM,
  }),
  language({ id: "gdscript", name: "GDScript", extensions: ".gd", ...hash, syntax: MESON }),
  language({
    id: "awk",
    name: "Awk",
    extensions: ".awk .gawk",
    shebangs: "awk gawk mawk nawk",
    ...hash,
    syntax: AWK,
  }),
  language({
    id: "sed",
    name: "Sed",
    extensions: ".sed",
    shebangs: "sed",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({
    id: "powershell",
    name: "PowerShell",
    aliases: "pwsh ps1",
    extensions: ".ps1 .psm1 .psd1 .pssc .psrc",
    shebangs: "pwsh powershell",
    ...hash,
    syntax: POWERSHELL,
  }),
  language({
    id: "bat",
    name: "Batch",
    aliases: "batch cmd",
    extensions: ".bat .cmd .btm",
    lineComment: "REM",
    syntax: BATCH,
  }),
  language({
    id: "jq",
    name: "jq",
    extensions: ".jq",
    shebangs: "jq",
    ...hash,
    syntax: HASH_LINES,
  }),
  language({
    id: "gherkin",
    name: "Gherkin",
    aliases: "feature cucumber",
    extensions: ".feature",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({
    id: "robotframework",
    name: "Robot Framework",
    aliases: "robot",
    extensions: ".robot .resource",
    ...hash,
    syntax: new Tokens([
      lineComment(
        "#",
        (scanner, at) => scanner.isFirstOnLine(at) || "\t ".includes(scanner.text.charAt(at - 1)),
      ),
    ]),
  }),
  language({
    id: "viml",
    name: "Vim script",
    aliases: "vim",
    extensions: ".vim",
    fileNames: ".vimrc .gvimrc _vimrc",
    lineComment: '"',
    syntax: VIM,
  }),
];

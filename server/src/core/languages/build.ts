import {
  CONFIGURATION,
  HASH_LINE_START,
  HASH_LINES,
  INI,
  M4,
  MESON,
  PROPERTIES,
  TOML,
} from "../comments/configuration.ts";
import { HCL, NIX } from "../comments/description.ts";
import { KCONFIG } from "../comments/kconfig.ts";
import { MAKE } from "../comments/make.ts";
import { PYTHON } from "../comments/python.ts";
import { CMAKE } from "../comments/script.ts";
import { YAML } from "../comments/yaml.ts";
import { type Language, language } from "./language.ts";

const hash = { lineComment: "#" } as const;

/** Builds, packages and configuration: mostly `#`. */
export const BUILD: readonly Language[] = [
  language({
    id: "starlark",
    name: "Starlark",
    aliases: "bazel buck",
    extensions: ".bzl .bazel .star .sky",
    fileNames: "BUILD WORKSPACE BUCK Tiltfile",
    ...hash,
    syntax: PYTHON,
  }),
  language({
    id: "makefile",
    name: "Make",
    aliases: "make",
    extensions: ".mk .mak .make .am .pri .pro .kbuild",
    fileNames: "Makefile makefile GNUmakefile BSDmakefile Kbuild Makefile.* makefile.* Kbuild.*",
    shebangs: "make",
    ...hash,
    syntax: MAKE,
  }),
  language({
    id: "just",
    name: "Just",
    extensions: ".just",
    fileNames: "justfile Justfile .justfile",
    ...hash,
    syntax: HASH_LINES,
  }),
  language({
    id: "cmake",
    name: "CMake",
    extensions: ".cmake",
    fileNames: "CMakeLists.txt",
    ...hash,
    syntax: CMAKE,
  }),
  language({
    id: "meson",
    name: "Meson",
    fileNames: "meson.build meson_options.txt meson.options",
    ...hash,
    syntax: MESON,
  }),
  language({ id: "gn", name: "GN", extensions: ".gn .gni", ...hash, syntax: HASH_LINES }),
  language({ id: "ninja", name: "Ninja", extensions: ".ninja", ...hash, syntax: HASH_LINE_START }),
  language({
    id: "m4",
    name: "M4",
    extensions: ".m4 .ac .m4f .te .fc .if",
    fileNames: "configure.ac configure.in aclocal.m4",
    ...hash,
    syntax: M4,
  }),
  language({
    id: "dockerfile",
    name: "Dockerfile",
    aliases: "docker containerfile",
    extensions: ".dockerfile .containerfile",
    fileNames: "Dockerfile Containerfile Dockerfile.* Containerfile.* dockerfile",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({
    id: "ignore",
    name: "Ignore file",
    fileNames:
      ".gitignore .gitattributes .dockerignore .npmignore .eslintignore .prettierignore .vscodeignore .hgignore CODEOWNERS .mailmap",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({
    id: "kconfig",
    name: "Kconfig",
    fileNames: "Kconfig Kconfig.* Kconfig-* Config.in Config.in.*",
    ...hash,
    syntax: KCONFIG,
  }),
  language({
    id: "defconfig",
    name: "Kernel configuration",
    aliases: "dotconfig",
    extensions: ".defconfig",
    fileNames: ".config .config.* *_defconfig",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({
    id: "bitbake",
    name: "BitBake",
    extensions: ".bb .bbappend .bbclass",
    ...hash,
    syntax: HASH_LINES,
  }),
  language({
    id: "yaml",
    name: "YAML",
    aliases: "yml dockercompose home-assistant github-actions-workflow ansible",
    extensions: ".yaml .yml .clang-format .clang-tidy .cff .sls .eyaml",
    fileNames: ".clang-format .clang-tidy .clangd .yamllint",
    ...hash,
    syntax: YAML,
  }),
  language({
    id: "toml",
    name: "TOML",
    extensions: ".toml",
    fileNames: "Cargo.lock poetry.lock uv.lock Pipfile",
    ...hash,
    syntax: TOML,
  }),
  language({
    id: "ini",
    name: "INI",
    aliases: "cfg editorconfig",
    extensions:
      ".ini .cfg .inf .desktop .service .socket .timer .mount .target .network .netdev .link .path .slice .automount .swap .reg .gsd .gse .wrap .repo",
    fileNames:
      ".editorconfig .gitconfig .gitmodules .npmrc .pylintrc .flake8 .coveragerc .hgrc .pypirc .wgetrc .curlrc setup.cfg tox.ini",
    lineComment: ";",
    syntax: INI,
  }),
  language({
    id: "properties",
    name: "Properties",
    aliases: "java-properties",
    extensions: ".properties",
    ...hash,
    syntax: PROPERTIES,
  }),
  language({
    id: "conf",
    name: "Configuration",
    extensions: ".conf .cnf .rules .perms .cf .preset .gdb .gnuplot .gp .plt .ioc",
    fileNames:
      "nginx.conf .htaccess fstab crontab sudoers sshd_config ssh_config requirements.txt constraints.txt MAINTAINERS",
    ...hash,
    syntax: CONFIGURATION,
  }),
  language({
    id: "hcl",
    name: "HCL",
    aliases: "terraform tf terraform-vars nomad",
    extensions: ".tf .tfvars .hcl .nomad .tofu",
    fileNames: ".terraform.lock.hcl",
    ...hash,
    syntax: HCL,
  }),
  language({ id: "nix", name: "Nix", extensions: ".nix", ...hash, syntax: NIX }),
  language({ id: "rego", name: "Rego", extensions: ".rego", ...hash, syntax: HASH_LINES }),
  language({ id: "capnp", name: "Cap'n Proto", extensions: ".capnp", ...hash, syntax: HASH_LINES }),
  language({
    id: "ros-message",
    name: "ROS message",
    extensions: ".msg .srv .action",
    ...hash,
    syntax: HASH_LINES,
  }),
  language({
    id: "git-commit",
    name: "Git commit message",
    aliases: "git-rebase",
    fileNames: "COMMIT_EDITMSG MERGE_MSG git-rebase-todo",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({
    id: "spec",
    name: "RPM specification",
    extensions: ".spec",
    ...hash,
    syntax: HASH_LINE_START,
  }),
  language({ id: "po", name: "Gettext", extensions: ".po .pot", ...hash, syntax: HASH_LINE_START }),
  language({ id: "puppet", name: "Puppet", extensions: ".epp", ...hash, syntax: HASH_LINES }),
];

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const TOP = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** What each room may import, besides itself. A room may not import what it does not name. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "server/src/core": [],
  "server/src/features": ["server/src/core", "vscode-languageserver-types"],
  "server/src/workspace": [
    "server/src/core",
    "catalog",
    "node:*",
    "ignore",
    "picomatch",
    "vscode-uri",
    "yaml",
  ],
  "server/src/reports": [
    "server/src/core",
    "package.json",
    "node:crypto",
    "csv-stringify",
    "fflate",
  ],
  "server/src/protocol": ["vscode-languageserver-types"],
  "server/src/lsp": [
    "server/src/core",
    "server/src/features",
    "server/src/reports",
    "server/src/workspace",
    "server/src/protocol",
    "node:*",
    "vscode-languageserver",
    "vscode-languageserver-textdocument",
    "vscode-languageserver-types",
  ],
  "server/src/cli": [
    "server/src/core",
    "server/src/reports",
    "server/src/workspace",
    "server/src/lsp/main.ts",
    "package.json",
    "node:*",
    "commander",
    "picocolors",
  ],
  "client/src": ["server/src/protocol", "node:*", "vscode", "vscode-languageclient"],
  "client/panel": ["client/src/l10n.ts", "client/src/nouns.ts", "client/src/panelMessages.ts"],
};

const IMPORT =
  /^\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

/** Every import of a source text, static or dynamic. */
function importsOf(source: string): readonly string[] {
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function filesOf(room: string): readonly string[] {
  return readdirSync(join(TOP, room), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(TOP, room, path));
}

/** A relative import as a path from the top, any other as it stands. */
function target(file: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return relative(TOP, resolve(dirname(file), specifier)).replaceAll("\\", "/");
}

function isAllowed(specifier: string, room: string, allowed: readonly string[]): boolean {
  return [room, ...allowed].some((it) =>
    it.endsWith("*")
      ? specifier.startsWith(it.slice(0, -1))
      : specifier === it || specifier.startsWith(`${it}/`),
  );
}

function forbiddenImports(room: string, file: string, source: string): readonly string[] {
  return importsOf(source)
    .map((specifier) => target(file, specifier))
    .filter((specifier) => !isAllowed(specifier, room, MAY_IMPORT[room] ?? []))
    .map((specifier) => `${relative(TOP, file)} imports ${specifier}`);
}

describe("architecture", () => {
  test.each(Object.keys(MAY_IMPORT))("%s imports only what it may", (room) => {
    const files = filesOf(room);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((it) => forbiddenImports(room, it, readFileSync(it, "utf8")))).toEqual([]);
  });

  test.each([
    ["server/src/core", 'import { readFileSync } from "node:fs";'],
    ["server/src/core", 'import type { Hover } from "vscode-languageserver-types";'],
    ["server/src/features", 'import { Workspace } from "../workspace/workspace.ts";'],
    ["server/src/reports", 'import { runReport } from "../cli/report.ts";'],
    ["server/src/cli", 'import { hover } from "../features/hover.ts";'],
    ["client/src", 'const core = await import("../../server/src/core/text.ts");'],
    ["client/src", 'export { text } from "../../server/src/core/text.ts";'],
    ["client/panel", 'import * as vscode from "vscode";'],
  ])("a forbidden import in %s is seen: %s", (room, source) => {
    expect(forbiddenImports(room, join(TOP, room, "planted.ts"), source)).toHaveLength(1);
  });

  test("every folder of sources is a room of the table", () => {
    const folders = ["server/src", "client"].flatMap((parent) =>
      readdirSync(join(TOP, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${parent}/${entry.name}`),
    );
    expect(folders.filter((it) => MAY_IMPORT[it] === undefined)).toEqual([]);
  });
});

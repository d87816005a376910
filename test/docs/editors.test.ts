import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../server/src/core/parseConfig.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import { serverCapabilities } from "../../server/src/lsp/capabilities.ts";
import { SERVER_COMMANDS } from "../../server/src/lsp/commandNames.ts";
import { blocksOf, readPage } from "../support/page.mjs";
import { parseToml } from "./toml.ts";

/** What an editor says that shows tokens of annotations beside its own colours. */
const PARAMS = {
  processId: null,
  rootUri: null,
  capabilities: {
    textDocument: {
      semanticTokens: {
        augmentsSyntaxTokens: true,
        requests: {},
        tokenTypes: [],
        tokenModifiers: [],
        formats: [],
      },
    },
  },
};

const page = readPage("docs/editors.md");
const blocks = blocksOf(page);
const data = blocks
  .filter((it) => it.language === "json" || it.language === "toml")
  .map(({ heading, language, text }) => ({
    heading,
    value: (language === "json" ? JSON.parse(text) : parseToml(text)) as object,
  }));

/** The sections about one editor: what they say of their command is in a block or in the text. */
const sections = page
  .split(/^## /m)
  .map((it) => ({ heading: it.split("\n", 1)[0] ?? "", text: it }))
  .filter((it) => /^(?:Neovim|Emacs|Helix|Kate|Sublime Text|JetBrains|Zed)\b/.test(it.heading));

/** Every value of a key `settings` at any depth. */
function settingsIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "settings" ? [inner] : settingsIn(inner),
  );
}

describe("the page about editors", () => {
  test("has a section for each of them", () => {
    expect(sections).toHaveLength(8);
  });

  test.each(sections.map((it) => [it.heading, it.text]))(
    "%s: names the command, and says whether it was tried",
    (heading, text) => {
      for (const word of ["iec62443", "lsp", "--stdio"]) expect(text).toContain(word);
      const isTried = /^(?:Neovim 0\.7|Emacs)/.test(heading);
      expect(text.includes("Not tried here.")).toBe(!isTried);
    },
  );

  test("shows settings in every section whose set-up has a file for them", () => {
    const with_ = data.filter((it) => settingsIn(it.value).length > 0).map((it) => it.heading);
    expect(new Set(with_)).toEqual(
      new Set(["What every set-up says", "Helix", "Kate", "Sublime Text", "JetBrains", "Zed"]),
    );
  });

  const settings = data.flatMap((it) => settingsIn(it.value).map((one) => [it.heading, one]));

  test.each(settings)("%s: the server understands the settings", (_, value) => {
    const codes = RULES.map((it) => it.code);
    expect(parseConfig(value, codes).problems).toEqual([]);
    expect(value).not.toEqual({});
  });

  test("shows every setting that the server reads", () => {
    const [, all] = settings[0] ?? [];
    const { contributes } = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    ) as { contributes: { configuration: { properties: object }[] } };
    const ofClient = ["followEditor", "fileDecorations", "trace.server"].map(
      (it) => `iec62443.${it}`,
    );
    const known = contributes.configuration
      .flatMap((it) => Object.keys(it.properties))
      .filter((it) => !ofClient.includes(it));
    for (const key of known) {
      const value = key
        .split(".")
        .slice(1)
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], all);
      expect(value, key).toBeDefined();
    }
  });

  test("names every answer that the server gives", () => {
    const answers = Object.keys(serverCapabilities(PARAMS)).flatMap(
      (it) => /^(\w+)Provider$/.exec(it)?.[1] ?? [],
    );
    expect(answers.length).toBeGreaterThan(4);
    const requests = answers.map((it) =>
      it.startsWith("workspace")
        ? it
        : `${it === "executeCommand" ? "workspace" : "textDocument"}/${it}`,
    );
    for (const it of requests) expect(page).toContain(`\`${it}\``);
  });

  test("names every command that the server runs, and no other", () => {
    const named = [...page.matchAll(/^\| `(iec62443\.server\.\w+)`/gm)].map(([, it]) => it);
    expect(named).toEqual(SERVER_COMMANDS);
  });

  test("names the package as it is packed now", () => {
    const { version } = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    ) as { version: string };
    expect(page).toContain(`iec62443-annotations-${version}.tgz`);
  });
});

describe("the reader of TOML", () => {
  test("reads what the page shows", () => {
    expect(parseToml('a = 1\n[b.c]\nd = ["x"]\n\n[[e]]\nf = true\n[[e]]\nf = false\n')).toEqual({
      a: 1,
      b: { c: { d: ["x"] } },
      e: [{ f: true }, { f: false }],
    });
  });

  test.each(["a", "a = x", "a = 1\na = 2", "[a", "[a]\n[a]", "a b = 1", "a = [1,]", "= 1"])(
    "refuses %j",
    (text) => {
      expect(() => parseToml(text)).toThrow();
    },
  );
});

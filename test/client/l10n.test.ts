import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { amount, speak, spoken, t } from "../../client/src/l10n.ts";
import { counted } from "../../client/src/nouns.ts";
import { panelPage } from "../../client/src/panelPage.ts";
import { STATE_LOOKS } from "../../client/src/states.ts";
import german from "../../l10n/bundle.l10n.de.json" with { type: "json" };
import english from "../../l10n/bundle.l10n.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import germanNls from "../../package.nls.de.json" with { type: "json" };
import englishNls from "../../package.nls.json" with { type: "json" };

const TOP = resolve(import.meta.dirname, "../..");

afterEach(() => speak({ bundle: undefined, language: "en" }));

describe("what is said", () => {
  test("is English where there is no other word for it", () => {
    speak({ bundle: { met: "erfüllt", open: 7 }, language: "de" });
    expect([t("met"), t("open"), t("missing")]).toEqual(["erfüllt", "open", "missing"]);
  });

  test("has its values put in, as often as they are named, and whatever they hold", () => {
    expect(t("{0} and {1}, {0}", "a{1}", "$& \n<b>")).toBe("a{1} and $& \n<b>, a{1}");
    expect(t("{0} of {7}", 1)).toBe("1 of {7}");
  });

  test("counts in the plural of the language, and writes numbers in its way", () => {
    expect([counted(1, "claim"), counted(30_000, "claim")]).toEqual(["1 claim", "30,000 claims"]);
    speak({ bundle: german, language: "de" });
    expect([counted(1, "claim"), counted(30_000, "claim")]).toEqual(["1 Beleg", "30.000 Belege"]);
  });

  test("writes numbers as the words are, where the editor's language has no words of ours", () => {
    speak({ bundle: undefined, language: "de" });
    expect(amount(1234.5)).toBe("1,234.5");
  });

  test("is asked for anew each time: a state is called by the language spoken now", () => {
    expect(STATE_LOOKS.missing.word).toBe("missing");
    speak({ bundle: german, language: "de" });
    expect(STATE_LOOKS.missing.word).toBe("fehlt");
  });

  test("goes with the panel's page, and cannot end the element in which it stands", () => {
    speak({ bundle: { met: "</script><b>" }, language: "de" });
    const html = panelPage({ nonce: "n", script: "s.js", style: "s.css" });
    expect(html).toContain('<html lang="de">');
    const [, json = ""] = /id="words">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(spoken());
  });
});

const placeholders = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(String).sort();

describe("the bundles", () => {
  const sources = ["client/src", "client/panel"].flatMap((folder) =>
    readdirSync(join(TOP, folder))
      .filter((it) => it.endsWith(".ts"))
      .map((it) => [it, readFileSync(join(TOP, folder, it), "utf8")] as const),
  );
  const calls = sources.flatMap(([file, text]) =>
    file === "l10n.ts" ? [] : [...text.matchAll(/(?<![\w.$])t\(\s*(\S+)/g)],
  );
  const sentences = sources.flatMap(([, text]) =>
    [...text.matchAll(/(?<![\w.$])t\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, it = ""]) =>
      String(JSON.parse(it)),
    ),
  );

  test("are asked for sentences that stand in the source as they are", () => {
    expect(sentences.length).toBeGreaterThan(200);
    expect(calls.filter(([, first]) => !first?.startsWith('"')).map(String)).toEqual([]);
  });

  test.each([
    ["English", english],
    ["German", german],
  ])("have every sentence in %s, and none that nobody says", (_, bundle) => {
    expect(Object.keys(bundle).sort()).toEqual([...new Set(sentences)].sort());
  });

  test("leave English as it is", () => {
    expect(Object.entries(english).filter(([key, text]) => key !== text)).toEqual([]);
  });

  test.each(Object.entries(german))("put in the same values in German: %s", (key, text) => {
    expect(placeholders(text)).toEqual(placeholders(key));
    expect(text.trim()).not.toBe("");
    expect(/^\s|\s$/.test(text)).toBe(/^\s|\s$/.test(key));
  });

  test("address nobody in German", () => {
    const texts = [...Object.values(german), ...Object.values(germanNls)];
    expect(
      texts.filter((it) => /\b(Ihnen|Ihrem|Ihren|bitte|Bitte)\b|(?<![.:] )(?<!^)\bSie\b/.test(it)),
    ).toEqual([]);
  });
});

/** What people read in the manifest, wherever it stands. */
const SAID = new Set([
  "altText",
  "category",
  "contents",
  "contextualTitle",
  "description",
  "displayName",
  "label",
  "markdownDescription",
  "patternErrorMessage",
  "title",
  "userDescription",
]);
const SAID_OF_CHOICES = new Set(["enumDescriptions", "enumItemLabels", "markdownEnumDescriptions"]);

function* textsIn(value: unknown, path = ""): Iterable<readonly [path: string, text: string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const at = `${path}/${key}`;
    // What a tool takes is read by models alone, which are told in English.
    if (key === "inputSchema") continue;
    const isName = path === "/contributes/views/iec62443/0" && key === "name";
    if (typeof below === "string" && (SAID.has(key) || isName)) yield [at, below];
    else if (SAID_OF_CHOICES.has(key) && Array.isArray(below))
      for (const it of below) yield [at, String(it)];
    else yield* textsIn(below, at);
  }
}

describe("the manifest", () => {
  const texts = [...textsIn(manifest)];
  const keys = texts.map(([, text]) => /^%([\w.-]+)%$/.exec(text)?.[1]);

  test("says nothing by itself: every text is a key", () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((_, index) => keys[index] === undefined)).toEqual([]);
  });

  test.each([
    ["English", englishNls],
    ["German", germanNls],
  ])("has every text in %s, and none that is not used", (_, nls) => {
    expect(Object.keys(nls).sort()).toEqual([...new Set(keys.map(String))].sort());
    expect(Object.entries(nls).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test.each(Object.entries(englishNls))(
    "keeps links, code and markers in German: %s",
    (key, text) => {
      const own = (germanNls as Readonly<Record<string, string>>)[key] ?? "";
      const kept = (it: string) =>
        [...it.matchAll(/\(command:[\w.]+\)|`[^`]*`|\biec62443\.yaml\b|\.gitignore/g)]
          .map(String)
          .sort();
      expect(kept(own)).toEqual(kept(text));
      expect(own.split("\n").length).toBe(text.split("\n").length);
      expect(own.endsWith("…")).toBe(text.endsWith("…"));
    },
  );
});

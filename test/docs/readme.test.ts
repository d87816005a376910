import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const TOP = resolve(fileURLToPath(import.meta.url), "../../..");
const page = readFileSync(join(TOP, "README.md"), "utf8");
const { contributes } = JSON.parse(readFileSync(join(TOP, "package.json"), "utf8")) as {
  contributes: { configuration: readonly { properties: object }[] };
};

describe("the README", () => {
  test("is read in a few minutes", () => {
    expect(page.split("\n").length).toBeLessThan(150);
  });

  const pictures = [...page.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)];

  test.each(pictures.map(([, alt, path]) => [path ?? "", alt ?? ""]))(
    "has the picture %s, and says what is on it",
    (path, alt) => {
      expect(statSync(join(TOP, path)).size).toBeLessThan(500_000);
      expect(alt.length).toBeGreaterThan(20);
    },
  );

  test("names every setting, and no other", () => {
    const [, table = ""] = /## Settings\n([\s\S]*?)\n## /.exec(page) ?? [];
    const named = [...table.matchAll(/`(?:iec62443)?(\.[\w.]+)`/g)].map(
      ([, it]) => `iec62443${it}`,
    );
    const settings = contributes.configuration.flatMap((it) => Object.keys(it.properties));
    expect(named.sort()).toEqual(settings.sort());
  });
});

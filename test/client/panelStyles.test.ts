import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import themes from "../panel/themes.json" with { type: "json" };

const FOLDER = resolve(import.meta.dirname, "../../client/panel/styles");
const STYLES = readdirSync(FOLDER).map(
  (it) => [it, readFileSync(join(FOLDER, it), "utf8")] as const,
);

test.each(STYLES)("%s takes its colours from the theme", (_, style) => {
  expect(style).not.toMatch(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i);
});

test("every variable that the styles use was recorded from a real theme", () => {
  const recorded = new Set(Object.values(themes).flatMap((it) => Object.keys(it.variables)));
  const used = STYLES.flatMap(([, style]) => style.match(/--vscode-[\w-]+/g) ?? []);
  expect(used.filter((it) => !recorded.has(it))).toEqual([]);
  expect(used.length).toBeGreaterThan(0);
});

test("every style sheet is in the bundle", () => {
  const entry = readFileSync(join(FOLDER, "../panel.css"), "utf8");
  expect(STYLES.filter(([name]) => !entry.includes(`./styles/${name}`))).toEqual([]);
});

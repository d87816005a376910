// What a real VS Code gives a page: its variables and styles, by kind of theme. See recordThemes.mjs.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const THEMES_FILE = fileURLToPath(new URL("themes.json", import.meta.url));

export async function readThemes() {
  return JSON.parse(await readFile(THEMES_FILE, "utf8"));
}

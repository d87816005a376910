// A German display language for VS Code, without the language pack of the marketplace, which cannot be reached here.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes a server with these user data able to display German. The pack has no word in it: what is German in the window
 * is ours.
 */
export async function addGerman(userData) {
  const words = join(userData, "german.i18n.json");
  await writeFile(words, JSON.stringify({ version: "1.0.0", contents: {} }));
  const pack = {
    hash: "german",
    label: "Deutsch",
    extensions: [{ extensionIdentifier: { id: "tests.german" }, version: "1.0.0" }],
    translations: { vscode: words },
  };
  await writeFile(join(userData, "languagepacks.json"), JSON.stringify({ de: pack }));
}

// What a VS Code server keeps on disk: settings that hold the window still and stop it from calling out, and extensions.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../support/command.mjs";

export const QUIET = {
  "telemetry.telemetryLevel": "off",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "security.workspace.trust.enabled": false,
  "json.schemaDownload.enable": false,
  // The web workbench would save by itself.
  "files.autoSave": "off",
  "git.enabled": false,
  "editor.cursorBlinking": "solid",
};

/** With these VS Code trusts nothing by itself, and asks only who asks it. */
export const TRUST = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.emptyWindow": false,
};

export const OFFLINE = { EXTENSIONS_GALLERY: "{}" };

/** Replaces the user's settings; a running window follows at once. */
export async function writeSettings(home, settings) {
  const folder = join(home, "data", "User");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "settings.json"), JSON.stringify({ ...QUIET, ...settings }));
}

/** The flags that keep a server inside its own folder. */
export const folders = (home) => [
  ...["--server-data-dir", home],
  ...["--user-data-dir", join(home, "data")],
  ...["--extensions-dir", join(home, "extensions")],
];

/** Installs a packaged extension, as a person does from a file. */
export async function installExtension(host, home, vsix) {
  const args = [host.main, "--install-extension", vsix, "--force", ...folders(home)];
  const { code, output } = await run(host.node, args, { env: OFFLINE });
  if (code === 0 && /successfully installed/.test(output)) return;
  throw new Error(`VS Code ${host.version} did not install ${vsix}.\n${output.trim()}`);
}

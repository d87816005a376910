// The step of `npm test` that makes the VSIX and looks at what is in it.
import { statSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";

const VSIX = join(ROOT, "dist/iec62443-annotations.vsix");
const MOST_BYTES = 1_000_000;

/** Nothing else is shipped: no source, no test, no map, no file of somebody's machine. */
const CONTENTS = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "catalog/schema/project.schema.json",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/cli.cjs",
  "dist/client.cjs",
  "dist/languageClient.cjs",
  "dist/panel.css",
  "dist/panel.js",
  "dist/server.cjs",
  "media/activity.svg",
  "media/icon.png",
  "package.json",
  "syntaxes/iec62443.injection.json",
  "syntaxes/iec62443.whole-comments.json",
];

export async function packaged() {
  const { code, output } = await npm(["run", "--silent", "package"], { cwd: ROOT });
  if (code !== 0) {
    return { passed: 0, failures: [{ title: "npm run package", detail: output }] };
  }
  const { listFiles, PackageManager } = await import("@vscode/vsce");
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  const { size } = statSync(VSIX);
  const checks = [
    ["npm run package makes the VSIX", size > 0, `${VSIX} is empty`],
    ["the VSIX is under 1 MB", size < MOST_BYTES, `It has ${size} bytes.`],
    [
      "the VSIX holds what it may and nothing else",
      JSON.stringify([...files].sort()) === JSON.stringify(CONTENTS),
      `It holds ${[...files].sort().join(", ")}`,
    ],
  ];
  const failures = checks.flatMap(([title, holds, detail]) => (holds ? [] : [{ title, detail }]));
  return { passed: checks.length - failures.length, failures };
}

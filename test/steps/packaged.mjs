// The step of `npm test` that makes the VSIX and looks at what is in it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { npm, run } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";

const VSIX = join(ROOT, "dist/iec62443-annotations.vsix");
/** Extension and server are in it twice: in pieces for a machine, and each in one file for a browser. */
const MOST_BYTES = 1_200_000;

/** Nothing else is shipped: no source, no test, no map, no file of somebody's machine. */
const CONTENTS = [
  "LICENSE.txt",
  ...readdirSync(join(ROOT, "catalog/schema")).map((it) => `catalog/schema/${it}`),
  "changelog.md",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/catalog.cjs",
  "dist/cli.cjs",
  "dist/client.cjs",
  "dist/clientBrowser.js",
  "dist/languageClient.cjs",
  "dist/languageServer.cjs",
  "dist/panel.css",
  "dist/panel.js",
  "dist/reports.cjs",
  "dist/sbom.cdx.json",
  "dist/scanWorker.cjs",
  "dist/server.cjs",
  "dist/serverBrowser.js",
  "dist/session.cjs",
  "dist/yaml.cjs",
  "l10n/bundle.l10n.de.json",
  "l10n/bundle.l10n.json",
  "media/activity.svg",
  "media/icon.png",
  ...readdirSync(join(ROOT, "media/walkthrough")).map((it) => `media/walkthrough/${it}`),
  "package.json",
  "package.nls.de.json",
  "package.nls.json",
  "readme.md",
  "syntaxes/iec62443.injection.json",
  "syntaxes/iec62443.whole-comments.json",
]
  .map((it) => `extension/${it}`)
  .sort();

/** What the format itself asks for. */
const FRAME = ["[Content_Types].xml", "extension.vsixmanifest"];

export async function packaged() {
  const { code, output } = await npm(["run", "--silent", "package"], { cwd: ROOT });
  if (code !== 0) {
    return { passed: 0, failures: [{ title: "npm run package", detail: output }] };
  }
  const files = (await filesIn(VSIX)).filter((it) => !FRAME.includes(it)).sort();
  const { size } = statSync(VSIX);
  const checks = [
    ["npm run package makes the VSIX", size > 0, `${VSIX} is empty`],
    ["the VSIX is under 1.2 MB", size < MOST_BYTES, `It has ${size} bytes.`],
    [
      "the VSIX holds what it may and nothing else",
      files.join() === CONTENTS.join(),
      `It holds ${files.join(", ")}`,
    ],
    ["the same source makes the same bytes, whoever packs it", ...(await sameBytes())],
    ["the bill of materials lists what the licences are of", ...billAndNotices()],
  ];
  const failures = checks.flatMap(([title, holds, detail]) => (holds ? [] : [{ title, detail }]));
  return { passed: checks.length - failures.length, failures };
}

/** Packed again as by somebody in another time zone whose files others may write. */
async function sameBytes() {
  const before = readFileSync(VSIX);
  const umask = process.umask(0o002);
  try {
    const env = { TZ: "Asia/Tokyo" };
    const { code, output } = await run(process.execPath, ["package.mjs"], { cwd: ROOT, env });
    return [code === 0 && before.equals(readFileSync(VSIX)), output];
  } finally {
    process.umask(umask);
  }
}

/** Both are made of what esbuild took code from; each heading of the notices is `name version (licence)`. */
function billAndNotices() {
  const { components } = JSON.parse(readFileSync(join(ROOT, "dist/sbom.cdx.json"), "utf8"));
  const listed = components.map(
    ({ name, version, licenses: [{ license }] }) => `${name} ${version} (${license.id})`,
  );
  const notices = readFileSync(join(ROOT, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
  const passedOn = [...notices.matchAll(/^\S+ \d+\.\d+\.\d+ \(.+\)$/gm)].map(([it]) => it);
  return [
    listed.length > 5 && listed.join() === passedOn.join(),
    `It lists ${listed.join(", ")}, and the notices ${passedOn.join(", ")}`,
  ];
}

async function filesIn(archive) {
  const { default: yauzl } = await import("yauzl");
  return new Promise((resolve, reject) => {
    yauzl.open(archive, (error, zip) => {
      if (error) return reject(error);
      const names = [];
      zip.on("entry", ({ fileName }) => names.push(fileName));
      zip.on("error", reject);
      return zip.on("end", () => resolve(names));
    });
  });
}

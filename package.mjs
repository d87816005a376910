// Packs the extension: dist/iec62443-annotations.vsix holds what package.json names in `files`, and nothing else.
// The files are copied to a folder of their own first, because vsce looks through every folder it is started in, and a
// checkout holds whole VS Codes for the tests.
import { chmod, cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";

const STAGE = "dist/package";

// The same source makes the same bytes: the archive tells neither when nor in which time zone nor under which umask.
process.env.SOURCE_DATE_EPOCH ??= String(Date.UTC(2026, 0) / 1000);
process.env.TZ = "UTC";

const { files } = JSON.parse(await readFile("package.json", "utf8"));
await rm(STAGE, { recursive: true, force: true });
for (const file of ["package.json", ...files]) {
  await cp(file, `${STAGE}/${file}`, { recursive: true });
}
await withoutType(`${STAGE}/package.json`);
await withoutPictures(`${STAGE}/README.md`);
await withSameModes(STAGE);
await createVSIX({
  cwd: STAGE,
  packagePath: "dist/iec62443-annotations.vsix",
  dependencies: false,
  preRelease: process.argv.includes("--pre-release"),
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
await rm(STAGE, { recursive: true });

/** The editor shows the readme of an extension without its folder: a picture that is not on the web would be a gap. */
async function withoutPictures(file) {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, ""));
}

async function withSameModes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const it of entries.filter((entry) => entry.isFile())) {
    await chmod(join(it.parentPath, it.name), it.name === "cli.cjs" ? 0o755 : 0o644);
  }
}

/** In a browser VS Code loads no ES module, and takes for one what stands in a package of that type. None is shipped. */
async function withoutType(file) {
  const { type: _, ...manifest } = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify(manifest, undefined, 2));
}

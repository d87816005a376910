// Packs the extension: dist/iec62443-annotations.vsix holds what package.json names in `files`, and nothing else.
// The files are copied to a folder of their own first, because vsce looks through every folder it is started in, and a
// checkout holds whole VS Codes for the tests.
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";

const STAGE = "dist/package";

const { files } = JSON.parse(await readFile("package.json", "utf8"));
await rm(STAGE, { recursive: true, force: true });
for (const file of ["package.json", ...files]) {
  await cp(file, `${STAGE}/${file}`, { recursive: true });
}
await withoutPictures(`${STAGE}/README.md`);
await createVSIX({
  cwd: STAGE,
  packagePath: "dist/iec62443-annotations.vsix",
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
await rm(STAGE, { recursive: true });

/** The editor shows the readme of an extension without its folder: a picture that is not on the web would be a gap. */
async function withoutPictures(file) {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, ""));
}

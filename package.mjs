// Packs the extension: dist/iec62443-annotations.vsix holds what package.json names in `files`, and nothing else.
// The files are copied to a folder of their own first, because vsce looks through every folder it is started in, and a
// checkout holds whole VS Codes for the tests.
import { cp, readFile, rm } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";

const STAGE = "dist/package";

const { files } = JSON.parse(await readFile("package.json", "utf8"));
await rm(STAGE, { recursive: true, force: true });
for (const file of ["package.json", ...files]) {
  await cp(file, `${STAGE}/${file}`, { recursive: true });
}
await createVSIX({
  cwd: STAGE,
  packagePath: "dist/iec62443-annotations.vsix",
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
await rm(STAGE, { recursive: true });

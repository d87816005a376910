// The licences of what is inside the bundles, and of the data in the catalog: they ask to be passed on.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { bundledPackages } from "./bundled.mjs";

/** Writes the licence text of every package that the builds took code from into one file. */
export async function writeNotices(file, builds) {
  const folders = bundledPackages(builds);
  const notices = [...(await Promise.all(folders.map(noticeOf))), await noticeOfCatalog()];
  await writeFile(file, `${notices.join(`\n\n${"-".repeat(78)}\n\n`)}\n`);
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const file = (await readdir(folder)).find((it) => /^licen[cs]e/i.test(it));
  if (file === undefined) throw new Error(`${folder} has no licence file to pass on.`);
  const text = await readFile(`${folder}/${file}`, "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}

/** Whose data the catalog rests on: the section of its readme that says so, and goes on to its end. */
async function noticeOfCatalog() {
  const heading = "## Whose work this rests on\n";
  const [, section] = (await readFile("catalog/README.md", "utf8")).split(heading);
  if (section === undefined)
    throw new Error("catalog/README.md does not say whose work it rests on.");
  return `The catalog of requirements\n\n${section.trim()}`;
}

// What is inside the bundles, as a CycloneDX 1.5 bill of materials: who installs a tool behind a firewall asks for one.
// https://cyclonedx.org/docs/1.5/json/
import { readFile, writeFile } from "node:fs/promises";
import { bundledPackages } from "./bundled.mjs";

/** Writes the packages that the builds took code from, without a date or a number of its own: the same code, the same bytes. */
export async function writeBillOfMaterials(file, builds) {
  const [product, ...packages] = await Promise.all(
    [".", ...bundledPackages(builds)].map(component),
  );
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { ...product, type: "application" } },
    components: packages,
    dependencies: [
      { ref: product["bom-ref"], dependsOn: packages.map((it) => it["bom-ref"]) },
      ...packages.map((it) => ({ ref: it["bom-ref"] })),
    ],
  };
  await writeFile(file, `${JSON.stringify(bill, null, 2)}\n`);
}

async function component(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  // https://github.com/package-url/purl-spec: the @ of a scope is written %40.
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl,
  };
}

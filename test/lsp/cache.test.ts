import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../support/folderOf.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { clientOf } from "../support/wireClient.ts";

/** More files than are read at once without a cache. */
function manyFiles() {
  const files = Array.from({ length: 600 }, (_, it) => [`d${it % 7}/${it}.c`, "int a;\n"]);
  return folderOf({
    ...Object.fromEntries(files),
    "a.c": "// @iec62443 CR 9.9\nint a;\n",
    "b.c": "// @iec62443 CR 1.5\nint b;\n",
  });
}

test("is kept in the folder that the client names, and a second start finds the same", async () => {
  const folder = manyFiles();
  const cache = join(temporaryFolder(), "made/by/the/server");
  for (let start = 0; start < 2; start++) {
    const client = await clientOf({ folders: [folder.uri], initializationOptions: { cache } });
    await client.until(() => client.codes(folder.uriOf("a.c"))?.length === 1);
    const { projects } = await client.settledCoverage();
    expect(projects[0]?.totals.implemented).toBe(1);
    await expect
      .poll(() => namesIn(cache))
      .toEqual([expect.stringMatching(/^[0-9a-f]{32}\.cache$/)]);
  }
});

test("is not kept where the client wants none", async () => {
  const user = process.env["XDG_CACHE_HOME"] ?? "";
  const before = namesIn(join(user, "iec62443"));
  const folder = manyFiles();
  const client = await clientOf({ folders: [folder.uri], initializationOptions: { cache: false } });
  await client.settledCoverage();
  // Reading again waits for what is left of the first time.
  await client.request("iec62443/reindex", null);
  expect(namesIn(join(user, "iec62443"))).toEqual(before);
});

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

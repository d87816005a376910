// The folders that the editor tests work on.
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE } from "../support/root.mjs";

/**
 * A copy of the sample product, as the one folder of a workspace file: the tests write into it. `folder` is the
 * product's, `file` the workspace file's.
 */
export async function copyOfSample() {
  const root = await mkdtemp(join(tmpdir(), "iec62443-workspace-"));
  const folder = join(root, "plc-product");
  const file = join(root, "tests.code-workspace");
  await cp(SAMPLE, folder, { recursive: true });
  await writeFile(file, JSON.stringify({ folders: [{ path: "plc-product" }], settings: {} }));
  return { folder, file, remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }) };
}

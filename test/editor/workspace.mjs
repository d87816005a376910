// The folders that the editor tests work on.
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE } from "../support/root.mjs";

/**
 * A copy of the sample product, as the one folder of a workspace file: the tests write into it. `folder` is the
 * product's, `file` the workspace file's, and both stand in `root`. The folders that tests write into, as many as asked for below `scratch`, are
 * there before VS Code looks: its own watcher may miss what happens inside of a folder that was made a moment ago.
 */
export async function copyOfSample({ scratchFolders = 0 } = {}) {
  const root = await mkdtemp(join(tmpdir(), "iec62443-workspace-"));
  const wipe = () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", wipe);
  const folder = join(root, "plc-product");
  const file = join(root, "tests.code-workspace");
  await cp(SAMPLE, folder, { recursive: true });
  for (let i = 0; i < scratchFolders; i++) {
    await mkdir(join(folder, "scratch", `${i}`), { recursive: true });
  }
  await writeFile(file, JSON.stringify({ folders: [{ path: "plc-product" }], settings: {} }));
  const remove = () => {
    process.off("exit", wipe);
    wipe();
  };
  return { root, folder, file, remove };
}

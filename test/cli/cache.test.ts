import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Command, type Run } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

/** More files than are read at once without a cache. */
function manyFiles(): string {
  const files = Array.from({ length: 600 }, (_, it) => [`d${it % 7}/${it}.c`, "int a;\n"]);
  return command.folder({ ...Object.fromEntries(files), "a.c": "// @iec62443 CR 1.5\nint a;\n" });
}

function list(folder: string, ...options: readonly string[]): Promise<Run> {
  return command.run(["list", "--format", "json", ...options], { cwd: folder });
}

const caches = () => join(command.cacheHome, "iec62443");

test("the next run says the same, and what has changed", async () => {
  const folder = manyFiles();
  const cold = await list(folder, "--no-cache");
  expect(existsSync(caches())).toBe(false);
  expect(await list(folder)).toEqual(cold);
  expect(readdirSync(caches())).toHaveLength(1);
  expect(await list(folder)).toEqual(cold);
  writeFileSync(join(folder, "d1/1.c"), "// @iec62443 CR 1.7\nint b;\n");
  const changed = JSON.parse((await list(folder)).stdout);
  const found = changed.annotations.map((it: { reference: string }) => it.reference);
  expect(found).toEqual(["CR 1.5", "CR 1.7"]);
});

test("what is no cache of ours is passed over", async () => {
  const folder = manyFiles();
  const cold = await list(folder);
  for (const it of readdirSync(caches())) writeFileSync(join(caches(), it), "no cache");
  expect(await list(folder)).toEqual(cold);
});

import { expect, test } from "vitest";
import { holdBaseline } from "../../server/src/cli/baseline.ts";
import { PLAIN } from "../../server/src/core/report/terminal.ts";
import { nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import { folderOf } from "../support/folderOf.ts";
import { snapshotOf, TODAY } from "../support/snapshotOf.ts";

test("a baseline is neither written nor compared where only a part of its product is read", () => {
  const folder = folderOf({ "iec62443.yaml": "product: Pump", "src/a.c": "// @iec62443 CR 1.1" });
  const cwd = `${folder.path}/src`;
  const product = { root: folder.uri, file: folder.uriOf("iec62443.yaml"), product: "Pump" };
  const code = {
    snapshot: snapshotOf({}, product),
    base: folder.uriOf("src"),
    top: folder.uriOf("src"),
    messages: [],
  };
  const world = { cwd, files: nodeFiles(), today: TODAY, screen: PLAIN, onProgress: () => {} };
  const held = (options: { baseline?: string; writeBaseline: boolean }) =>
    holdBaseline(world, code, { paths: [], components: [], cache: false, ...options });
  const refusal = `A baseline is one of a whole product. Name the folder of Pump: ${folder.path}`;
  expect(held({ writeBaseline: true })).toEqual({ refusal });
  expect(held({ baseline: "../iec62443.baseline.json", writeBaseline: false })).toEqual({
    refusal,
  });
  expect(held({ writeBaseline: false })).toEqual({ fails: false, messages: [], errors: [] });
});

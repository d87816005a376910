import { expect, test } from "vitest";
import { claimNear } from "../../server/src/features/claimNear.ts";
import { markedWorkspace } from "../support/markedWorkspace.ts";
import { at } from "../support/workspaceOf.ts";

test.each<[string, string, string]>([
  ["under the cursor", "// @iec62443 CR 1.1, [|CR 1|.5|]\nint a;", "CR 1.5"],
  ["the first of the line elsewhere", "// @iec|62443 [|CR 1.1|], CR 1.5\nint a;", "CR 1.1"],
  ["of the line of code", "// @iec62443 [|CR 1.1 RE(1)|]\nint |a;", "CR 1.1 RE(1)"],
  ["of the line before the code above", "f(); // @iec62443 [|CR 1.5|]|\ng();", "CR 1.5"],
  ["without its letter", "// @iec62443 [|cr-1.5 (a)|]|\nint a;", "CR 1.5"],
])("is the claim %s", async (_, source, reference) => {
  const { workspace, uri, cursor, expected } = await markedWorkspace({ "a.c": source });
  expect(claimNear(workspace.snapshot, uri, cursor)).toEqual({
    ...expected[0],
    project: at(""),
    part: "4-2",
    reference,
  });
});

test.each([
  ["in other code", "// @iec62443 CR 1.5\nint a;\nint |b;"],
  ["at what cannot be read", "// @iec62443 CR x|y\nint a;"],
])("is none %s", async (_, source) => {
  const { workspace, uri, cursor } = await markedWorkspace({ "a.c": source });
  expect(claimNear(workspace.snapshot, uri, cursor)).toBeUndefined();
});

test("is of the nearest project", async () => {
  const { workspace, uri, cursor } = await markedWorkspace({
    "iec62443.yaml": "product: All\n",
    "gateway/iec62443.yaml": "product: Gateway\n",
    "gateway/a.c": "// @iec62443 CR 1.5|\nint a;",
  });
  expect(claimNear(workspace.snapshot, uri, cursor)?.project).toBe(at("gateway"));
});

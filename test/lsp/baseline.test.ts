import { expect, test } from "vitest";
import type { BaselineText } from "../../server/src/protocol/baseline.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf } from "../support/wireClient.ts";

test("the baseline that a client writes is the one that coverage is compared with", async () => {
  const folder = folderOf({ "a.c": "// @iec62443 CR 1.1\nint a;\n" });
  const client = await clientOf({ folders: [folder.uri] });
  expect((await client.settledCoverage()).projects[0]?.changes).toBeUndefined();

  const params = { project: folder.uri };
  const baseline = await client.request<BaselineText>("iec62443/baselineText", params);
  expect(baseline.uri).toBe(folder.uriOf("iec62443.baseline.json"));
  folder.write("iec62443.baseline.json", baseline.text);
  folder.write("a.c", "int a;\n");
  await client.notify("workspace/didChangeWatchedFiles", {
    changes: [
      { uri: baseline.uri, type: 1 },
      { uri: folder.uriOf("a.c"), type: 2 },
    ],
  });
  const { projects } = await client.settledCoverage(
    (it) => it.projects[0]?.changes?.lost.length === 1,
  );
  expect(projects[0]?.changes?.lost).toEqual([
    {
      part: "4-2",
      reference: "CR 1.1",
      relation: "implements",
      path: "a.c",
      subject: "int a;",
    },
  ]);
});

test("no baseline is told of a project that is not there, or of params that are none", async () => {
  const folder = folderOf({});
  const client = await clientOf({ folders: [folder.uri] });
  await client.settledCoverage();
  const params = { project: "file:///nowhere" };
  expect(await client.request("iec62443/baselineText", params)).toBeNull();
  expect(await client.request("iec62443/baselineText", {})).toBeNull();
});

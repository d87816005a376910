import { expect, test } from "vitest";
import type { CompletionList, Hover, TextDocumentEdit } from "vscode-languageserver-protocol";
import type { NewProjectFile, ProjectEdit } from "../../server/src/protocol/projectEdits.ts";
import { applied } from "../support/applied.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf } from "../support/wireClient.ts";

const TEXT = "target: 2\nstatements:\n  - requirement: CR 2.2\n    status: planned\n    \n";

test("the server speaks inside of a project file, and what is typed counts at once", async () => {
  const folder = folderOf({ "iec62443.yaml": "target: 1\n", "a.c": "int a;\n" });
  const client = await clientOf({ folders: [folder.uri] });
  await client.settledCoverage();
  const uri = folder.uriOf("iec62443.yaml");
  await client.open(uri, TEXT);
  const at = (line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  });
  const list = await client.request<CompletionList>("textDocument/completion", at(4, 4));
  expect(list.items.map((it) => it.label)).toEqual([
    "reason",
    "owner",
    "reviewed",
    "expires",
    "evidence",
  ]);
  const onKey = await client.request<Hover>("textDocument/hover", at(3, 6));
  expect(JSON.stringify(onKey.contents)).toContain("What holds for it.");
  const onId = await client.request<Hover>("textDocument/hover", at(2, 20));
  expect(JSON.stringify(onId.contents)).toContain("CR 2.2");

  const [project] = (await client.settledCoverage()).projects;
  expect(project?.target).toContain("2");
  expect(project?.items.find((it) => it.reference === "CR 2.2")?.state).toBe("planned");
  await client.change(uri, { text: TEXT.replace("planned", "not-applicable") });
  await client.until(() => client.codes(uri)?.includes("invalid-project-file") === true);
  const [changed] = (await client.settledCoverage()).projects;
  expect(changed?.items.find((it) => it.reference === "CR 2.2")?.state).toBe("missing");
});

test("the server tells how to change a project file that is open, or to make one", async () => {
  // The other folder is a repository of its own, and so no part of the product around it.
  const folder = folderOf({
    "iec62443.yaml": "target: 1\n",
    "other/.git": "gitdir: elsewhere",
    "other/a.c": "int a;\n",
  });
  const client = await clientOf({ folders: [folder.uri, folder.uriOf("other")] });
  await client.settledCoverage();
  const uri = folder.uriOf("iec62443.yaml");
  await client.open(uri, "target: 3\n");
  const asked = { kind: "statement", part: "4-2", reference: "CR 2.2", status: "planned" };
  const changed = await client.request<ProjectEdit>("iec62443/projectEdit", {
    ...asked,
    project: folder.uri,
  });
  expect(applied("target: 3\n", changed.edit.changes?.[uri] ?? [])).toMatch(
    /^target: 3\n\nstatements:\n {2}- requirement: CR 2\.2\n/,
  );

  const other = folder.uriOf("other");
  const made = await client.request<ProjectEdit>("iec62443/projectEdit", {
    ...asked,
    project: other,
  });
  expect(made.edit.documentChanges?.[0]).toEqual({ kind: "create", uri: made.uri });
  const document = made.edit.documentChanges?.[1] as TextDocumentEdit;
  expect(JSON.stringify(document.edits)).toContain("  - requirement: CR 2.2");

  const product = { product: "Pump", components: ["host-device"], target: 2 };
  const file = await client.request<NewProjectFile>("iec62443/newProjectFile", {
    ...product,
    folder: other,
  });
  expect(file).toMatchObject({ uri: `${other}/iec62443.yaml` });
  expect(file.text).toContain("product: Pump\n");
  expect(
    await client.request("iec62443/newProjectFile", { ...product, folder: folder.uri }),
  ).toBeNull();
  expect(
    await client.request("iec62443/projectEdit", { ...asked, project: "file:///x" }),
  ).toBeNull();
});

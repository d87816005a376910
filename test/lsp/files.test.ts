import { describe, expect, test } from "vitest";
import { folderOf } from "../support/folderOf.ts";
import { clientOf } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";

describe("the disk", () => {
  const created = (uri: string) => ({ uri, type: 1 });
  const changed = (uri: string) => ({ uri, type: 2 });
  const deleted = (uri: string) => ({ uri, type: 3 });

  test("is followed through created, changed and deleted files", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uri = folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [created(uri)] });
    await client.until(() => client.codes(uri)?.length === 1);
    folder.write("b.c", AUTH);
    await client.notify("workspace/didChangeWatchedFiles", { changes: [changed(uri)] });
    await client.until(() => client.codes(uri)?.length === 0);
    folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [changed(uri)] });
    await client.until(() => client.codes(uri)?.length === 1);
    folder.remove("b.c");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [deleted(uri)] });
    await client.until(() => client.codes(uri)?.length === 0);
  });

  test("is followed when a folder is renamed, by the watcher or by hand", async () => {
    const folder = folderOf({ "src/a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.codes(folder.uriOf("src/a.c"))?.length === 1);
    folder.rename("src", "lib");
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [deleted(folder.uriOf("src")), created(folder.uriOf("lib"))],
    });
    await client.until(() => client.codes(folder.uriOf("src/a.c"))?.length === 0);
    await client.until(() => client.codes(folder.uriOf("lib/a.c"))?.length === 1);
    folder.rename("lib", "new");
    await client.notify("workspace/didRenameFiles", {
      files: [{ oldUri: folder.uriOf("lib"), newUri: folder.uriOf("new") }],
    });
    await client.until(() => client.codes(folder.uriOf("lib/a.c"))?.length === 0);
    await client.until(() => client.codes(folder.uriOf("new/a.c"))?.length === 1);
    folder.remove("new");
    await client.notify("workspace/didDeleteFiles", { files: [{ uri: folder.uriOf("new") }] });
    await client.until(() => client.codes(folder.uriOf("new/a.c"))?.length === 0);
  });

  test("is read afresh when the client asks for it", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uri = folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.request("iec62443/reindex");
    await client.until(() => client.codes(uri)?.length === 1);
    expect((await client.settledCoverage()).indexing).toBe(false);
  });

  test("is followed past a uri that cannot be read", async () => {
    const folder = folderOf({});
    const client = await clientOf({ folders: ["a b:c", folder.uri] });
    await client.settledCoverage();
    const uri = folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [created("a b:c"), created(uri)],
    });
    await client.until(() => client.codes(uri)?.length === 1);
  });

  test("loses against the open text", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uri = folder.uriOf("a.c");
    await client.open(uri, AUTH);
    folder.write("a.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [changed(uri)] });
    await client.settledCoverage();
    expect(client.codes(uri) ?? []).toEqual([]);
  });

  test("a batch of hundreds of files makes one answer for each and few news of the coverage", async () => {
    const folder = folderOf({});
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uris = Array.from({ length: 400 }, (_, i) =>
      folder.write(`src/${i}.c`, "// @iec62443 cr-1.5\nint a;\n"),
    );
    const before = client.coverageChanges;
    await client.notify("workspace/didChangeWatchedFiles", { changes: uris.map(created) });
    await client.until(() => uris.every((it) => client.codes(it)?.length === 1));
    expect(client.published).toHaveLength(400);
    await client.until(() => client.coverageChanges > before);
    expect(client.coverageChanges).toBeLessThanOrEqual(before + 3);
  });
});

describe("folders", () => {
  test("come and go while the server runs", async () => {
    const one = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const two = folderOf({ "b.c": "// @iec62443 CR 9.8\nint b;\n" });
    const client = await clientOf({ folders: [one.uri] });
    await client.until(() => client.codes(one.uriOf("a.c"))?.length === 1);
    await client.changeFolders([two.uri], []);
    await client.until(() => client.codes(two.uriOf("b.c"))?.length === 1);
    await client.changeFolders([], [one.uri]);
    await client.until(() => client.codes(one.uriOf("a.c"))?.length === 0);
    const { projects } = await client.settledCoverage();
    expect(projects.map((it) => it.uri)).toEqual([two.uri]);
  });

  test("are watched, each anew when they change", async () => {
    const one = folderOf({});
    const two = folderOf({});
    const client = await clientOf({ folders: [one.uri] });
    const watched = () =>
      [...client.registrations.values()]
        .filter((it) => it.method === "workspace/didChangeWatchedFiles")
        .flatMap((it) => it.registerOptions.watchers.map((w: never) => w["globPattern"]));
    await client.until(() => watched().length === 1);
    expect(watched()).toEqual([{ baseUri: one.uri, pattern: "**/*" }]);
    await client.changeFolders([two.uri], [one.uri]);
    await client.until(() => watched().length === 1 && watched()[0].baseUri === two.uri);
  });

  test("a folder that is not there does no harm", async () => {
    const one = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = await clientOf({ folders: [`${one.uri}/gone`, one.uri] });
    await client.until(() => client.codes(one.uriOf("a.c"))?.length === 1);
  });
});

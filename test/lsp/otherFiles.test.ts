import { expect, test } from "vitest";
import { folderOf } from "../support/folderOf.ts";
import { clientOf } from "../support/wireClient.ts";

const CLAIM = "// @iec62443 CR 1.5\nint a;\n";
const DENIAL = "// @iec62443 not-applicable CR 1.5: no passwords\nint b;\n";

test("a change in one file makes and ends findings in closed files and in the project file", async () => {
  const folder = folderOf({
    "a.c": CLAIM,
    "b.c": DENIAL,
    "other.c": "// @iec62443 CR 7.1\nint c;\n",
    "iec62443.yaml": "product: A\ncomponent: network-device\ntarget: 1\n",
  });
  const client = await clientOf({ folders: [folder.uri] });
  const [open, closed, project] = ["a.c", "b.c", "iec62443.yaml"].map((it) => folder.uriOf(it));
  if (open === undefined || closed === undefined || project === undefined) throw new Error();
  const isUncovered = (id: string) =>
    client.diagnostics.get(project)?.some((it) => `${it.message}`.startsWith(`${id} (`));

  await client.until(() => client.codes(closed)?.includes("contradiction") === true);
  expect(client.codes(open)).toContain("contradiction");
  expect(client.diagnostics.get(closed)?.[0]?.relatedInformation?.[0]?.location.uri).toBe(open);
  await client.until(() => isUncovered("CR 1.7") === true);

  await client.open(open, CLAIM);
  await client.change(open, { text: "// @iec62443 CR 1.7\nint a;\n" });
  await client.until(() => client.codes(closed)?.length === 0);
  await client.until(() => isUncovered("CR 1.7") === false);
  expect(client.codes(open)).not.toContain("contradiction");

  client.published.length = 0;
  await client.change(open, { text: "// more\n// @iec62443 CR 1.5\nint a;\n" });
  await client.until(() => client.codes(closed)?.includes("contradiction") === true);
  expect(client.diagnostics.get(closed)?.[0]?.message).toContain("a.c:2");
  expect(client.published.map((it) => it.uri)).not.toContain(folder.uriOf("other.c"));

  const [action] = await client.request<{ command?: { arguments?: unknown[] } }[]>(
    "textDocument/codeAction",
    {
      textDocument: { uri: open },
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } },
      context: { diagnostics: [], only: ["quickfix"] },
    },
  );
  expect(action?.command).toMatchObject({ command: "iec62443.openPlace" });
  expect(action?.command?.arguments?.[0]).toBe(closed);
});

import { expect, test } from "vitest";
import type { ClaimsOfItem } from "../../server/src/protocol/coverage.ts";
import type { Method } from "../../server/src/protocol/requests.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf } from "../support/wireClient.ts";

/** Each request of ours that has params, with what it answers when they make no sense. */
const ANSWERS = {
  "iec62443/claims": [],
  "iec62443/requirementPage": null,
  "iec62443/projectEdit": null,
  "iec62443/newProjectFile": null,
  "iec62443/exclude": { problem: expect.any(String) },
  "iec62443/baselineText": null,
  "iec62443/report": null,
  "iec62443/annotationEdit": { problem: expect.any(String) },
  "iec62443/annotations": [],
  "iec62443/claimsOfLens": [],
  "iec62443/explain": { problem: expect.any(String) },
  "iec62443/findAnnotations": { problem: expect.any(String) },
} satisfies Partial<Record<Method, unknown>>;

const NONSENSE: readonly unknown[] = [
  null,
  [],
  [1, 2],
  {},
  { uri: 1, reference: 2, position: 3 },
  { uri: "", reference: "", position: { line: -1, character: 1e9 } },
  { project: null, item: 5, kind: 7, part: {}, reference: [], status: true },
  { folder: 1, product: {}, components: 3 },
];

test.each(Object.entries(ANSWERS))(
  "%s answers nonsense without a fault",
  async (method, answer) => {
    const folder = folderOf({ "a.c": "// @iec62443 CR 1.1\nint a;\n" });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    for (const params of NONSENSE) expect(await client.request(method, params)).toEqual(answer);
    const { projects } = await client.settledCoverage();
    expect(projects).toHaveLength(1);
  },
);

test.each([
  ["a statement without a status", { kind: "statement", part: "4-2", reference: "CR 1.1" }],
  ["a statement of no requirement", { kind: "statement", part: "4-2", status: "planned" }],
  ["a level of 5", { kind: "target", target: 5 }],
  ["a level that is text", { kind: "target", target: "2" }],
  ["a change of no kind", { target: 2 }],
])("a project file is not changed by %s", async (_, params) => {
  const folder = folderOf({ "iec62443.yaml": "target: 1\n" });
  const client = await clientOf({ folders: [folder.uri] });
  await client.settledCoverage();
  const change = { project: folder.uri, ...params };
  expect(await client.request("iec62443/projectEdit", change)).toBeNull();
});

test("null in the place of an item asks for the claims of all", async () => {
  const folder = folderOf({ "a.c": "// @iec62443 CR 1.1\nint a;\n" });
  const client = await clientOf({ folders: [folder.uri] });
  await client.settledCoverage();
  const params = { project: folder.uri, item: null };
  const told = await client.request<ClaimsOfItem[]>("iec62443/claims", params);
  expect(told.flatMap((it) => it.claims)).toHaveLength(1);
});

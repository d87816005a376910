import { describe, expect, test } from "vitest";
import { defaultProject } from "../../../../server/src/core/project.ts";
import type { Snapshot } from "../../../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf, TODAY } from "../../../support/snapshotOf.ts";
import { visit } from "./oscalFaults.ts";
import { SOURCE, snapshot, TEST } from "./oscalSample.ts";
import { type Asked, definitionOf, expectLegal, oscalText } from "./oscalSupport.ts";

const definition = definitionOf(snapshot);

/** Every UUID but that of the document, which is another one whenever its content is. */
function uuidsOf(of: Snapshot, asked: Asked = {}): ReadonlySet<string> {
  const document = JSON.parse(oscalText(of, asked));
  const uuids = new Set<string>();
  visit(document, "", (key, value) => {
    if (key === "uuid") uuids.add(String(value));
  });
  uuids.delete(document["component-definition"].uuid);
  return uuids;
}

describe("the UUIDs", () => {
  test("stay when a claim moves; the document's own is another one", () => {
    const moved = snapshotOf({ "src/log in.c": `\n\n${SOURCE}`, "test/login.c": TEST });
    const later = { ...snapshot, index: moved.index };
    expect(uuidsOf(later)).toEqual(uuidsOf(snapshot));
    expect(definitionOf(later).uuid).not.toBe(definition.uuid);
  });

  test("stay on another day", () => {
    const tomorrow = definitionOf({ ...snapshot, today: "2026-11-25" });
    expect(tomorrow.metadata["last-modified"]).toBe("2026-11-25T00:00:00Z");
    expect(tomorrow.uuid).toBe(definition.uuid);
  });

  test("stay wherever in the repository the command runs", () => {
    const inFolder = { ...snapshotOf({}, { root: `${ROOT}/plc 300` }), today: TODAY };
    const fromTop = uuidsOf(inFolder, { base: ROOT });
    expect(uuidsOf(inFolder, { base: `${ROOT}/plc 300` })).toEqual(fromTop);
    expect(uuidsOf(inFolder, { base: `${ROOT}/plc 300/src/auth` })).toEqual(fromTop);
  });

  test.each([
    ["of another name", { product: "PLC 400" }],
    ["in another folder", { root: `${ROOT}/other` }],
  ])("are others in a product %s", (_, other) => {
    const [project = defaultProject(ROOT)] = snapshot.projects;
    const party = definition.metadata.parties?.[0]?.uuid ?? "";
    const ours = uuidsOf(snapshot);
    const theirs = uuidsOf({ ...snapshot, projects: [{ ...project, ...other }] });
    expect([...ours].filter((it) => theirs.has(it))).toEqual([party]);
  });

  test("are each there once with two products that say the same", () => {
    const [project = defaultProject(ROOT)] = snapshot.projects;
    const projects = ["a", "b"].map((it) => ({
      ...project,
      root: `${ROOT}/${it}`,
      file: `${ROOT}/${it}/iec62443.yaml`,
    }));
    const two = { ...snapshot, projects };
    expect(definitionOf(two).components).toHaveLength(2);
    expectLegal(two);
    const evidence = definitionOf(two)["back-matter"]?.resources.map((it) => it.rlinks[0]?.href);
    expect(evidence).toEqual(["a/docs/threat%20model.md", "b/docs/threat%20model.md"]);
  });
});

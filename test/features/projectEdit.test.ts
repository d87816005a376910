import { describe, expect, test } from "vitest";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import {
  newProjectFile,
  type ProjectChange,
  projectEdit,
} from "../../server/src/features/projectEdit.ts";
import { applied } from "../support/applied.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const FILE = `${ROOT}/iec62443.yaml`;
const WHY: ProjectChange = {
  kind: "statement",
  project: ROOT,
  part: "4-2",
  reference: "CR 1.1 RE(1)",
  status: "not-applicable",
  reason: " No radio: none. ",
  owner: "a@example.com",
};

/** The project file after a change; nothing where the change cannot be told. */
function changed(text: string, change: ProjectChange): string | undefined {
  const answer = projectEdit(snapshotOf({}, projectFileOf(text)), change, { createsFiles: true });
  return answer && applied(text, editsOf(answer.edit));
}

function editsOf({ changes, documentChanges = [] }: WorkspaceEdit) {
  const documents = documentChanges.filter((it): it is TextDocumentEdit => "edits" in it);
  return (
    changes?.[FILE] ?? documents.flatMap((it) => it.edits as { range: never; newText: string }[])
  );
}

describe("a project file", () => {
  test("says of an item what a person says, reviewed today", () => {
    expect(changed("product: x\n", WHY)).toBe(`product: x

statements:
  - requirement: CR 1.1 RE(1)
    status: not-applicable
    reason: "No radio: none."
    owner: a@example.com
    reviewed: 2026-11-24
`);
  });

  test("aims at another level", () => {
    expect(changed("target: 1\n", { kind: "target", project: ROOT, target: 4 })).toBe(
      "target: 4\n",
    );
  });

  test.each<[string, string, ProjectChange]>([
    ["an unknown project", "", { ...WHY, project: "file:///x" }],
    ["an unknown status", "", { ...WHY, status: "done" }],
    ["what is no id", "", { ...WHY, reference: "login" }],
    ["another part", "", { ...WHY, part: "3-3" }],
    ["a level that is none", "", { kind: "target", project: ROOT, target: 5 }],
    ["a file that has to be corrected", "product: [", WHY],
  ])("is not changed for %s", (_, text, change) => {
    expect(changed(text, change)).toBeUndefined();
  });

  test("is made where there is none, and keeps what the project says already", () => {
    const snapshot = snapshotOf({}, { components: ["HDR"], target: 3 });
    const made = projectEdit(snapshot, WHY, { createsFiles: true });
    expect(made).toMatchObject({
      uri: FILE,
      edit: {
        documentChanges: [
          { kind: "create", uri: FILE },
          { textDocument: { uri: FILE, version: null } },
        ],
      },
    });
    const written = projectFileOf(applied("", made === undefined ? [] : editsOf(made.edit)));
    expect(written).toMatchObject({ product: "w", components: ["HDR"], target: 3, problems: [] });
    expect(written.statements).toMatchObject([
      { reference: { id: "CR 1.1", enhancement: 1 }, reason: "No radio: none." },
    ]);
    const plain = projectEdit(snapshot, WHY, { createsFiles: false });
    expect(plain?.edit.documentChanges).toBeUndefined();
    expect(plain === undefined ? [] : editsOf(plain.edit)).toHaveLength(1);
  });

  test("is made with a target", () => {
    const made = projectEdit(
      snapshotOf({}),
      { kind: "target", project: ROOT, target: 2 },
      { createsFiles: true },
    );
    const written = projectFileOf(applied("", made === undefined ? [] : editsOf(made.edit)));
    expect(written).toMatchObject({ target: 2, problems: [] });
  });
});

describe("a new project file", () => {
  const asked = { folder: ROOT, product: "Pump", components: ["host-device", "robot"], target: 3 };

  test("says what was asked", () => {
    const file = newProjectFile(snapshotOf({}), asked);
    expect(file?.uri).toBe(FILE);
    expect(projectFileOf(file?.text ?? "")).toMatchObject({
      product: "Pump",
      components: ["HDR"],
      target: 3,
      problems: [],
    });
  });

  test("has the folder's name where no product is named", () => {
    const file = newProjectFile(snapshotOf({}), {
      folder: `${ROOT}/plc%20300`,
      product: " ",
      components: [],
    });
    expect(projectFileOf(file?.text ?? "").product).toBe("plc 300");
  });

  test("is not offered where one stands, readable or not", () => {
    expect(newProjectFile(snapshotOf({}, { file: `${ROOT}/iec62443.yml` }), asked)).toBeUndefined();
    const skipped = [{ uri: `${ROOT}/iec62443.json`, why: "permission denied" }];
    expect(newProjectFile({ ...snapshotOf({}), skipped }, asked)).toBeUndefined();
  });
});

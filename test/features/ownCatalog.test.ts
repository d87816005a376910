import { expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { requirementPage } from "../../server/src/core/report/requirementPage.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { codeLenses, codeLensResolve } from "../../server/src/features/codeLens.ts";
import { completion } from "../../server/src/features/completion.ts";
import { completionResolve } from "../../server/src/features/completionResolve.ts";
import { definition } from "../../server/src/features/definition.ts";
import { hover } from "../../server/src/features/hover.ts";
import { projectFileCompletion } from "../../server/src/features/projectFileCompletion.ts";
import { projectFileHover } from "../../server/src/features/projectFileHover.ts";
import { references } from "../../server/src/features/references.ts";
import { markedCursor } from "../support/marked.ts";
import { markedWorkspace } from "../support/markedWorkspace.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { at, workspaceOf } from "../support/workspaceOf.ts";

const RULES = `part: company
document: { designation: ACME rules, title: Rules of the house }
requirements:
  - id: ACME-01
    title: Keys stay in the chip
    summary: A private key never leaves the chip.
    enhancements: [{ number: 1, title: With proof, summary: A test shows it. }]
`;
const WORDING =
  'part: "4-2"\nrequirements: [{ id: CR 1.5, title: Licensed title, summary: Licensed words. }]\n';
const TEXT = { format: "plaintext", pages: true } as const;
const COMPLETION = {
  labelDetails: false,
  defaultEditRange: false,
  defaultData: false,
  tags: false,
  deprecated: false,
  suggestAgain: false,
  snippets: false,
  insertTextModes: false,
};

/** A workspace with a source at whose cursor something is asked. */
async function asked(source: string, projectFile = "catalogs: [rules.yaml, wording.yaml]\n") {
  const isProject = source.startsWith("catalogs:");
  const { text, cursor } = markedCursor(source);
  const disk = new MemoryFiles({
    "/w/iec62443.yaml": isProject ? text : projectFile,
    "/w/rules.yaml": RULES,
    "/w/wording.yaml": WORDING,
    "/w/a.c": isProject ? "" : text,
  });
  const workspace = workspaceOf(disk);
  await workspace.load();
  const uri = at(isProject ? "iec62443.yaml" : "a.c");
  workspace.open(uri, text);
  const open = workspace.openDocument(uri);
  if (open === undefined) throw new Error("It is not open.");
  return { snapshot: workspace.snapshot, uri, cursor, document: { uri, ...open } };
}

function shownText(shown: ReturnType<typeof hover>): string {
  return JSON.stringify(shown?.contents ?? "");
}

test.each([
  [
    "an id of one's own",
    "// @iec62443 |acme 1\nint a;",
    "ACME-01 Keys stay in the chip",
    "The text is from rules.yaml.",
    "never leaves the chip",
  ],
  ["its enhancement", "// @iec62443 |ACME-01 RE(1)\nint a;", "With proof", "A test shows it."],
  ["wording of one's own", "// @iec62443 |CR 1.5\nint a;", "Licensed title", "Licensed words."],
])("the hover of %s says what its catalog says", async (_, source, ...words) => {
  const { snapshot, uri, cursor } = await asked(source);
  const value = shownText(hover(snapshot, uri, cursor, TEXT));
  for (const it of words) expect(value).toContain(it);
});

test("a statement of the project file is understood as well", async () => {
  const source =
    "catalogs: [rules.yaml]\nstatements:\n  - requirement: acme |1\n    status: planned\n";
  const { snapshot, cursor, document } = await asked(source);
  expect(shownText(projectFileHover(snapshot, document, cursor, TEXT))).toContain("Keys stay");
});

test("ids of one's own are offered, and say what they ask for", async () => {
  const { snapshot, document, cursor } = await asked("// @iec62443 AC|\nint a;");
  const items = completion(snapshot, document, cursor, COMPLETION)?.items ?? [];
  const item = items.find((it) => it.label === "ACME-01");
  expect(items.map((it) => it.label)).toContain("ACME-01 RE(1)");
  const resolved = completionResolve(snapshot, item as CompletionItem, TEXT);
  expect(JSON.stringify(resolved.documentation)).toContain("never leaves the chip");
});

test("behind an id of one's own its enhancements are offered", async () => {
  const { snapshot, document, cursor } = await asked("// @iec62443 ACME-01 |\nint a;");
  const items = completion(snapshot, document, cursor, COMPLETION)?.items ?? [];
  expect(items.map((it) => it.label)).toEqual(["RE(1)"]);
});

test("the parts of the project file can be one's own; behind the marker they cannot stand", async () => {
  const inFile = await asked("catalogs: [rules.yaml]\nparts: |\n");
  const parts = projectFileCompletion(inFile.snapshot, inFile.document, inFile.cursor, COMPLETION);
  expect(parts?.items.map((it) => it.label)).toContain("company");
  const inCode = await asked("// @iec62443-|\nint a;");
  const offered = completion(inCode.snapshot, inCode.document, inCode.cursor, COMPLETION);
  expect(offered?.items.map((it) => it.label)).not.toContain("company");
});

test.each<[string, Record<string, string>]>([
  [
    "code",
    {
      "a.c": "// @iec62443 |acme 1\nint a;",
      "rules.yaml": RULES.replace("ACME-01", "[|ACME-01|]"),
    },
  ],
  [
    "the project file",
    {
      "iec62443.yaml":
        "catalogs: rules.yaml\nstatements: [{ requirement: AC|ME-01, status: planned }]\n",
      "rules.yaml": RULES.replace("ACME-01", "[|ACME-01|]"),
    },
  ],
])("from %s an editor without pages is led to the entry", async (_, sources) => {
  const files = { "iec62443.yaml": "catalogs: rules.yaml\n", ...sources };
  const { workspace, uri, cursor, expected } = await markedWorkspace(files);
  const { snapshot } = workspace;
  const links = definition(snapshot, uri, cursor, { pages: false }) ?? [];
  const places = links.map((it) => ({ uri: it.targetUri, range: it.targetRange }));
  expect(places).toEqual(expected);
  expect(references(snapshot, uri, cursor, true)).toEqual(expect.arrayContaining([...expected]));
  expect(references(snapshot, uri, cursor, false)).not.toEqual(
    expect.arrayContaining([...expected]),
  );
});

test("an entry of a catalog file is understood where it stands", async () => {
  const { workspace, uri, cursor, expected } = await markedWorkspace({
    "iec62443.yaml": "catalogs: rules.yaml\n",
    "rules.yaml": RULES.replace("ACME-01", "AC|ME-01"),
    "a.c": "// @iec62443 [|acme 1|]\nint a;",
  });
  const { snapshot } = workspace;
  expect(shownText(hover(snapshot, uri, cursor, TEXT))).toContain("Keys stay");
  expect(references(snapshot, uri, cursor, false)).toEqual(expected);
  expect(definition(snapshot, uri, cursor, { pages: false })).toBeUndefined();
});

test("lens, definition, references and page know an id of one's own", async () => {
  const { snapshot, uri, cursor } = await asked("// @iec62443 |ACME-01\nint a;");
  const [lens] = codeLenses(snapshot, uri);
  const shown = lens && codeLensResolve(snapshot, lens, { showsClaims: false });
  expect(shown?.command?.title).toBe("ACME-01 · 1 implementation");
  expect(references(snapshot, uri, cursor, false)).toHaveLength(1);
  const [link] = definition(snapshot, uri, cursor, TEXT) ?? [];
  expect(link?.targetUri).toBe("iec62443:/company/1/ACME-01.md");
  expect(requirementPage(snapshot, link?.targetUri ?? "")).toContain(
    "The text above is from rules.yaml.",
  );
});

test("what is wrong in a catalog can be repaired there", async () => {
  const { snapshot } = await asked("// @iec62443 |ACME-01\nint a;");
  const project = snapshot.projects[0];
  if (project === undefined) throw new Error("There is no project.");
  const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
  const fixes = [{ title: "Take it out", edits: [{ range, newText: "" }] }];
  const problem = { code: "invalid-catalog", level: "error" as const, range, message: "M", fixes };
  const uri = at("rules.yaml");
  const broken = { ...project, catalogFiles: [{ uri, problems: [problem] }] };
  const options = { relatedInformation: false, diagnosticTags: false, opensPlaces: false };
  const actions = codeActions({ ...snapshot, projects: [broken] }, uri, { range }, options);
  expect(actions.map((it) => it.title)).toEqual(["Take it out"]);
  expect(Object.keys(actions[0]?.edit?.changes ?? {})).toEqual([uri]);
});

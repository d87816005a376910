import * as vscode from "vscode";
import { annotationChoices, projectOfFile } from "./annotationChoices.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { saysSomething } from "./statementInput.ts";

/** What a person wants to write. */
export interface AnnotationWanted {
  /** Absent: as the reference's form says. */
  readonly part?: string;
  readonly reference: string;
  /** Absent: `implements`. */
  readonly relation?: string;
  readonly text?: string;
}

interface Relation {
  readonly name: string;
  readonly says: string;
  /** What to ask for where the annotation says nothing without it. */
  readonly asks?: string;
}

const IMPLEMENTS: Relation = { name: "implements", says: "this code meets the requirement" };

const RELATIONS: readonly Relation[] = [
  IMPLEMENTS,
  { name: "verifies", says: "this test shows that it is met" },
  { name: "partial", says: "meets a part of it", asks: "What is missing?" },
  { name: "planned", says: "will be met here" },
  { name: "compensating", says: "met by something else", asks: "What meets it instead?" },
  { name: "not-applicable", says: "does not apply", asks: "Why does it not apply?" },
];

interface Row extends vscode.QuickPickItem {
  readonly choice?: { readonly part: string; readonly reference: string };
}

const OTHER_RELATION = "Another Relation…";

/** Asks for a requirement; most annotations say `implements`, another relation is one row away. */
export async function pickAnnotation(
  status: CoverageStatus,
  uri: string,
): Promise<AnnotationWanted | undefined> {
  const projects = status.kind === "known" ? status.coverage.projects : [];
  const items = (projectOfFile(projects, uri) ?? projects[0])?.items ?? [];
  if (items.length === 0) return typedReference();
  let relation = IMPLEMENTS;
  for (;;) {
    const picked = await vscode.window.showQuickPick(rowsOf(items, relation), {
      title: `Insert Annotation: ${relation.name}`,
      placeHolder: "Type an id or words of a title",
      matchOnDescription: true,
    });
    if (picked === undefined) return undefined;
    if (picked.choice !== undefined) return withReason(picked.choice, relation);
    const other = await pickRelation();
    if (other === undefined) return undefined;
    relation = other;
  }
}

/** Where no folder is open there is no list to choose from. */
async function typedReference(): Promise<AnnotationWanted | undefined> {
  const reference = await vscode.window.showInputBox({
    title: "Insert Annotation",
    prompt: "The requirement, such as CR 1.5",
  });
  return reference === undefined || reference.trim() === "" ? undefined : { reference };
}

function rowsOf(items: Parameters<typeof annotationChoices>[0], { name }: Relation): Row[] {
  const groups = annotationChoices(items).flatMap(({ title, choices }): Row[] => [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...choices.map(({ part, reference, description, icon }) => ({
      label: reference,
      description,
      iconPath: new vscode.ThemeIcon(icon),
      choice: { part, reference },
    })),
  ]);
  const separator: Row = { label: "", kind: vscode.QuickPickItemKind.Separator };
  const other: Row = {
    label: OTHER_RELATION,
    description: `instead of ${name}`,
    iconPath: new vscode.ThemeIcon("list-selection"),
    alwaysShow: true,
  };
  return [...groups, separator, other];
}

async function pickRelation(): Promise<Relation | undefined> {
  const rows = RELATIONS.map((relation) => ({
    label: relation.name,
    description: relation.says,
    relation,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title: "Insert Annotation: Relation",
    placeHolder: "What does the annotation say of its code?",
  });
  return picked?.relation;
}

async function withReason(
  choice: { readonly part: string; readonly reference: string },
  { name, asks }: Relation,
): Promise<AnnotationWanted | undefined> {
  const wanted = name === "implements" ? choice : { ...choice, relation: name };
  if (asks === undefined) return wanted;
  const text = await vscode.window.showInputBox({
    title: `Insert Annotation: ${name} ${choice.reference}`,
    prompt: asks,
    validateInput: (it) =>
      saysSomething(it) ? undefined : "Without a reason the annotation counts for nothing.",
  });
  return text === undefined ? undefined : { ...wanted, text };
}

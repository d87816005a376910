import * as vscode from "vscode";
import { annotationChoices, projectOfFile } from "./annotationChoices.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { t } from "./l10n.ts";
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

function relations(): readonly [Relation, ...Relation[]] {
  return [
    { name: "implements", says: t("this code meets the requirement") },
    { name: "verifies", says: t("this test shows that it is met") },
    { name: "partial", says: t("meets a part of it"), asks: t("What is missing?") },
    { name: "planned", says: t("will be met here") },
    { name: "compensating", says: t("met by something else"), asks: t("What meets it instead?") },
    { name: "not-applicable", says: t("does not apply"), asks: t("Why does it not apply?") },
  ];
}

interface Row extends vscode.QuickPickItem {
  readonly choice?: { readonly part: string; readonly reference: string };
}

/** Asks for a requirement; most annotations say `implements`, another relation is one row away. */
export async function pickAnnotation(
  status: CoverageStatus,
  uri: string,
): Promise<AnnotationWanted | undefined> {
  const projects = status.kind === "known" ? status.coverage.projects : [];
  const items = (projectOfFile(projects, uri) ?? projects[0])?.items ?? [];
  if (items.length === 0) return typedReference();
  let [relation] = relations();
  for (;;) {
    const picked = await vscode.window.showQuickPick(rowsOf(items, relation), {
      title: t("Insert Annotation: {0}", relation.name),
      placeHolder: t("Type an id or words of a title"),
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
    title: t("Insert Annotation"),
    prompt: t("The requirement, such as CR 1.5"),
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
    label: t("Another Relation…"),
    description: t("instead of {0}", name),
    iconPath: new vscode.ThemeIcon("list-selection"),
    alwaysShow: true,
  };
  return [...groups, separator, other];
}

async function pickRelation(): Promise<Relation | undefined> {
  const rows = relations().map((relation) => ({
    label: relation.name,
    description: relation.says,
    relation,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title: t("Insert Annotation: Relation"),
    placeHolder: t("What does the annotation say of its code?"),
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
    title: t("Insert Annotation: {0}", `${name} ${choice.reference}`),
    prompt: asks,
    validateInput: (it) =>
      saysSomething(it) ? undefined : t("Without a reason the annotation counts for nothing."),
  });
  return text === undefined ? undefined : { ...wanted, text };
}

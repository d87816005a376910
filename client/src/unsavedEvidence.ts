import * as vscode from "vscode";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { lastSegment } from "./paths.ts";
import { complain } from "./projectEdit.ts";

type Unsaved = Pick<vscode.TextDocument, "uri" | "save">;

/** Of what the server found otherwise on the disk, and of notebooks of the project, what has changes to save. */
export function unsavedOf(project: string, found: readonly string[]): readonly Unsaved[] {
  const { textDocuments, notebookDocuments } = vscode.workspace;
  return [
    ...textDocuments.filter((it) => it.isDirty && found.includes(it.uri.toString())),
    ...notebookDocuments.filter((it) => it.isDirty && it.uri.toString().startsWith(`${project}/`)),
  ];
}

/**
 * Asks what to do about changes that a report would tell of and that nobody else can look at. `saved`: all of them are
 * now; `kept`: the person wants the report as it is; nothing where there is to be none.
 */
export async function askAboutUnsaved(
  documents: readonly Unsaved[],
): Promise<"saved" | "kept" | undefined> {
  const save = t("Save and Export");
  const keep = t("Export As It Is");
  const picked = await vscode.window.showWarningMessage(
    documents.length === 1
      ? t("{0} has changes that are not saved.", namesOf(documents))
      : t(
          "{0} have changes that are not saved: {1}.",
          counted(documents.length, "file"),
          namesOf(documents),
        ),
    {
      modal: true,
      detail: t(
        "The report would tell of them, and nobody who reads it could find them in the files: that is poor evidence.",
      ),
    },
    save,
    keep,
  );
  if (picked === keep) return "kept";
  return picked === save && (await saveAll(documents)) ? "saved" : undefined;
}

async function saveAll(documents: readonly Unsaved[]): Promise<boolean> {
  for (const it of documents) {
    if (await it.save()) continue;
    complain(t("{0} could not be saved, so no report was written.", lastSegment(it.uri.path)));
    return false;
  }
  return true;
}

const MOST_NAMED = 3;

/** `a.c, b.c, c.c …` */
export function namesOf(documents: readonly Pick<Unsaved, "uri">[]): string {
  const names = documents.slice(0, MOST_NAMED).map(({ uri }) => lastSegment(uri.path));
  return documents.length > MOST_NAMED ? `${names.join(", ")} …` : names.join(", ");
}

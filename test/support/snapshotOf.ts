import { AnnotationIndex } from "../../server/src/core/annotationIndex.ts";
import { languageOf } from "../../server/src/core/languages.ts";
import { defaultProject, type Project } from "../../server/src/core/project.ts";
import { scan } from "../../server/src/core/scan.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";

/** The folder that test files stand in. */
export const ROOT = "file:///w";

/** The day on which every test takes place. */
export const TODAY = "2026-11-24";

/** A snapshot of files given by uri, or by a path below ROOT, without any disk. */
export function snapshotOf(
  files: Readonly<Record<string, string>>,
  project: Partial<Project> = {},
): Snapshot {
  const scans = Object.entries(files).map(([path, text]) => {
    const uri = path.includes("://") ? path : `${ROOT}/${path}`;
    return [uri, scan(text, languageOf(uri, text.split(/[\r\n]/, 1)[0] ?? ""))] as const;
  });
  return {
    catalog: builtInCatalog(),
    index: AnnotationIndex.empty.with(scans),
    projects: [{ ...defaultProject(ROOT), ...project }],
    skipped: [],
    today: TODAY,
  };
}

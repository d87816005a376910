import type { Project } from "../core/project.ts";
import { PROJECT_FILES } from "../core/projectFile/names.ts";
import { skippedOf } from "../core/report/list/list.ts";
import { partSentences } from "../core/report/parts.ts";
import { count, safe } from "../core/report/terminal.ts";
import { RULES } from "../core/rules/all.ts";
import { isBelow, type Snapshot } from "../core/snapshot.ts";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { topOfUri } from "../workspace/repository.ts";
import { parentOf, pathOfUri } from "../workspace/uris.ts";
import { Workspace } from "../workspace/workspace.ts";
import { isRefusal, type Refusal } from "./outcome.ts";
import { findPlaces, type Places } from "./places.ts";
import { withProjectFile } from "./projectOverlay.ts";
import type { CodeOptions } from "./request.ts";
import type { World } from "./world.ts";

/** The code that a command speaks of. */
export interface Code {
  readonly snapshot: Snapshot;
  /** What the paths of the result are relative to, by uri. */
  readonly base: string;
  /** The root of the repository that they stand in, by uri; `base` where there is none. */
  readonly top: string;
  /** Sentences about what was not read. */
  readonly messages: readonly string[];
}

/** Reads the code that the options name, or says why it cannot be read. */
export async function readCode(world: World, options: CodeOptions): Promise<Code | Refusal> {
  const { project } = options;
  const file = project === undefined ? undefined : findPlaces(world.cwd, [project]);
  if (file !== undefined && isRefusal(file)) return file;
  const [projectUri] = file?.only ?? [];
  if (project !== undefined && projectUri === undefined) {
    return { refusal: `${safe(project)} is a folder: --project wants a project file.` };
  }
  const places = findPlaces(world.cwd, options.paths);
  if (isRefusal(places)) return places;
  return load(world, places, projectUri, options);
}

async function load(
  world: World,
  { roots, only, base }: Places,
  projectUri: string | undefined,
  options: CodeOptions,
): Promise<Code | Refusal> {
  const log: string[] = [];
  const projectPath = projectUri === undefined ? undefined : pathOfUri(projectUri);
  const workspace = new Workspace({
    files: filesFor(world.files, projectPath, roots),
    ...(projectPath !== undefined && { catalogFolder: parentOf(projectPath) }),
    catalog: builtInCatalog(),
    today: () => world.today,
    log: (message) => log.push(message),
    ...(world.workers && { workers: world.workers }),
    // A project file from elsewhere changes how files are read for this time only.
    ...(options.cache && projectPath === undefined && world.cache && { cache: world.cache }),
    ruleCodes: RULES.map((it) => it.code),
  });
  workspace.setFolders(roots);
  await workspace.load({ onProgress: world.onProgress, ...(only !== undefined && { only }) });
  const { snapshot } = workspace;
  const unread = unreadProject(snapshot, base);
  if (unread !== undefined) return { refusal: unread };
  const projects = snapshot.projects
    .map((it) => asked(it, projectUri, options))
    .map((it) => (isReadWhole(it, only) ? it : { ...it, isPart: true as const }));
  return {
    snapshot: { ...snapshot, projects },
    base,
    top: topOfUri(world.files, base),
    messages: [
      ...partSentences(projects).map(safe),
      ...workspace.problems,
      ...log,
      ...skippedMessages(snapshot, base),
    ],
  };
}

function filesFor(
  files: FileSystem,
  path: string | undefined,
  roots: readonly string[],
): FileSystem {
  if (path === undefined) return files;
  return withProjectFile(
    files,
    path,
    roots.flatMap((it) => pathOfUri(it) ?? []),
  );
}

/** The project with what the command line says in the place of its file. */
function asked(
  project: Project,
  projectUri: string | undefined,
  { target, components }: CodeOptions,
): Project {
  return {
    ...project,
    ...(target !== undefined && { target }),
    ...(components.length > 0 && { components }),
    ...(project.file !== undefined && { file: projectUri ?? project.file }),
  };
}

function isReadWhole({ root, isPart }: Project, only: readonly string[] | undefined): boolean {
  return isPart !== true && (only === undefined || only.some((it) => isBelow(root, it)));
}

/** Without what it says, such as its target, the verdict would be another one. */
function unreadProject(snapshot: Snapshot, base: string): string | undefined {
  const unread = skippedOf(snapshot, base).find(({ path }) =>
    PROJECT_FILES.some((it) => path === it || path.endsWith(`/${it}`)),
  );
  return (
    unread &&
    `The project file ${safe(unread.path)} cannot be read: ${unread.why}. Make it readable, or take it away.`
  );
}

const MOST_SKIPPED = 20;

function skippedMessages(snapshot: Snapshot, base: string): readonly string[] {
  const skipped = skippedOf(snapshot, base);
  const shown = skipped.slice(0, MOST_SKIPPED).map(({ path, why }) => `skipped ${path}: ${why}`);
  const more = skipped.length - shown.length;
  return more > 0 ? [...shown, `skipped ${count(more, "more file")}`] : shown;
}

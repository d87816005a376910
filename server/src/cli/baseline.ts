import { dirname, join, resolve } from "node:path";
import { changesSince } from "../core/baseline/changes.ts";
import { findingChanges } from "../core/baseline/findings.ts";
import { baselineIn } from "../core/baseline/read.ts";
import { BASELINE_FILE, baselineOf, formatBaseline } from "../core/baseline.ts";
import type { Project } from "../core/project.ts";
import { projectsToReport } from "../core/report/coverage/report.ts";
import type { Difference } from "../core/report/difference.ts";
import { differenceOf } from "../core/report/differenceOf.ts";
import { differenceText } from "../core/report/differenceText.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { safe } from "../core/report/terminal.ts";
import { isBelow } from "../core/snapshot.ts";
import { readBaselineFile } from "../workspace/baselineFile.ts";
import { pathOfUri } from "../workspace/uris.ts";
import { isRefusal, type Outcome, type Refusal } from "./outcome.ts";
import { findPlaces, whyNotWritten } from "./places.ts";
import type { Code } from "./readCode.ts";
import type { BaselineOptions, CodeOptions } from "./request.ts";
import type { World } from "./world.ts";
import { writeToFile } from "./writeResult.ts";

/** What the gate of the baseline adds to the outcome of a command. */
export type Held = Pick<Outcome, "messages" | "errors"> & {
  readonly fails: boolean;
  /** What is otherwise than in it, where it was compared. */
  readonly difference?: Difference;
};

const NOTHING: Held = { fails: false, messages: [], errors: [] };

/** Compares the code with a baseline, or writes one; a sentence where neither can be done. */
export function holdBaseline(
  world: World,
  code: Code,
  request: BaselineOptions & CodeOptions,
): Held | Refusal {
  const { baseline, writeBaseline } = request;
  if (baseline === undefined && !writeBaseline) return NOTHING;
  const places = findPlaces(world.cwd, request.paths);
  if (isRefusal(places)) return places;
  if (places.only !== undefined) {
    return {
      refusal: "A baseline is one of a whole product. Name its folder, and no files in it.",
    };
  }
  const whole = projectsToReport(code.snapshot).find(
    ({ root }) => !places.roots.some((it) => isBelow(root, it)),
  );
  if (whole !== undefined) {
    return {
      refusal: `A baseline is one of a whole product. Name the folder of ${safe(whole.product)}: ${safe(pathOfUri(whole.root) ?? whole.root)}`,
    };
  }
  if (writeBaseline) return write(world, code, baseline);
  return baseline === undefined ? NOTHING : compare(world, code, baseline);
}

function compare(world: World, { snapshot, base }: Code, file: string): Held | Refusal {
  const places = findPlaces(world.cwd, [file]);
  if (isRefusal(places)) return places;
  const [uri] = places.only ?? [];
  const path = uri === undefined ? undefined : pathOfUri(uri);
  if (uri === undefined || path === undefined) {
    return { refusal: `${safe(file)} is a folder: --baseline wants a file.` };
  }
  const project = projectFor(path, file, projectsToReport(snapshot));
  if (isRefusal(project)) return project;
  const found = readBaselineFile(world.files, path, uri);
  const baseline = found && baselineIn(found);
  if (baseline === undefined) return { refusal: `There is no file ${safe(file)}. Check the path.` };
  if ("problem" in baseline) return { refusal: `${safe(file)}: ${baseline.problem}` };
  const difference = differenceOf(
    { product: project.product, baseline: file, folder: folderOf(project, base) },
    changesSince(baseline, snapshot, project),
    findingChanges(baseline, snapshot, project),
  );
  const lines = differenceText(difference);
  return difference.isWorse
    ? { fails: true, messages: [], errors: [...lines, NEXT], difference }
    : { fails: false, messages: lines, errors: [], difference };
}

const NEXT =
  "Bring back what is lost or fell, mend what is new, or accept it: --write-baseline writes it anew.";

function folderOf({ root }: Project, base: string): string {
  const path = displayPath(root, base);
  return path === "." ? "" : `${path}/`;
}

/** Of several products the one in whose folder the baseline stands. */
function projectFor(path: string, file: string, projects: readonly Project[]): Project | Refusal {
  const [first, ...others] = projects;
  if (first !== undefined && others.length === 0) return first;
  const own = projects.find((it) => pathOfUri(it.root) === dirname(path));
  return (
    own ?? {
      refusal: `There are ${projects.length} products here, and ${safe(file)} stands in the folder of none. Name the folder of one, or keep the baseline beside its project file.`,
    }
  );
}

function write(world: World, code: Code, file: string | undefined): Held | Refusal {
  const projects = projectsToReport(code.snapshot);
  const targets = file === undefined ? besideEach(projects) : atFile(world, file, projects);
  if (isRefusal(targets)) return targets;
  const messages: string[] = [];
  for (const { path, name, project } of targets) {
    try {
      writeToFile(path, formatBaseline(baselineOf(code.snapshot, project)));
    } catch (error) {
      return { refusal: `The baseline was not written. ${whyNotWritten(name, error)}` };
    }
    messages.push(`Wrote the baseline of ${project.product}: ${name}`);
  }
  return { fails: false, messages, errors: [] };
}

interface Target {
  readonly path: string;
  /** As people know it. */
  readonly name: string;
  readonly project: Project;
}

function atFile(
  { cwd }: World,
  file: string,
  projects: readonly Project[],
): readonly Target[] | Refusal {
  const path = resolve(cwd, file);
  const project = projectFor(path, file, projects);
  return isRefusal(project) ? project : [{ path, name: file, project }];
}

function besideEach(projects: readonly Project[]): readonly Target[] | Refusal {
  const targets = projects.flatMap((project) => {
    const file = project.file === undefined ? undefined : pathOfUri(project.file);
    const folder = file === undefined ? pathOfUri(project.root) : dirname(file);
    const path = folder === undefined ? undefined : join(folder, BASELINE_FILE);
    return path === undefined ? [] : [{ path, name: path, project }];
  });
  if (new Set(targets.map((it) => it.path)).size < targets.length) {
    return {
      refusal: "Several folders have one project file here. Name one folder to write its baseline.",
    };
  }
  return targets;
}

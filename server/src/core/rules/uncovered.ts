import { nameOf } from "../coverage/items.ts";
import { targetOf } from "../coverage/levels.ts";
import { nextStepOf } from "../coverage/nextStep.ts";
import { coverageOf, type Item } from "../coverage.ts";
import type { Project } from "../project.ts";
import { notApplicableFixes } from "../projectFile/fixes.ts";
import { projectOf } from "../snapshot.ts";
import type { Range } from "../text.ts";
import type { Rule, RuleFinding } from "./rule.ts";

const START = { line: 0, character: 0 };
const FIRST_LINE: Range = { start: START, end: START };

/** What the target asks for and nothing is said of: told where the target stands, never in code. */
export const uncovered: Rule = {
  code: "uncovered",
  level: "info",
  description: "A requirement that the project's target asks for is missing.",
  scope: "whole-project",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    if (project.file !== uri) return;
    for (const item of coverageOf(snapshot, project).items) {
      if (item.state === "missing" && isAimedAt(item, project))
        yield findingOf(item, project, snapshot.today);
    }
  },
};

/** Where nothing is aimed at every level is listed, and nothing is asked for. */
function isAimedAt({ fr }: Item, { target }: Project): boolean {
  return fr === undefined ? target !== undefined : targetOf(target, fr) !== undefined;
}

function findingOf(item: Item, project: Project, today: string): RuleFinding {
  const named = item.title === undefined ? nameOf(item) : `${nameOf(item)} (${item.title})`;
  const level = item.fr === undefined ? undefined : targetOf(project.target, item.fr);
  const asked = level === undefined ? "is asked for" : `is asked for at SL ${level}`;
  const { text = "" } = nextStepOf(item, project) ?? {};
  return {
    range: project.targetRange ?? FIRST_LINE,
    about: nameOf(item),
    message: `${named} ${asked}, and nothing meets it. ${text}`,
    fixes: notApplicableFixes(project, item.reference, today),
  };
}

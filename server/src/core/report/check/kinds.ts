import { INVALID_CATALOG } from "../../ownCatalog.ts";
import { INVALID_PROJECT_FILE } from "../../projectFile/problems.ts";
import { RULES } from "../../rules/all.ts";
import type { RuleLevel } from "../../rules/rule.ts";
import { HELP, type Help } from "./help.ts";

/** One kind of what `check` can tell, as every format names it. */
export interface Kind extends Help {
  readonly code: string;
  /** Where the project says nothing else. */
  readonly level: RuleLevel;
  /** One sentence. */
  readonly description: string;
  readonly topic: "annotation" | "coverage" | "project-file" | "baseline";
}

/** Every kind: the rules, what is wrong in a project's own files, what is worse than in a baseline. */
export const KINDS: readonly Kind[] = [
  ...RULES.map((it) => kindOf(it, it.scope === "file" ? "annotation" : "coverage")),
  ...problems(),
  ...changes(),
];

type Named = Pick<Kind, "code" | "level" | "description">;

function kindOf({ code, level, description }: Named, topic: Kind["topic"]): Kind {
  const help = HELP[code] ?? { meaning: description, action: "Do what the message says." };
  return { code, level, description, topic, ...help };
}

function problems(): readonly Kind[] {
  const named = [
    [INVALID_PROJECT_FILE, "Something in a project file is not as it has to be."],
    [INVALID_CATALOG, "Something in a catalog file of a project is not as it has to be."],
  ] as const;
  return named.map(([code, description]) =>
    kindOf({ code, level: "error", description }, "project-file"),
  );
}

function changes(): readonly Kind[] {
  const named = [
    ["claim-lost", "A claim that the baseline holds is no longer in the code."],
    ["state-fell", "A requirement is further from being met than in the baseline."],
    ["finding-new", "A finding was not there when the baseline was written."],
  ] as const;
  return named.map(([code, description]) =>
    kindOf({ code, level: "error", description }, "baseline"),
  );
}

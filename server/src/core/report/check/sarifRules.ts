import type { FindingLevel, RuleLevel } from "../../rules/rule.ts";
import { KINDS, type Kind } from "./kinds.ts";

/** SARIF's word for how loud a finding is: it knows no quieter one than a note. */
export const SARIF_LEVELS: Readonly<Record<FindingLevel, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** A `reportingDescriptor` of SARIF for each kind, the same on every run. */
export const SARIF_RULES: readonly object[] = KINDS.map(descriptorOf);

/** Where the descriptor of a code stands among them. */
export const SARIF_RULE_INDEX: ReadonlyMap<string, number> = new Map(
  KINDS.map(({ code }, index) => [code, index]),
);

function descriptorOf(kind: Kind): object {
  const { code, description, meaning, action, level, topic } = kind;
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: description },
    fullDescription: { text: `${description} ${meaning}` },
    help: { text: `${meaning} ${action}`, markdown: markdownOf(kind) },
    defaultConfiguration: {
      ...(level === "off" && { enabled: false }),
      level: level === "off" ? "note" : SARIF_LEVELS[level],
    },
    // "security" is left out on purpose: GitHub would rank a missing comment among vulnerabilities.
    properties: {
      tags: ["iec-62443", "compliance", topic],
      precision: "high",
      "problem.severity": severityOf(level),
    },
  };
}

function markdownOf({ meaning, action, example }: Kind): string {
  const shown = example === undefined ? [] : [`\`\`\`\n${example}\n\`\`\``];
  return [`**What it means.** ${meaning}`, `**What to do.** ${action}`, ...shown].join("\n\n");
}

/** GitHub's word for it. */
function severityOf(level: RuleLevel): string {
  return level === "error" || level === "warning" ? level : "recommendation";
}

/** `UnknownRequirement` for `unknown-requirement`. */
function pascalCase(code: string): string {
  return code.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

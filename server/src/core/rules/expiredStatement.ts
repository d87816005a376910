import { hasExpired, type Statement } from "../project.ts";
import { formatReference } from "../reference.ts";
import { statementsIn } from "./named.ts";
import type { Rule } from "./rule.ts";

/** A statement that counts for nothing since the day behind the one on which it expired. */
export const expiredStatement: Rule = {
  code: "expired-statement",
  level: "warning",
  description: "A statement of the project file has expired, so it counts for nothing.",
  scope: "file",

  *check(snapshot, uri) {
    for (const statements of byDate(statementsIn(snapshot, uri), snapshot.today)) {
      const [first] = statements;
      if (first?.expires === undefined) continue;
      const names = namesOf(statements);
      yield {
        range: first.expiresRange ?? first.requirementRange,
        about: names,
        message: `What is said of ${names} has counted for nothing since ${dayAfter(first.expires)}: it expired on ${first.expires}. Review it and set a new date, or take it out.`,
        fixes: [],
      };
    }
  },
};

/** A statement about several requirements has one date, which is wrong once. */
function byDate(statements: readonly Statement[], today: string): Iterable<readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const it of statements.filter((statement) => hasExpired(statement, today))) {
    const { line, character } = (it.expiresRange ?? it.requirementRange).start;
    const key = `${line}:${character}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [it]);
    else group.push(it);
  }
  return groups.values();
}

/** Longer lists are not read in a message. */
const MOST_NAMED = 5;

function namesOf(statements: readonly Statement[]): string {
  const names = [...new Set(statements.map((it) => formatReference(it.reference)))];
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

import { readFileSync } from "node:fs";

const PAGE = readFileSync(new URL("../../docs/fleet.md", import.meta.url), "utf8");

/** The SQL of docs/fleet.md, by the name in its first comment and in the order of the page. */
export const QUERIES: ReadonlyMap<string, string> = new Map(
  [...PAGE.matchAll(/```sql\n-- (\w+).*\n([^`]*)```/g)].map(([, name = "", sql = ""]) => [
    name,
    sql,
  ]),
);

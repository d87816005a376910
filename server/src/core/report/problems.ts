import { count } from "./terminal.ts";

/** What a reader has to know of a project file of which so many things cannot be used, in sentences. */
export function problemSentences(problems: number): readonly string[] {
  if (problems === 0) return [];
  const what = `The project file and its catalogs have ${count(problems, "problem")}: numbers may be wrong.`;
  return [`${what} 'iec62443 check' names ${problems === 1 ? "it" : "them"}.`];
}

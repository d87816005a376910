import type { ReportedProject } from "../report.ts";
import type { ReportedItem } from "../reportItem.ts";

/** Where things stand in the page; the same for the same requirement in every report. */
export interface Anchors {
  readonly ofItem: (item: ReportedItem) => string;
  /** Of a section of the product. */
  readonly ofSection: (name: string) => string;
}

/** The anchors of each project; those of an only one carry no name of it. */
export function anchorsOf(projects: readonly ReportedProject[]): readonly Anchors[] {
  const taken = new Set<string>();
  return projects.map(({ path, items }) => {
    const prefix = projects.length === 1 ? "" : `${unique(`in-${slug(path)}`, taken)}-`;
    const ids = new Map(
      items.map((it) => [it, unique(`${prefix}${slug(`r ${it.part} ${it.reference}`)}`, taken)]),
    );
    return {
      ofItem: (item) => ids.get(item) ?? "",
      ofSection: (name) => `${prefix}${slug(`on ${name}`)}`,
    };
  });
}

function unique(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** `r 4-2 CR 1.1 RE(1)` as `r-4-2-cr-1-1-re-1`: letters, digits, dashes and no others. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (it) => (/[ .(:-]/.test(it) ? "-" : it === ")" ? "" : hex(it)))
    .replace(/-+/g, "-");
}

function hex(character: string): string {
  return `_${character.codePointAt(0)?.toString(16)}`;
}

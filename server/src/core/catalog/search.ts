import type { Catalog, Requirement } from "../catalog.ts";

/** The requirements whose titles and keywords hold every word of a text, in the order of the catalog. */
export function requirementsAbout(catalog: Catalog, text: string): readonly Requirement[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  if (words.length === 0) return [];
  return catalog.requirements.filter((it) => {
    if (it.isGroup || it.redirectsTo !== undefined) return false;
    const titles = [it.title, ...it.enhancements.map((re) => re.title)];
    const known = [...titles, ...(it.keywords ?? [])].join(" ").toLowerCase();
    return words.every((word) => known.includes(word));
  });
}

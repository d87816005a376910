/** The address at which people can look at a line, from 1, of a file in a browser. */
export type LinkTo = (path: string, line: number) => string;

/** What paths in a report are made of. */
export interface ReportPlaces {
  /** What paths are relative to, by uri. */
  readonly base: string;
  /** The address of a line, from 1, of a file. */
  readonly linkTo?: LinkTo;
}

/** What stands in a template for what is put in. */
const REVISION = "{revision}";
const PATH = "{path}";
const LINE = "{line}";

/** Whether a template asks which revision the code is of. */
export function asksForRevision(template: string): boolean {
  return template.includes(REVISION);
}

/** Why a template makes no links, in a sentence; nothing where it does. */
export function whyNoTemplate(template: string): string | undefined {
  if (!/^https?:\/\/[^\s]+$/.test(template))
    return "it does not begin with https:// or holds blanks";
  return template.includes(PATH) ? undefined : `it does not say where the path goes: ${PATH}`;
}

/** Links as a template such as `https://host/repo/blob/{revision}/{path}#L{line}` makes them. */
export function linksBy(template: string, revision = ""): LinkTo {
  return (path, line) =>
    template
      .replaceAll(REVISION, () => encodeURIComponent(revision))
      .replaceAll(PATH, () => encodedPath(path))
      .replaceAll(LINE, String(line));
}

/** A path as it stands in a URI, whatever it holds: half a surrogate pair fits into none. */
export function encodedPath(path: string): string {
  const wellFormed = path.replaceAll(/\p{Cs}/gu, "\uFFFD");
  return wellFormed.split("/").map(encodeURIComponent).join("/");
}

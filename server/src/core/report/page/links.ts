import type { Requirement } from "../../catalog.ts";
import { escapeMarkdown, link } from "../markdown.ts";

/** Names a requirement so that a reader can go there, where that is possible. */
export type LinkTo = (
  requirement: Pick<Requirement, "part" | "edition" | "id">,
  text: string,
) => string;

/** The uri of a requirement's read-only page: `iec62443:/4-2/2019/CR%201.5.md`. */
export function pageUri({ part, edition, id }: Pick<Requirement, "part" | "edition" | "id">) {
  return `iec62443:/${[part, edition, `${id}.md`].map(encodeURIComponent).join("/")}`;
}

/** Leads to the page, in editors that show it. */
export const toPage: LinkTo = (requirement, text) => link(text, pageUri(requirement));

/** Leads nowhere: for files and terminals. */
export const toNothing: LinkTo = (_, text) => escapeMarkdown(text);

/** `CR 1.5 Authenticator management`. */
export function nameOf({ id, title }: Pick<Requirement, "id" | "title">): string {
  return title === undefined ? id : `${id} ${title}`;
}

import { codeSpan, escapeMarkdown, link } from "../core/report/markdown.ts";

/** How a client wants text that people read. */
export type MarkupKind = "markdown" | "plaintext";

/** Writes the same content in one of the two kinds; every text handed in may be hostile. */
export interface Markup {
  readonly kind: MarkupKind;
  text(text: string): string;
  strong(text: string): string;
  code(text: string): string;
  link(text: string, address: string): string;
  /** Editors draw a table in a hover with its columns touching: a list reads well in each. */
  list(items: readonly string[]): string;
}

/** Reads the same as Markdown and as plain text. */
function list(items: readonly string[]): string {
  return items.map((it) => `- ${it}`).join("\n");
}

const MARKDOWN: Markup = {
  kind: "markdown",
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  code: codeSpan,
  link,
  list,
};

const PLAINTEXT: Markup = {
  kind: "plaintext",
  text: (text) => text,
  strong: (text) => text,
  code: (text) => text,
  link: (text, address) => `${text}: ${address}`,
  list,
};

export function markupOf(kind: MarkupKind): Markup {
  return kind === "markdown" ? MARKDOWN : PLAINTEXT;
}

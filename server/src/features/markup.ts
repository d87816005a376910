import { codeSpan, escapeMarkdown, link, table } from "../core/report/markdown.ts";

/** How a client wants text that people read. */
export type MarkupKind = "markdown" | "plaintext";

/** Writes the same content in one of the two kinds; every text handed in may be hostile. */
export interface Markup {
  readonly kind: MarkupKind;
  text(text: string): string;
  strong(text: string): string;
  code(text: string): string;
  link(text: string, address: string): string;
  table(header: readonly string[], rows: readonly (readonly string[])[]): string;
}

const MARKDOWN: Markup = {
  kind: "markdown",
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  code: codeSpan,
  link,
  table,
};

const PLAINTEXT: Markup = {
  kind: "plaintext",
  text: (text) => text,
  strong: (text) => text,
  code: (text) => text,
  link: (text, address) => `${text}: ${address}`,
  table: (header, rows) => {
    const lines = [header, ...rows];
    const widths = header.map((_, column) =>
      Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
    );
    return lines
      .map((cells) =>
        cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd(),
      )
      .join("\n");
  },
};

export function markupOf(kind: MarkupKind): Markup {
  return kind === "markdown" ? MARKDOWN : PLAINTEXT;
}

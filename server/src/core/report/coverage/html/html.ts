import { safe } from "../../terminal.ts";

/** What may stand in a template: text becomes text, only markup stays markup. */
export type Part = string | number | Html | undefined | readonly Part[];

/** Markup. Only `html` and `styleElement` make it, so that text of unknown origin never becomes any. */
export class Html {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  static of(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
    const text = parts.reduce<string>(
      (before, part, at) => before + written(part) + (pieces[at + 1] ?? ""),
      pieces[0] ?? "",
    );
    return new Html(text);
  }

  /** A style sheet of ours, letter by letter: a hash is made over it. */
  static style(sheet: string): Html {
    return new Html(`<style>${sheet}</style>`);
  }
}

/** Markup with what is put in as text: `html\`<p>${text}</p>\``. */
export const html = Html.of;

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return escaped(String(part));
}

/** Text on one line, also between quotes, without characters that do more than show themselves. */
function escaped(text: string): string {
  return safe(text).replace(/[&<>"'`]/g, (it) => `&#${it.charCodeAt(0)};`);
}

/** A list of parts with something between each two. */
export function joined(parts: readonly Part[], between: Part): Part {
  return parts.map((it, at) => (at === 0 ? it : [between, it]));
}

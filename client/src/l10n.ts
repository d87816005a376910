/** Sentences of a display language by the English ones; what is not in it stays English. */
export type Bundle = Readonly<Record<string, unknown>>;

let bundle: Bundle = {};
let language = "en";

/**
 * Sets the display language for all that the client says. It is handed over, because half of the client and the panel's
 * page do without VS Code. What the server says (hovers, findings, next steps) is English in every language.
 */
export function speak(told: { readonly bundle: Bundle | undefined; readonly language: string }) {
  bundle = told.bundle ?? {};
  // A number reads like the words around it.
  language = told.bundle === undefined ? "en" : told.language;
}

/** What is spoken, for a page that speaks by itself. */
export function spoken(): { readonly bundle: Bundle; readonly language: string } {
  return { bundle, language };
}

/** A sentence in the display language, as `vscode.l10n.t` has it: `{0}` is the first value. */
export function t(sentence: string, ...values: readonly (string | number)[]): string {
  const own = bundle[sentence];
  const text = typeof own === "string" ? own : sentence;
  return text.replace(/\{(\d+)\}/g, (whole, nth: string) => String(values[Number(nth)] ?? whole));
}

/** `30,000`, as it is written in the display language. */
export function amount(count: number): string {
  return count.toLocaleString(language);
}

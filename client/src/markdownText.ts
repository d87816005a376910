/**
 * Text as Markdown that shows exactly this text: no link, no markup. VS Code's own `appendText` also
 * makes every blank a no-break space, and a long paragraph then breaks in the middle of words.
 */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

import { saved } from "./host.ts";

/** Draws anew and puts the keyboard focus and the scroll position back where they were. */
export function restoringFocus(main: HTMLElement, draw: () => void): void {
  const key = document.activeElement?.getAttribute("data-key");
  draw();
  window.scrollTo({ top: saved.get().scroll });
  if (key === null || key === undefined) return;
  main.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

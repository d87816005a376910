/** Draws anew and keeps the keyboard focus where it was, or at the nearest place around it that is left. */
export function restoringFocus(main: HTMLElement, draw: () => void): void {
  const { activeElement } = document;
  const keys = keysAround(activeElement, main);
  draw();
  if (keys.length === 0 || document.activeElement === activeElement) return;
  for (const key of keys) {
    const place = main.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    place?.focus({ preventScroll: true });
    if (place !== null && document.activeElement === place) return;
  }
}

/** The keys of an element and of those around it, from the inside out. */
function keysAround(start: Element | null, main: HTMLElement): readonly string[] {
  const keys: string[] = [];
  for (let at = start; at !== null && at !== main; at = at.parentElement) {
    const key = at.getAttribute("data-key");
    if (key !== null) keys.push(key);
  }
  return keys;
}

/** How long the server may be deaf, in milliseconds. */
const SLICE = 10;

/**
 * Runs steps in short slices and answers requests between them. `pause` is called after each slice.
 * Answers false when the signal stopped it.
 */
export async function inSlices(
  steps: Iterator<void>,
  signal: AbortSignal,
  pause: () => void,
): Promise<boolean> {
  while (!signal.aborted) {
    if (runSlice(steps)) return true;
    pause();
    await new Promise((resolve) => setImmediate(resolve));
  }
  steps.return?.();
  return false;
}

/** Whether the steps came to their end. */
function runSlice(steps: Iterator<void>): boolean {
  const end = performance.now() + SLICE;
  do {
    if (steps.next().done) return true;
  } while (performance.now() < end);
  return false;
}

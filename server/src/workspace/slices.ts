/** How long the server may be deaf, in milliseconds. A request needs several turns: to be read, dispatched, answered, written. */
const SLICE = 4;

/** Work in small steps. A promise among them is waited for. */
export type Steps = Generator<void | Promise<void>>;

const NEVER = new AbortController().signal;

/** Runs steps in short slices and answers requests between them. Answers false when the signal stopped it. */
export async function inSlices(
  steps: Iterator<void | Promise<void>>,
  signal: AbortSignal = NEVER,
): Promise<boolean> {
  while (!signal.aborted) {
    const slice = runSlice(steps);
    if (slice === "done") return true;
    if (slice === "paused") await new Promise((resolve) => setImmediate(resolve));
    else await orStopped(slice, signal);
  }
  steps.return?.();
  return false;
}

/** Waits for something, or for the signal. */
async function orStopped(something: Promise<void>, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { signal: over.signal });
  });
  try {
    await Promise.race([something, stopped]);
  } finally {
    over.abort();
  }
}

/** Runs steps until they end, something is to be waited for, or others are to have their turn. */
function runSlice(steps: Iterator<void | Promise<void>>): "done" | "paused" | Promise<void> {
  const end = performance.now() + SLICE;
  do {
    const { done, value } = steps.next();
    if (done) return "done";
    if (value instanceof Promise) return value;
  } while (performance.now() < end);
  return "paused";
}

import type { Steps } from "./slices.ts";

/** At least so long lies between two times, in milliseconds: views grow by these steps. */
const LEAST = 250;

/** The longer it takes, the more seldom: this is how many times as long lies between. */
const SHARE = 20;

/** Answers steps that do something now and then, however often they are run. */
export function nowAndThen(action: () => Steps): () => Steps {
  let next = performance.now() + LEAST;
  return function* () {
    const start = performance.now();
    if (start < next) return;
    yield* action();
    const end = performance.now();
    next = end + Math.max(LEAST, (end - start) * SHARE);
  };
}

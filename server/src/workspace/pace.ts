/** At least so long lies between two times, in milliseconds: views grow by these steps. */
const LEAST = 250;

/** The longer it takes, the more seldom: this is how many times as long lies between. */
const SHARE = 20;

/** Answers a function that does something now and then, however often it is called. */
export function nowAndThen(action: () => void): () => void {
  let next = performance.now() + LEAST;
  return () => {
    const start = performance.now();
    if (start < next) return;
    action();
    const end = performance.now();
    next = end + Math.max(LEAST, (end - start) * SHARE);
  };
}

const PATIENCE = 30_000;
const PAUSE = 25;

/**
 * Asks again until the answer fits. The time is generous because nothing is measured here; whoever waits in vain
 * learns the last answer.
 */
export async function until<T>(
  what: string,
  ask: () => T | Thenable<T>,
  fits: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}: ${inShort(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Asks again until the answer equals `wanted`. */
export function untilEqual<T>(what: string, ask: () => T | Thenable<T>, wanted: T): Promise<T> {
  const text = JSON.stringify(wanted);
  return until(`${what} is ${text}`, ask, (answer) => JSON.stringify(answer) === text);
}

function inShort(answer: unknown): string {
  return (JSON.stringify(answer) ?? "nothing").slice(0, 2000);
}

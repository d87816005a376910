import * as vscode from "vscode";

export const EXTENSION_ID = "iec62443-annotations.iec62443-annotations";

/** The extension as users have it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  if (found === undefined) throw new Error(`${EXTENSION_ID} is not installed.`);
  return found;
}

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
    if (Date.now() > end)
      throw new Error(`Waited in vain until ${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

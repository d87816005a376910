import type { Disposable } from "vscode-languageserver";

const DAY = 86_400_000;

/** Runs an action a moment after each midnight in UTC. One timer a day: an idle server stays idle. */
export function eachMidnight(action: () => void): Disposable {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(
      () => {
        action();
        wait();
      },
      DAY - (Date.now() % DAY) + 1000,
    );
    // In a browser it is a number, and keeps nothing alive.
    timer.unref?.();
  };
  wait();
  return { dispose: () => clearTimeout(timer) };
}

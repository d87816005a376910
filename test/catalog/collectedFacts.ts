import { existsSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../../shared/facts/", import.meta.url);

/** Whether the facts that were collected for this product stand beside the checkout. */
export const areFactsHere = existsSync(FOLDER);
if (!areFactsHere) {
  console.info("The collected facts do not stand beside this checkout: not compared with them.");
}

/** What was collected, by the name of its file; where the facts are not here, what stands in for it. */
export function collected<T>(file: string, absent: T): T {
  if (!areFactsHere) return absent;
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as T;
}

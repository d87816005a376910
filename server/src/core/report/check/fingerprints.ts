import type { CheckedFinding } from "./check.ts";

/** Tells results apart from run to run: by rule, file and what they are about, never by lines. */
export class Fingerprints {
  readonly #digest: (text: string) => string;
  readonly #keys = new Map<CheckedFinding, string>();

  constructor(told: readonly CheckedFinding[], digest: (text: string) => string) {
    this.#digest = digest;
    const counts = new Map<string, number>();
    for (const it of told) {
      const key = JSON.stringify([it.code, it.path, it.about]);
      const nth = counts.get(key) ?? 0;
      counts.set(key, nth + 1);
      this.#keys.set(it, `${key} ${nth}`);
    }
  }

  of(finding: CheckedFinding): string {
    return this.#digest(this.#keys.get(finding) ?? "");
  }
}

const LONG = 100;

/** A text that counts how many of its characters are looked at, slices of it included. */
export class CountingText extends String {
  readonly #counter: { steps: number };

  constructor(text: string, counter = { steps: 0 }) {
    super(text);
    this.#counter = counter;
  }

  get steps(): number {
    return this.#counter.steps;
  }

  override charCodeAt(index: number): number {
    this.#counter.steps++;
    return super.charCodeAt(index);
  }

  override charAt(index: number): string {
    this.#counter.steps++;
    return super.charAt(index);
  }

  override indexOf(searched: string, from?: number): number {
    const found = super.indexOf(searched, from);
    this.#counter.steps += (found === -1 ? this.length : found + searched.length) - (from ?? 0);
    return found;
  }

  override includes(searched: string, from?: number): boolean {
    return this.indexOf(searched, from) !== -1;
  }

  override startsWith(searched: string, from?: number): boolean {
    this.#counter.steps += searched.length;
    return super.startsWith(searched, from);
  }

  /** A long part goes on counting; a short one, a word to be compared, is a plain string. */
  override slice(from?: number, to?: number): string {
    const part = super.slice(from, to);
    if (part.length < LONG) {
      this.#counter.steps += part.length;
      return part;
    }
    return new CountingText(part, this.#counter) as unknown as string;
  }
}

/** Work in small steps that answers something in its end: whoever runs it may let others have their turn between them. */
export type StepsTo<T> = Generator<void, T>;

/** Runs steps to their end without a pause. */
export function finished<T>(steps: StepsTo<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What one argument of a command may be. */
export interface Argument<T> {
  readonly fits: (value: unknown) => value is T;
  /** What has to stand there, in words: `a level from 1 to 4`. */
  readonly expected: string;
}

/** The arguments of a command by their names. */
export type Arguments = Readonly<Record<string, Argument<unknown>>>;

/** What was given, each as its argument says. */
export type Given<A extends Arguments> = {
  readonly [K in keyof A]: A[K] extends Argument<infer T> ? T : never;
};

/** What is wrong with what was given, in a sentence that names it. */
export interface WrongArgument {
  readonly wrong: string;
}

/** A text with something in it. */
export function words(expected: string): Argument<string> {
  return {
    fits: (value): value is string => typeof value === "string" && value.trim() !== "",
    expected,
  };
}

/** One of some values, written as they are. */
export function oneOf<const T extends string | number>(values: readonly T[]): Argument<T> {
  return {
    fits: (value): value is T => values.some((it) => it === value),
    expected: `one of ${values.map((it) => JSON.stringify(it)).join(", ")}`,
  };
}

/** A list of some values. */
export function listOf<const T extends string>(values: readonly T[]): Argument<readonly T[]> {
  const { fits, expected } = oneOf(values);
  return {
    fits: (value): value is readonly T[] => Array.isArray(value) && value.every(fits),
    expected: `a list, each ${expected}`,
  };
}

/** An argument that may be left out. */
export function optional<T>({ fits, expected }: Argument<T>): Argument<T | undefined> {
  return {
    fits: (value): value is T | undefined => value === undefined || fits(value),
    expected: `${expected}, or nothing`,
  };
}

/** Reads what a client gives a command: one object with its arguments, of which nothing is believed. */
export function readArguments<A extends Arguments>(
  expected: A,
  given: unknown,
): Given<A> | WrongArgument {
  const named = objectIn(given);
  if (named === undefined) {
    return { wrong: `The arguments have to be one object in a list: ${shapeOf(expected)}.` };
  }
  const stranger = Object.keys(named).find((it) => !Object.hasOwn(expected, it));
  if (stranger !== undefined) {
    return { wrong: `There is no argument ${shown(stranger)}: ${shapeOf(expected)} is expected.` };
  }
  for (const [name, { fits, expected: what }] of Object.entries(expected)) {
    const value = named[name];
    if (fits(value)) continue;
    const is = value === undefined ? "is missing" : `is ${shown(value)}`;
    return { wrong: `The argument "${name}" ${is}: ${what} is expected.` };
  }
  return named as Given<A>;
}

/** Whether something is wrong with what was given. */
export function isWrong(value: object): value is WrongArgument {
  return "wrong" in value;
}

/** Without arguments the list may be empty or absent. Of an empty table Lua does not tell which of the two it is. */
function objectIn(given: unknown): Readonly<Record<string, unknown>> | undefined {
  const list = given ?? [];
  if (!Array.isArray(list) || list.length > 1) return undefined;
  const [only = {}] = list;
  if (Array.isArray(only)) return only.length === 0 ? {} : undefined;
  return typeof only === "object" && only !== null ? only : undefined;
}

function shapeOf(expected: Arguments): string {
  const names = Object.entries(expected).map(([name, { fits }]) =>
    fits(undefined) ? `${name}?` : name,
  );
  return names.length === 0 ? "[]" : `[{ ${names.join(", ")} }]`;
}

const LONGEST = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

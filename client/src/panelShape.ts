/** Reads a value from outside: what belongs to it and nothing else, or nothing where it is another. */
export type Reader<T> = (raw: unknown) => T | undefined;

/** What a reader reads. */
export type Read<R> = R extends Reader<infer T> ? T : never;

interface Optional<T> {
  readonly optional: Reader<T>;
}

type Fields = Readonly<Record<string, Reader<unknown> | Optional<unknown>>>;

type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Optional<unknown> ? K : never;
}[keyof F];

type RecordOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: F[K] extends Reader<infer T> ? T : never;
} & {
  readonly [K in OptionalKeys<F>]?: F[K] extends Optional<infer T> ? T : never;
};

export function text(raw: unknown): string | undefined {
  return typeof raw === "string" ? raw : undefined;
}

/** A whole number from 0. */
export function count(raw: unknown): number | undefined {
  return typeof raw === "number" && Number.isSafeInteger(raw) && raw >= 0 ? raw : undefined;
}

export function flag(raw: unknown): boolean | undefined {
  return typeof raw === "boolean" ? raw : undefined;
}

export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (raw) => words.find((it) => it === raw);
}

/** A list in which every entry is of the kind. */
export function list<T>(read: Reader<T>): Reader<readonly T[]> {
  return (raw) => {
    if (!Array.isArray(raw)) return undefined;
    const entries: T[] = [];
    for (const it of raw) {
      const entry = read(it);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    return entries;
  };
}

export function optional<T>(read: Reader<T>): Optional<T> {
  return { optional: read };
}

/** The first of them that can read it. */
export function either<R extends readonly Reader<unknown>[]>(
  ...readers: R
): Reader<Read<R[number]>> {
  return (raw) => {
    for (const read of readers) {
      const value = read(raw);
      if (value !== undefined) return value as Read<R[number]>;
    }
    return undefined;
  };
}

/** An object with these fields; a field that is missing or of another kind makes it another object. */
export function record<F extends Fields>(fields: F): Reader<RecordOf<F>> {
  const entries = Object.entries(fields);
  return (raw) => {
    if (typeof raw !== "object" || raw === null) return undefined;
    const given = raw as Readonly<Record<string, unknown>>;
    const made: Record<string, unknown> = {};
    for (const [name, field] of entries) {
      const isOptional = "optional" in field;
      if (isOptional && given[name] === undefined) continue;
      const value = (isOptional ? field.optional : field)(given[name]);
      if (value === undefined) return undefined;
      made[name] = value;
    }
    return made as RecordOf<F>;
  };
}

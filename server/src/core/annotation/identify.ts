import { type Form, type Forms, fits, hasClauses } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";

/** The kinds and numbers of an id as they are written: `EDR / HDR 3.10` has two kinds. */
export interface WrittenId {
  /** The ids that it can be. */
  readonly forms: Forms;
  /** In capitals; none for a bare number. */
  readonly kind: string | undefined;
  readonly numbers: readonly string[];
  /** Whether a dash stands between the kind and its number. */
  readonly dashed: boolean;
  readonly part: string | undefined;
  readonly edition: string | undefined;
}

/** A kind and its numbers, of no written part. */
export function idOf(
  forms: Forms,
  kind: string,
  numbers: readonly string[],
  dashed = false,
): WrittenId {
  return { forms, kind, numbers, dashed, part: undefined, edition: undefined };
}

/** Why an id cannot be understood. */
export type Unclear =
  | { readonly why: "numbers"; readonly forms: readonly Form[] }
  | { readonly why: "part"; readonly form: Form; readonly reference: Reference }
  | { readonly why: "practice-or-system"; readonly forms: readonly Form[] }
  | { readonly why: "no-kind" };

/** Which requirement an id names. The form of the id decides its part. */
export function identify(id: WrittenId): Reference | Unclear {
  const numbers = id.numbers.map(withoutZeros);
  return id.kind === undefined ? identifyClause(id, numbers) : identifyKind(id.kind, id, numbers);
}

/** Whether an id was understood. */
export function isReference(result: Reference | Unclear): result is Reference {
  return "id" in result;
}

const LONGEST_OF_CLAUSE = 3;

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

function identifyClause(id: WrittenId, numbers: readonly string[]): Reference | Unclear {
  const { part, edition } = id;
  if (part === undefined || !hasClauses(part)) return { why: "no-kind" };
  const isLong = numbers.some((it) => it.length > LONGEST_OF_CLAUSE);
  if (isLong || numbers.length < 2 || numbers.length > 8) return { why: "numbers", forms: [] };
  return { part, ...(edition !== undefined && { edition }), id: numbers.join(".") };
}

function identifyKind(
  kind: string,
  { forms: all, part, edition, dashed }: WrittenId,
  numbers: readonly string[],
): Reference | Unclear {
  const forms = all.of(kind);
  const form = forms.find((it) => fits(it, numbers));
  if (form === undefined) return { why: "numbers", forms };
  if (forms.length > 1 && form.part === "4-1" && !dashed && part !== "4-1") {
    return { why: "practice-or-system", forms };
  }
  const reference = { part: form.part, id: form.write(kind, numbers) };
  if (part !== undefined && part !== form.part) return { why: "part", form, reference };
  return edition === undefined ? reference : { ...reference, edition };
}

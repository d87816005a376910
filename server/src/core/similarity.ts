/**
 * The candidates that differ from a word by the fewest letters, nearest first: at most `limit` of
 * them, and only those near enough to be meant. Case does not count.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit: number,
): readonly string[] {
  const folded = word.toLowerCase();
  if (folded.length > LONGEST) return [];
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const most = Math.max(1, Math.floor(Math.max(folded.length, candidate.length) / 3));
    const distance = editDistance(folded, candidate.toLowerCase());
    if (distance <= most) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  return near.slice(0, limit).map((it) => it.candidate);
}

/** Longer words are no slips of the hand; they would only cost time. */
const LONGEST = 64;

/** How many letters must be put in, taken out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

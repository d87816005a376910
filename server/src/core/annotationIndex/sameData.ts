/** Whether two values of plain data say the same. Values that are the same are not looked into. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((it, index) => isSameData(it, b[index]));
  }
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) && isSameData(a[key as keyof typeof a], b[key as keyof typeof b]),
    )
  );
}

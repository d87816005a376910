/** How a client counts a column of ours: by what stands before it, in the units of its encoding. */
export function columnOnWire(
  line: string,
  column: number,
  encoding: "utf-8" | "utf-16" | "utf-32",
): number {
  const before = line.slice(0, column);
  if (encoding === "utf-16") return before.length;
  return encoding === "utf-8" ? Buffer.byteLength(before) : Array.from(before).length;
}

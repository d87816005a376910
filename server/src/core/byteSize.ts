const UNITS = ["bytes", "KiB", "MiB", "GiB"] as const;

/** A number of bytes as people write it: `2097152`, `2MiB`, `512 KB`. Every unit counts by 1024. */
export function parseByteSize(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value !== "string") return undefined;
  const match = /^\s*(\d{1,15}(?:\.\d{1,6})?)\s*(?:([kmg])i?b?|b)?\s*$/i.exec(value);
  if (match === null) return undefined;
  const [, number = "", unit = ""] = match;
  return Math.round(Number(number) * 1024 ** " kmg".indexOf(unit.toLowerCase() || " "));
}

/** A number of bytes in the unit that reads best: `2 MiB`. */
export function formatByteSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${Math.round(size * 10) / 10} ${UNITS[unit]}`;
}

/** The most bytes that UTF-8 has for a UTF-16 code unit. */
const BYTES_OF_UNIT = 3;

/** Whether a text has more bytes than so many in UTF-8. They are counted only where its length leaves it open. */
export function isLongerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  return text.length * BYTES_OF_UNIT > bytes && bytesOf(text) > bytes;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const it of text) {
    const code = it.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? BYTES_OF_UNIT : 4;
  }
  return bytes;
}

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const SLASH = 47;
export const BACKSLASH = 92;

/** Whether a code unit ends a line. False for NaN, so for a place behind the text. */
export function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

/** Space, tab, vertical tab or form feed. */
export function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === 11 || unit === 12;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a code unit may stand in a name: letter, digit, underscore, or anything not ASCII. */
export function isWord(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    unit > 127
  );
}

/** Whether a code unit may begin a name. */
export function isWordStart(unit: number): boolean {
  return isWord(unit) && !isDigit(unit);
}

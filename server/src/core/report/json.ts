/** Version of the shape of every JSON result; raised when a reader would break. */
export const SCHEMA_VERSION = 1;

/** A result as JSON text, the same for the same result. */
export function toJson(result: object): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

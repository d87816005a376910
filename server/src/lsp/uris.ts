import { normaliseUri } from "../workspace/uris.ts";

/** Whether a client's word for a place can be read at all. */
export function isUri(uri: string): boolean {
  try {
    normaliseUri(uri);
    return true;
  } catch {
    return false;
  }
}

/** The uris that can be read, each once, as the workspace writes them. */
export function readableUris(uris: readonly string[]): readonly string[] {
  return [...new Set(uris.filter(isUri).map(normaliseUri))];
}

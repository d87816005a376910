/** The path of a Chromium, or a sentence that says why there is none. */
export function findChromium(): Promise<{ path: string } | { why: string }>;

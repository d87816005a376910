import type { Browser } from "playwright-core";

/** A headless Chromium. */
export function launchBrowser(executablePath: string): Promise<Browser>;

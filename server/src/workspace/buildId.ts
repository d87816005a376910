/** Put in by the bundler: see buildId.mjs. */
declare const BUILD_ID: string | undefined;

/** Names what this program was built from; the sources that are run as they stand have no build. */
export const buildId = typeof BUILD_ID === "undefined" ? "unbuilt" : BUILD_ID;

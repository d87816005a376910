import { fileURLToPath } from "node:url";

/** The folder of this checkout. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The packaged extension. */
export const VSIX = fileURLToPath(new URL("../../dist/iec62443-annotations.vsix", import.meta.url));

/** The product that shows what the extension does. */
export const SAMPLE = fileURLToPath(new URL("../fixtures/plc-product", import.meta.url));

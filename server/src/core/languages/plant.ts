import { STRUCTURED_TEXT } from "../comments/structuredText.ts";
import { type Language, language } from "./language.ts";

/** The languages of IEC 61131-3 and their vendors' forms. */
export const PLANT: readonly Language[] = [
  language({
    id: "structured-text",
    name: "Structured Text",
    aliases: "st iecst iec-st scl awl iec61131 structuredtext",
    extensions: ".st .iecst .scl .awl .il .udt .exp",
    lineComment: "//",
    syntax: STRUCTURED_TEXT,
  }),
];

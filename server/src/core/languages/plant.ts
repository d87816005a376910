import { DATA_SHEET } from "../comments/configuration.ts";
import { L5X, TWINCAT } from "../comments/plantXml.ts";
import { STRUCTURED_TEXT } from "../comments/structuredText.ts";
import { type Language, language } from "./language.ts";

/** The languages of IEC 61131-3 and their vendors' forms. */
export const PLANT: readonly Language[] = [
  language({
    id: "structured-text",
    name: "Structured Text",
    aliases: "st iecst iec-st iec61131 structuredtext",
    extensions: ".st .iecst .exp .gvl .pou .dut .fun .typ .var",
    lineComment: "//",
    syntax: STRUCTURED_TEXT,
  }),
  language({
    id: "scl",
    name: "Siemens SCL",
    aliases: "siemens-scl",
    extensions: ".scl .udt .db",
    lineComment: "//",
    syntax: STRUCTURED_TEXT,
  }),
  language({
    id: "instruction-list",
    name: "Instruction List",
    aliases: "il awl stl",
    extensions: ".il .awl .stl",
    lineComment: "//",
    syntax: STRUCTURED_TEXT,
  }),
  language({
    id: "twincat",
    name: "TwinCAT",
    aliases: "tcpou",
    extensions: ".tcpou .tcgvl .tcdut .tcio .tctleo .tcgtlo",
    blockComments: "(* *)",
    isPlantXml: true,
    syntax: TWINCAT,
  }),
  language({
    id: "eds",
    name: "Electronic data sheet",
    extensions: ".eds .dcf",
    lineComment: ";",
    syntax: DATA_SHEET,
  }),
  language({
    id: "l5x",
    name: "Rockwell L5X",
    aliases: "rockwell-l5x",
    extensions: ".l5x",
    blockComments: "(* *)",
    isPlantXml: true,
    syntax: L5X,
  }),
];

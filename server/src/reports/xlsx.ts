import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Sheet } from "../core/report/table.ts";
import { linksXml, sheetXml, type WrittenLink } from "./xlsxSheet.ts";
import { attribute, DECLARATION } from "./xlsxText.ts";

/** The lines of one sheet, its header among them: ECMA-376 leaves it open, Excel reads no more. */
export const MOST_LINES = 1_048_576;

/**
 * Sheets as an Excel workbook (SpreadsheetML, ECMA-376 part 1). What is a text is written as one and never as a
 * formula. The same sheets make the same bytes: no time of day, and no zone, is in them.
 */
export function xlsxOf(sheets: readonly Sheet[]): Uint8Array {
  const parts = new Parts();
  parts.add("[Content_Types].xml", [contentTypes(sheets)]);
  parts.add("_rels/.rels", [PACKAGE]);
  parts.add("xl/workbook.xml", [workbook(sheets)]);
  parts.add("xl/_rels/workbook.xml.rels", [workbookParts(sheets)]);
  parts.add("xl/styles.xml", [STYLES]);
  for (const [index, sheet] of sheets.entries()) {
    const links: WrittenLink[] = [];
    parts.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, links));
    if (links.length > 0)
      parts.add(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, linksXml(links));
  }
  return parts.bytes();
}

/** The files of a workbook, each packed as it comes: a sheet as one text would be the largest thing there is. */
class Parts {
  readonly #packed: Uint8Array[] = [];
  readonly #zip = new Zip((error, data) => {
    if (error !== null) throw error;
    this.#packed.push(data);
  });

  add(path: string, pieces: Iterable<string>): void {
    const file = new ZipDeflate(path, { level: 6 });
    // A zip holds local time: made of local numbers it is the same everywhere.
    file.mtime = new Date(1980, 0, 1, 12);
    this.#zip.add(file);
    for (const piece of pieces) file.push(strToU8(piece));
    file.push(new Uint8Array(0), true);
  }

  bytes(): Uint8Array {
    this.#zip.end();
    return Buffer.concat(this.#packed);
  }
}

const PACKAGES = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"]),
  ];
  return [
    `${DECLARATION}<Types xmlns="${PACKAGES}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...parts.map(
      ([name, kind]) => `<Override PartName="${name}" ContentType="${KIND}.${kind}+xml"/>`,
    ),
    "</Types>",
  ].join("");
}

const PACKAGE = `${DECLARATION}<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="rId1" Type="${DOCUMENTS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Each sheet, with its header on every page that is printed. */
function workbook(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, index) =>
      `<sheet name="${attribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const headers = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${attribute(name)}'!$1:$1</definedName>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENTS}"><sheets>${names.join("")}</sheets><definedNames>${headers.join("")}</definedNames></workbook>`;
}

function workbookParts(sheets: readonly Sheet[]): string {
  const targets = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
    ["styles", "styles.xml"],
  ];
  const parts = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${DOCUMENTS}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGES}/relationships">${parts.join("")}</Relationships>`;
}

/** By number: what Excel asks for, a header, a cell, a link. */
const STYLES = [
  `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
  '<fonts count="3">',
  '<font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font>',
  "</fonts>",
  '<fills count="3">',
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill>',
  "</fills>",
  "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
  '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="4">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  ...[
    [1, 2],
    [0, 0],
    [2, 0],
  ].map(
    ([font, fill]) =>
      `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  ),
  "</cellXfs></styleSheet>",
].join("");

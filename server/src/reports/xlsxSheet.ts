import type { LinkedCell, Sheet } from "../core/report/table.ts";
import { addressOf, attribute, cellText, DECLARATION } from "./xlsxText.ts";

/** The cell that a link stands in, and where it leads to. */
export interface WrittenLink {
  readonly cell: string;
  readonly address: string;
}

/** Excel opens a sheet with more of them only after a repair that takes them all out. */
const MOST_LINKS = 65_530;

/** The cells of one sheet in pieces; its header stays in sight and filters. The links are noted on the way. */
export function* sheetXml(sheet: Sheet, links: WrittenLink[]): Iterable<string> {
  yield headOf(sheet);
  yield rowXml(
    1,
    sheet.columns.map(({ header }, column) => textXml(`${nameOf(column)}1`, header, HEADER)),
  );
  let line = 1;
  for (const cells of sheet.rows()) {
    line++;
    yield rowXml(
      line,
      cells.map((it, column) => cellXml(`${nameOf(column)}${line}`, it, links)),
    );
  }
  yield `</sheetData><autoFilter ref="A1:${nameOf(sheet.columns.length - 1)}${line}"/>`;
  yield* hyperlinks(links);
  yield '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>';
}

/** Where the links of a sheet lead to, in pieces. */
export function* linksXml(links: readonly WrittenLink[]): Iterable<string> {
  yield `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`;
  for (const [index, { address }] of links.entries())
    yield `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/hyperlink" Target="${attribute(address)}" TargetMode="External"/>`;
  yield "</Relationships>";
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function headOf({ columns }: Sheet): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    "</sheetView></sheetViews>",
    `<cols>${widths.join("")}</cols><sheetData>`,
  ].join("");
}

/** The styles of xlsx.ts, by number. */
const HEADER = 1;
const BODY = 2;
const LINK = 3;

function rowXml(line: number, cells: readonly string[]): string {
  return `<row r="${line}">${cells.join("")}</row>`;
}

function cellXml(cell: string, { value, link }: LinkedCell, links: WrittenLink[]): string {
  if (value === undefined || value === "") return "";
  if (typeof value === "number") return `<c r="${cell}" s="${BODY}"><v>${value}</v></c>`;
  const address = links.length < MOST_LINKS ? addressOf(link) : undefined;
  if (address === undefined) return textXml(cell, value, BODY);
  links.push({ cell, address });
  return textXml(cell, value, LINK);
}

function textXml(cell: string, text: string, style: number): string {
  return `<c r="${cell}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

function* hyperlinks(links: readonly WrittenLink[]): Iterable<string> {
  if (links.length === 0) return;
  yield "<hyperlinks>";
  for (const [index, { cell }] of links.entries())
    yield `<hyperlink ref="${cell}" r:id="rId${index + 1}"/>`;
  yield "</hyperlinks>";
}

/** `A` to `Z`: no sheet of ours is wider. */
function nameOf(column: number): string {
  return String.fromCharCode("A".charCodeAt(0) + column);
}

/** A piece of a document: Markdown as it is, or rows of which the last may be left out. */
export type Block = string | Rows;

export interface Rows {
  /** What stands before the first row. */
  readonly before: string;
  readonly rows: readonly string[];
  /** A sentence about so many rows that are left out. */
  readonly more: (count: number) => string;
  readonly after?: string;
}

/** The document in at most so many UTF-16 units, as long as what is no row fits: the longest lists are cut. */
export function fitted(blocks: readonly Block[], limit: number): string {
  const room = limit - leastOf(blocks);
  const share = largestShare(blocks, room);
  return blocks.map((it) => written(it, share)).join(GAP);
}

/** How long the document is without any row. */
export function leastOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, it) => sum + written(it, 0).length + GAP.length, 0);
}

const GAP = "\n\n";

/** How much of each list may be written, so that all fit: short ones leave their room to the others. */
function largestShare(blocks: readonly Block[], room: number): number {
  let fits = 0;
  let tooMuch = Math.max(room, 0) + 1;
  while (tooMuch - fits > 1) {
    const share = Math.floor((fits + tooMuch) / 2);
    const used = blocks.reduce((sum, it) => sum + lengthOfRows(it, share), 0);
    if (used <= room) fits = share;
    else tooMuch = share;
  }
  return fits;
}

function lengthOfRows(block: Block, share: number): number {
  if (typeof block === "string") return 0;
  return lengthOf(block.rows.slice(0, rowsWithin(block.rows, share)));
}

function lengthOf(rows: readonly string[]): number {
  return rows.reduce((sum, it) => sum + it.length + 1, 0);
}

function rowsWithin(rows: readonly string[], share: number): number {
  let used = 0;
  const tooMany = rows.findIndex((it) => {
    used += it.length + 1;
    return used > share;
  });
  return tooMany === -1 ? rows.length : tooMany;
}

function written(block: Block, share: number): string {
  if (typeof block === "string") return block;
  const { before, rows, more, after } = block;
  const shown = rows.slice(0, rowsWithin(rows, share));
  const left = rows.length - shown.length;
  return [
    [...(before === "" ? [] : [before]), ...shown].join("\n"),
    ...(left === 0 ? [] : [more(left)]),
    ...(after === undefined ? [] : [after]),
  ].join(GAP);
}

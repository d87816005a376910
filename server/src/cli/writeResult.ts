import { once } from "node:events";
import {
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import type { Output } from "../reports/output.ts";

/** Pieces are gathered up to so many characters: one write for each would take longest. */
const PIECE = 64 * 1024;

/**
 * Writes a result to a file whole or not at all: what stood there stays until all is written. A pipe or a
 * device is written to as it is. Throws what the file system says.
 */
export function writeToFile(path: string, output: Output): void {
  const place = whereLinksLead(path);
  if (isReplaceable(place)) replace(place, output);
  else write(place, "a", output);
}

function replace(place: string, output: Output): void {
  const unfinished = `${place}.${process.pid}.part`;
  try {
    write(unfinished, "wx", output);
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function whereLinksLead(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path);
}

function isReplaceable(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

function write(path: string, flags: "a" | "wx", output: Output): void {
  const file = openSync(path, flags);
  try {
    for (const piece of pieces(output)) writeAll(file, piece);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Writes a result to a stream, no faster than its reader takes it. */
export async function writeToStream(stream: NodeJS.WritableStream, output: Output): Promise<void> {
  for (const piece of pieces(output)) {
    if (!stream.write(piece)) await once(stream, "drain");
  }
}

function* pieces(output: Output): Iterable<Uint8Array> {
  if (output instanceof Uint8Array) return yield output;
  let gathered = "";
  for (const text of typeof output === "string" ? [output] : output) {
    gathered += text;
    if (gathered.length < PIECE) continue;
    yield Buffer.from(gathered);
    gathered = "";
  }
  if (gathered !== "") yield Buffer.from(gathered);
}

import { createHash } from "node:crypto";
import { STAMP } from "../stamps.ts";
import type { StoredRecord } from "./records.ts";

/** What a cache is good for: another folder, another build of this tool, and it says nothing. */
export interface CacheKey {
  readonly folder: string;
  readonly build: string;
}

/*
 * The bytes of a cache: a head with a digest that tells bytes cut off or damaged, the stamps of all files, the text of each record,
 * and a table of contents as JSON. Only what is asked for is decoded.
 */
const MARK = Buffer.from("IEC62443", "latin1");
const VERSION = 2;
const CONTENTS_AT = 12;
const FILES_AT = 16;
const DIGEST_AT = 24;
const HEAD = 56;
const STAMP_BYTES = STAMP * 8;
/** Neither can stand in a name, and JSON writes the second one otherwise. */
const BETWEEN_NAMES = "/";
const BETWEEN_PARTS = "\0";

interface Contents extends CacheKey {
  readonly settings: readonly string[];
  readonly folders: readonly (readonly [
    path: string,
    settings: number,
    files: number,
    textStart: number,
    textEnd: number,
  ])[];
}

/** Writes records as bytes, one after the other, so that others get their turn between. */
export function* encoded(
  key: CacheKey,
  records: ReadonlyMap<string, StoredRecord>,
): Generator<void, readonly Uint8Array[]> {
  const settings: string[] = [];
  const folders: [string, number, number, number, number][] = [];
  const texts: Uint8Array[] = [];
  const stamps: Uint8Array[] = [];
  let length = 0;
  for (const [path, record] of records) {
    if (!settings.includes(record.settings)) settings.push(record.settings);
    const text = Buffer.from(textOf(record));
    const { byteOffset, byteLength, buffer } = record.stamps;
    stamps.push(new Uint8Array(buffer, byteOffset, byteLength));
    texts.push(text);
    const at = settings.indexOf(record.settings);
    folders.push([path, at, record.names.length, length, length + text.length]);
    length += text.length;
    yield;
  }
  const contents = Buffer.from(JSON.stringify({ ...key, settings, folders } satisfies Contents));
  const body = [...stamps, ...texts, contents];
  const head = Buffer.alloc(HEAD);
  MARK.copy(head);
  head.writeUInt32LE(VERSION, 8);
  head.writeUInt32LE(contents.length, CONTENTS_AT);
  const files = stamps.reduce((sum, it) => sum + it.length / STAMP_BYTES, 0);
  head.writeUInt32LE(files, FILES_AT);
  const digest = createHash("sha256").update(head.subarray(0, DIGEST_AT));
  for (const it of body) {
    digest.update(it);
    yield;
  }
  digest.digest().copy(head, DIGEST_AT);
  return [head, ...body];
}

function textOf({ names, kept }: StoredRecord): string {
  const entries = [...kept].map(([at, text]) => `${at}:${text}`);
  return [names.join(BETWEEN_NAMES), ...entries].join(BETWEEN_PARTS);
}

/** Records that are decoded when they are asked for. */
export interface Decoded {
  /** How many folders there are. */
  readonly folders: number;
  readonly of: (folder: string) => StoredRecord | undefined;
}

/** Answers the records of bytes by folder; nothing where the bytes are not whole or not those asked for. */
export function decoded(bytes: Buffer, key: CacheKey): Decoded | undefined {
  if (bytes.length < HEAD || !bytes.subarray(0, MARK.length).equals(MARK)) return undefined;
  if (bytes.readUInt32LE(8) !== VERSION) return undefined;
  const contentsStart = bytes.length - bytes.readUInt32LE(CONTENTS_AT);
  const textStart = HEAD + bytes.readUInt32LE(FILES_AT) * STAMP_BYTES;
  if (contentsStart < textStart || textStart > bytes.length) return undefined;
  const digest = createHash("sha256")
    .update(bytes.subarray(0, DIGEST_AT))
    .update(bytes.subarray(HEAD))
    .digest();
  if (!digest.equals(bytes.subarray(DIGEST_AT, HEAD))) return undefined;
  const contents = JSON.parse(bytes.toString("utf8", contentsStart)) as Contents;
  if (contents.folder !== key.folder || contents.build !== key.build) return undefined;

  const places = new Map<string, () => StoredRecord>();
  let stampsStart = HEAD;
  for (const [path, settings, files, start, end] of contents.folders) {
    const from = stampsStart;
    places.set(path, () => ({
      settings: contents.settings[settings] ?? "",
      stamps: new Float64Array(bytes.buffer, bytes.byteOffset + from, files * STAMP),
      ...partsOf(bytes.toString("utf8", textStart + start, textStart + end)),
    }));
    stampsStart += files * STAMP_BYTES;
  }
  return { folders: places.size, of: (folder) => places.get(folder)?.() };
}

function partsOf(text: string): Pick<StoredRecord, "names" | "kept"> {
  const [names = "", ...entries] = text.split(BETWEEN_PARTS);
  return {
    names: names === "" ? [] : names.split(BETWEEN_NAMES),
    kept: new Map(
      entries.map((it) => {
        const colon = it.indexOf(":");
        return [Number(it.slice(0, colon)), it.slice(colon + 1)];
      }),
    ),
  };
}

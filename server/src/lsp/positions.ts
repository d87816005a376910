import { PositionEncodingKind } from "vscode-languageserver";
import { type Position, TextLines } from "../core/text.ts";
import { normaliseUri } from "../workspace/uris.ts";
import { columnIn } from "./columns.ts";
import type { Encoding } from "./encoding.ts";
import { isUri } from "./uris.ts";

const OURS = PositionEncodingKind.UTF16;

/**
 * Translates columns between the wire and the rest of the server, which counts in UTF-16: whatever shape a message
 * has, each position in it belongs to the nearest document that is named around it.
 */
export class Positions {
  readonly encoding: Encoding;
  readonly #textOf: (uri: string) => string | undefined;

  /** `textOf` answers what an editor or the disk has now. */
  constructor(encoding: Encoding, textOf: (uri: string) => string | undefined) {
    this.encoding = encoding;
    this.#textOf = textOf;
  }

  /** What has come from the client, with columns as they are counted here. */
  fromWire<T>(value: T): T {
    return this.#translated(value, this.encoding, OURS, undefined);
  }

  /** What goes to the client. `about` is the document of the positions beside which none is named. */
  toWire<T>(value: T, about?: string): T {
    return this.#translated(value, OURS, this.encoding, about);
  }

  #translated<T>(value: T, from: Encoding, to: Encoding, about: string | undefined): T {
    if (from === to) return value;
    const lineOf = linesOf(this.#textOf);
    const translate: Translate = ({ line, character }, uri) => ({
      line,
      character: columnIn(lineOf(uri, line), character, from, to),
    });
    return translated(value, about, translate) as T;
  }
}

type Translate = (position: Position, uri: string) => Position;

/** Answers lines of texts, each of which is read once. */
function linesOf(textOf: (uri: string) => string | undefined) {
  const texts = new Map<string, TextLines>();
  return (uri: string, line: number): string => {
    const lines =
      texts.get(uri) ?? new TextLines(isUri(uri) ? (textOf(normaliseUri(uri)) ?? "") : "");
    texts.set(uri, lines);
    return lines.lineText(line);
  };
}

/** The value itself where nothing in it is otherwise: what is sent is kept by those who made it. */
function translated(value: unknown, about: string | undefined, translate: Translate): unknown {
  if (Array.isArray(value)) {
    const items = value.map((it) => translated(it, about, translate));
    return items.some((it, i) => it !== value[i]) ? items : value;
  }
  if (!isPlain(value)) return value;
  if (isPosition(value)) return about === undefined ? value : translate(value, about);
  const own = uriOf(value) ?? about;
  const entries = Object.entries(value).map(([key, it]) => {
    return [key, translated(it, documentOf(key, value) ?? own, translate)] as const;
  });
  return entries.some(([key, it]) => it !== value[key]) ? Object.fromEntries(entries) : value;
}

/** An error, or a token of cancellation, is none. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isPosition(value: Readonly<Record<string, unknown>>): value is Position & typeof value {
  return typeof value["line"] === "number" && typeof value["character"] === "number";
}

/** The document that a message, or a part of one, is about. */
export function uriOf(value: unknown): string | undefined {
  if (!isPlain(value)) return undefined;
  const { textDocument, uri } = value;
  const named = isPlain(textDocument) ? textDocument["uri"] : uri;
  return typeof named === "string" ? named : undefined;
}

/** Of what a link leads to, or of the edits that stand under a uri, the key tells the document. */
function documentOf(key: string, { targetUri }: Readonly<Record<string, unknown>>) {
  if (key.startsWith("target") && typeof targetUri === "string") return targetUri;
  return key.includes(":") ? key : undefined;
}

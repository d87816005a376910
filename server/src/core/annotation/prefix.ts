import type { WrittenPart } from "./parsed.ts";
import type { Reader } from "./reader.ts";

const ORGANISATION = /(?:ANSI|ISA|ISO|IEC|EN|DIN|BS)(?![a-z])[ /_-]*/iy;
const SERIES = /62443(?!\d)/y;
const PART_OF_SERIES = / *(?:[-_] *)?(?:part *)?(\d)[-_](\d)(?!\d)/iy;
const EDITION = /:(\d{4})(?!\d)/y;
const BEHIND_PREFIX = / *(?:[:/,-] *)?/y;

/** Reads a document's number in front of an id: `IEC 62443-4-2:2019 - `, `62443 `, `2-1 `. */
export function readPrefix(reader: Reader): WrittenPart | undefined {
  if (!/[0-9abdei]/i.test(reader.next)) return undefined;
  return reader.attempt(() => {
    const start = reader.position;
    const { barePart } = reader.forms.patterns;
    const part = takeSeries(reader) ? reader.take(PART_OF_SERIES) : reader.take(barePart);
    if (part === undefined && reader.position === start) return undefined;
    const edition = part && reader.take(EDITION);
    const end = reader.position;
    reader.take(BEHIND_PREFIX);
    return {
      start,
      end,
      part: part && `${part[1]}-${part[2]}`,
      edition: edition?.[1],
    };
  });
}

function takeSeries(reader: Reader): boolean {
  const series = reader.attempt(() => {
    while (reader.take(ORGANISATION));
    return reader.take(SERIES);
  });
  return series !== undefined;
}

const MARKER_PART = /-(\d)-(\d)(?!\d)(?::(\d{4})(?!\d))?/y;

/** Reads the part behind the marker: `-4-2`. The span begins at the dash. */
export function readMarkerPart(reader: Reader): WrittenPart | undefined {
  const start = reader.position;
  const match = reader.take(MARKER_PART);
  if (match === undefined) return undefined;
  const part = `${match[1]}-${match[2]}`;
  const end = reader.position;
  return { start, end, part, edition: match[3] };
}

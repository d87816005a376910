import { type InitializeParams, PositionEncodingKind } from "vscode-languageserver";

const ENCODINGS = [
  PositionEncodingKind.UTF8,
  PositionEncodingKind.UTF16,
  PositionEncodingKind.UTF32,
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The unit in which columns are counted on the wire: the first of the client's that is known here. */
export function encodingFor({ capabilities }: Pick<InitializeParams, "capabilities">): Encoding {
  const offered: unknown = capabilities.general?.positionEncodings;
  const known = Array.isArray(offered) ? offered : [];
  return (
    known.flatMap((it) => ENCODINGS.find((encoding) => encoding === it) ?? [])[0] ??
    PositionEncodingKind.UTF16
  );
}

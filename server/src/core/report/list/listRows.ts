import type { ListedClaim, ListResult, SkippedFile } from "./list.ts";

/** A line of `list --format ndjson`, which says by itself what it is. */
export type ListRow = { readonly schemaVersion: number } & (
  | ({ readonly kind: "claim" } & ListedClaim)
  | ({ readonly kind: "skipped" } & SkippedFile)
);

/** Every claim, then every file that was not read. */
export function* listRows({ schemaVersion, annotations, skipped }: ListResult): Iterable<ListRow> {
  for (const it of annotations) yield { schemaVersion, kind: "claim", ...it };
  for (const it of skipped) yield { schemaVersion, kind: "skipped", ...it };
}

import type { Location } from "vscode-languageserver-types";
import { type Reference, sameReference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** Where project files make a statement about a requirement or enhancement. */
export function statementPlaces({ projects }: Snapshot, reference: Reference): readonly Location[] {
  const { part, id, enhancement } = reference;
  return projects.flatMap(({ file, statements }) =>
    file === undefined
      ? []
      : statements
          .filter((it) => {
            const whole = { part, id, ...(enhancement === undefined ? {} : { enhancement }) };
            const { item: _, edition: __, ...named } = it.reference;
            return sameReference(whole, named);
          })
          .map(({ requirementRange: range }) => ({ uri: file, range })),
  );
}

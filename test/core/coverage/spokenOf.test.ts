import { expect, test } from "vitest";
import { asks, itemsOfRequirement } from "../../../server/src/core/coverage/items.ts";
import { spokenOf } from "../../../server/src/core/coverage/spokenOf.ts";
import { defaultProject } from "../../../server/src/core/project.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";

const files = {
  "a.c": "// @iec62443 CR 1.1 RE(2), CR 1.5(a)\nint a;\n// @iec62443 planned EDR 2.4: later",
  "b.c": "// @iec62443 CR 3.11\nint b;\n// @iec62443 verifies CR 1.1 RE(2)",
  "sub/c.c": "// @iec62443 CR 1.1, CR 2.1 RE(1)\nint c;",
};
const said = snapshotOf(files, {
  statements: [statement("CR 2.2 RE(1)", "not-applicable", { reason: "No radio." })],
});
const inner = defaultProject(`${ROOT}/sub`);
const snapshot = { ...said, projects: [...said.projects, inner] };

test.each(snapshot.projects.map((it) => [it.product, it] as const))(
  "of %s the numbers are those of the items of which anything is said",
  (_, project) => {
    const asked = snapshot.catalog.requirements.filter((it) => asks(snapshot.catalog, project, it));
    const spoken = asked.flatMap((it) =>
      [...spokenOf(snapshot, project, it)].map((number) => `${it.id} ${number ?? ""}`),
    );
    const items = asked.flatMap((it) => itemsOfRequirement(snapshot, project, it));
    const expected = items
      .filter((it) => it.claims.length + it.statements.length > 0)
      .map((it) => `${it.reference.id} ${it.reference.enhancement ?? ""}`);
    expect(spoken.sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(1);
  },
);

test("a claim that goes is no longer spoken of", () => {
  const [project] = snapshot.projects;
  const requirement = snapshot.catalog.find({ part: "4-2", id: "CR 1.1" });
  if (project === undefined || requirement === undefined) throw new Error("Both are needed.");
  expect(spokenOf(snapshot, project, requirement)).toEqual(new Set([2]));
  const gone = [`${ROOT}/a.c`, `${ROOT}/b.c`].map((uri) => [uri, undefined] as const);
  const after = { ...snapshot, index: snapshot.index.with(gone) };
  expect(spokenOf(after, project, requirement)).toEqual(new Set());
});

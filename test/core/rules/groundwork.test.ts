import { describe, expect, test } from "vitest";
import { groundworkIn } from "../../../server/src/core/rules/groundwork.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";

const FILE = `${ROOT}/iec62443.yaml`;
const FILES = {
  "a.c": "// @iec62443 CR 1.1, CR 1.2\nint a;\n// @iec62443 verifies CR 1.1\nint b;",
  "b.c": "// @iec62443 CR 1.2\nint c;\n// @iec62443 CR 99.9\n// @iec62443 nonsense\n",
};

describe("the groundwork of findings", () => {
  const snapshot = snapshotOf(FILES, { file: FILE });

  test("is a step for each requirement that a file names, and none for those done before", () => {
    const prepare = groundworkIn(snapshot);
    expect([...prepare(`${ROOT}/a.c`)]).toHaveLength(2);
    expect([...prepare(`${ROOT}/b.c`)]).toHaveLength(0);
    expect([...prepare(`${ROOT}/gone.c`)]).toHaveLength(0);
    const again = groundworkIn(snapshot);
    expect([...again(`${ROOT}/b.c`)]).toHaveLength(1);
  });

  test("is a step for each requirement where a project file is checked", () => {
    const { requirements } = snapshot.catalog;
    expect([...groundworkIn(snapshot)(FILE)]).toHaveLength(requirements.length);
  });
});

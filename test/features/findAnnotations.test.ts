import { describe, expect, test } from "vitest";
import { findAnnotations } from "../../server/src/features/findAnnotations.ts";
import { snapshotOf } from "../support/snapshotOf.ts";

const SNAPSHOT = snapshotOf({
  "src/login.c": "// @iec62443 CR 1.1 RE(1), CR 1.2: by role\nint login(void);\n",
  "src/my_login.c": "// @iec62443 partial CR 1.1\n",
  "test/a b.py": "\n# @iec62443 verifies CR 1.1, SR 1.1\ndef test(): pass\n",
});

function places(options: { reference?: string; path?: string; most?: number }) {
  const answer = findAnnotations(SNAPSHOT, { most: 100, ...options });
  if ("problem" in answer) return [answer.problem];
  return answer.found.map((it) => `${it.path}:${it.line} ${it.relation} ${it.reference}`);
}

const RE = "src/login.c:1 implements CR 1.1 RE(1)";
const ROLE = "src/login.c:1 implements CR 1.2";
const PARTIAL = "src/my_login.c:1 partial CR 1.1";
const TEST = "test/a b.py:2 verifies CR 1.1";

test.each([
  ["a requirement with its enhancements", { reference: "cr1.1" }, [RE, PARTIAL, TEST]],
  ["an enhancement alone", { reference: "CR 1.1 RE(1)" }, [RE]],
  ["several", { reference: "CR 1.1 RE(1), CR 1.2" }, [RE, ROLE]],
  ["a file", { path: "src/login.c" }, [RE, ROLE]],
  ["a file by its name alone", { path: "login.c" }, [RE, ROLE]],
  ["a file with a blank", { path: "./test/a b.py" }, [TEST, "test/a b.py:2 verifies SR 1.1"]],
  ["a folder", { path: "src\\" }, [RE, ROLE, PARTIAL]],
  ["a file by its whole path", { path: "/w/src/my_login.c" }, [PARTIAL]],
  ["a requirement below a folder", { reference: "CR 1.1", path: "test" }, [TEST]],
  ["nothing where there is none", { reference: "CR 2.1" }, []],
  ["nothing of half a name", { path: "gin.c" }, []],
])("finds %s", (_, options, expected) => {
  expect(places(options)).toEqual(expected);
});

test("tells the code and the author's text", () => {
  const answer = findAnnotations(SNAPSHOT, { reference: "CR 1.2", most: 1 });
  expect(answer).toMatchObject({
    found: [{ subject: "int login(void);", text: "by role" }],
    total: 1,
  });
});

test("counts what it leaves out", () => {
  const answer = findAnnotations(SNAPSHOT, { path: "src", most: 1 });
  expect(answer).toMatchObject({ found: [{ reference: "CR 1.1 RE(1)" }], total: 3 });
});

describe("says what to name", () => {
  test.each([
    ["where nothing is", {}],
    ["where only blanks are", { reference: " ", path: " " }],
    ["in the place of what is no id", { reference: "hello" }],
  ])("%s", (_, options) => {
    expect(findAnnotations(SNAPSHOT, { most: 100, ...options })).toEqual({
      problem: expect.stringMatching(/\.$/),
    });
  });
});

// An index is made in steps: whatever happens between two of them, the newest word on a file wins.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileScan } from "../../server/src/core/scan.ts";
import type { StepsTo } from "../../server/src/core/steps.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { Contents, type WorkspaceChange } from "../../server/src/workspace/contents.ts";
import { scanOf } from "../core/coverage/randomProducts.ts";
import { TODAY } from "../support/snapshotOf.ts";

const PROJECTS: readonly [] = [];
const catalog = builtInCatalog();

function contentsOf(files: number): Contents {
  const contents = new Contents(catalog, () => TODAY);
  contents.publish(PROJECTS);
  for (let i = 0; i < files; i++) contents.put(...scanOf(`${i}.c`, ["CR 1.1"]));
  contents.publish(PROJECTS);
  contents.snapshot.index.sitesOf("4-2", "CR 1.1");
  return contents;
}

const uriOf = (path: string) => scanOf(path, [])[0];

/** Runs so many steps; answers what they answer when that was the end. */
function run<T>(steps: StepsTo<T>, most: number): { readonly answer: T } | undefined {
  for (let i = 0; i < most; i++) {
    const { done, value } = steps.next();
    if (done) return { answer: value };
  }
  return undefined;
}

const toEnd = <T>(steps: StepsTo<T>) => run(steps, Number.POSITIVE_INFINITY)?.answer;

function inSteps(contents: Contents): StepsTo<WorkspaceChange | undefined> {
  return contents.publishInSteps(() => PROJECTS);
}

describe("what is published in steps", () => {
  test("is not seen before the last of them, and then is one change", () => {
    const contents = contentsOf(500);
    const before = contents.snapshot;
    for (let i = 0; i < 400; i++) contents.put(...scanOf(`${i}.c`, ["verifies CR 1.1"]));
    const steps = inSteps(contents);
    let count = 0;
    for (let it = steps.next(); !it.done; it = steps.next()) {
      count++;
      expect(contents.snapshot).toBe(before);
    }
    // A step a file at least: none of them looks at many.
    expect(count).toBeGreaterThan(800);
    const sites = contents.snapshot.index.sitesOf("4-2", "CR 1.1");
    expect(sites.filter((it) => it.annotation.relation === "verifies")).toHaveLength(400);
    expect(contents.publish(PROJECTS)).toBeUndefined();
  });

  test("tells of every file that it holds", () => {
    const contents = contentsOf(3);
    contents.put(...scanOf("1.c", ["CR 2.1"]));
    contents.drop(uriOf("2.c"));
    contents.skip(uriOf("0.c"), "permission denied");
    const change = toEnd(inSteps(contents));
    expect([...(change?.uris ?? [])].sort()).toEqual(["0.c", "1.c", "2.c"].map(uriOf));
    expect(contents.snapshot.skipped).toHaveLength(1);
  });

  test("is nothing where nothing is new, or where all was published meanwhile", () => {
    const contents = contentsOf(3);
    expect(toEnd(inSteps(contents))).toBeUndefined();
    contents.put(...scanOf("1.c", ["CR 2.1"]));
    const steps = inSteps(contents);
    steps.next();
    expect(contents.publish(PROJECTS)).toBeDefined();
    const { snapshot } = contents;
    expect(toEnd(steps)).toBeUndefined();
    expect(contents.snapshot).toBe(snapshot);
  });

  test.each([1, 30, 60, 90])("gives way to what an editor has said after %i steps", (most) => {
    const contents = contentsOf(50);
    for (let i = 0; i < 50; i++) contents.put(...scanOf(`${i}.c`, ["CR 2.1"]));
    const steps = inSteps(contents);
    expect(run(steps, most)).toBeUndefined();
    contents.put(...scanOf("7.c", ["CR 7.1"]));
    contents.publish(PROJECTS, uriOf("7.c"));
    contents.put(...scanOf("8.c", ["CR 7.1"]));
    contents.drop(uriOf("9.c"));
    toEnd(steps);
    const claims = ["6.c", "7.c", "8.c", "9.c"].map(
      (it) => contents.snapshot.index.inFile(uriOf(it))?.annotations[0]?.claims[0]?.reference.id,
    );
    expect(claims).toEqual(["CR 2.1", "CR 7.1", "CR 7.1", undefined]);
    expect(contents.snapshot.index.sitesOf("4-2", "CR 7.1")).toHaveLength(2);
  });

  test("is not lost when it is given up half way", () => {
    const contents = contentsOf(20);
    for (let i = 0; i < 20; i++) contents.put(...scanOf(`${i}.c`, ["CR 2.1"]));
    const steps = inSteps(contents);
    run(steps, 10);
    contents.drop(uriOf("3.c"));
    steps.return(undefined);
    expect(contents.snapshot.index.sitesOf("4-2", "CR 2.1")).toHaveLength(0);
    contents.publish(PROJECTS);
    expect(contents.snapshot.index.sitesOf("4-2", "CR 2.1")).toHaveLength(19);
  });
});

const path = fc.integer({ min: 0, max: 12 }).map((it) => `${it}.c`);
const lines = fc.option(fc.array(fc.constantFrom("CR 1.1", "verifies CR 1.1", "CR 2.1")), {
  nil: undefined,
});
const happening = fc.record({
  after: fc.nat(12),
  path,
  lines,
  publishes: fc.constantFrom("it", "all", "nothing"),
});

test("what is held in the end is the last word on each file, whatever comes between the steps", () => {
  const batch = fc.array(fc.tuple(path, lines), { maxLength: 20 });
  fc.assert(
    fc.property(batch, fc.array(happening, { maxLength: 8 }), (first, happenings) => {
      const contents = contentsOf(6);
      const last = new Map<string, FileScan | undefined>(
        contents.snapshot.index.uris.map((it) => [it, contents.snapshot.index.inFile(it)]),
      );
      const say = (at: string, said: readonly string[] | undefined) => {
        const [uri, scan] = scanOf(at, said ?? []);
        if (said === undefined) contents.drop(uri);
        else contents.put(uri, scan);
        last.set(uri, said === undefined || said.length === 0 ? undefined : scan);
      };
      for (const [at, said] of first) say(at, said);
      const steps = inSteps(contents);
      for (const it of happenings) {
        run(steps, it.after);
        say(it.path, it.lines);
        if (it.publishes !== "nothing")
          contents.publish(PROJECTS, it.publishes === "it" ? uriOf(it.path) : undefined);
      }
      toEnd(steps);
      contents.publish(PROJECTS);
      const fresh = [...last].filter(([, scan]) => scan !== undefined).sort();
      const { index } = contents.snapshot;
      expect(index.uris.map((it) => [it, index.inFile(it)])).toEqual(fresh);
      expect(index.sitesOf("4-2", "CR 1.1")).toEqual(
        [...index.sites()].filter((it) => it.claim.reference.id === "CR 1.1"),
      );
    }),
    { numRuns: 300 },
  );
});

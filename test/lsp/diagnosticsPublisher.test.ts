import { describe, expect, test } from "vitest";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { DiagnosticsPublisher } from "../../server/src/lsp/diagnosticsPublisher.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const START = { line: 0, character: 0 };

/** A publisher over a table of what is wrong, which a test may change. */
function publisherOf(wrong: Record<string, string>, versions: Record<string, number> = {}) {
  const sent: PublishDiagnosticsParams[] = [];
  let diagnosed = 0;
  const world = { snapshot: snapshotOf({}), isPartial: false };
  const publisher = new DiagnosticsPublisher({
    snapshot: () => world.snapshot,
    isPartial: () => world.isPartial,
    diagnose: (uri): Diagnostic[] => {
      diagnosed++;
      const message = wrong[uri];
      return message === undefined ? [] : [{ message, range: { start: START, end: START } }];
    },
    files: () => Object.keys(wrong),
    version: (uri) => versions[uri],
    send: (params) => sent.push(params),
  });
  const take = () => sent.splice(0).map((it) => `${it.uri} ${it.diagnostics[0]?.message ?? "-"}`);
  return { publisher, world, take, diagnosed: () => diagnosed };
}

async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe("the publisher", () => {
  test("sends one changed file before it returns", () => {
    const { publisher, take, diagnosed } = publisherOf({ a: "x", b: "y" });
    publisher.changed({ uris: new Set(["a"]) });
    expect(take()).toEqual(["a x"]);
    expect(diagnosed()).toBe(1);
  });

  test("sends nothing for a file without findings, and nothing twice", () => {
    const { publisher, take } = publisherOf({ a: "x" });
    publisher.changed({ uris: new Set(["a", "clean"]) });
    publisher.changed({ uris: new Set(["a", "clean"]) });
    expect(take()).toEqual(["a x"]);
  });

  test("clears a file whose findings are gone, once", () => {
    const wrong: Record<string, string> = { a: "x" };
    const { publisher, take } = publisherOf(wrong);
    publisher.changed({ uris: new Set(["a"]) });
    delete wrong["a"];
    publisher.changed({ uris: new Set(["a"]) });
    publisher.changed({ uris: new Set(["a"]) });
    expect(take()).toEqual(["a x", "a -"]);
  });

  test("tells first of what an editor has open when all may be otherwise", async () => {
    const { publisher, take } = publisherOf(
      { a: "x", b: "y", "iec62443.yaml": "z" },
      { "iec62443.yaml": 1 },
    );
    publisher.changed({ uris: "all" });
    await settled();
    expect(take()).toEqual(["iec62443.yaml z", "a x", "b y"]);
  });

  test("clears files that are no longer among all files", async () => {
    const wrong: Record<string, string> = { a: "x", b: "y" };
    const { publisher, take } = publisherOf(wrong);
    publisher.changed({ uris: "all" });
    await settled();
    delete wrong["b"];
    publisher.changed({ uris: "all" });
    await settled();
    expect(take()).toEqual(["a x", "b y", "b -"]);
  });

  test("sends an open file again with each version, as long as something is wrong", () => {
    const versions = { a: 1 };
    const { publisher, take } = publisherOf({ a: "x" }, versions);
    publisher.changed({ uris: new Set(["a"]) });
    versions.a = 2;
    publisher.changed({ uris: new Set(["a"]) });
    expect(take()).toEqual(["a x", "a x"]);
  });

  test("looks at each file of a batch once, however often it is told of them", async () => {
    const wrong = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, "x"]));
    const { publisher, take, diagnosed } = publisherOf(wrong);
    const uris = new Set(Object.keys(wrong));
    for (let i = 0; i < 20; i++) publisher.changed({ uris });
    expect(diagnosed()).toBe(0);
    await settled();
    expect(take()).toHaveLength(500);
    expect(diagnosed()).toBe(500);
  });

  test("sends nothing after its end", async () => {
    const wrong = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, "x"]));
    const { publisher, take } = publisherOf(wrong);
    publisher.changed({ uris: "all" });
    publisher.dispose();
    await settled();
    expect(take()).toEqual([]);
  });

  const CLAIM = "// @iec62443 CR 1.5\nint a;";
  const [A, B, C] = [`${ROOT}/a.c`, `${ROOT}/b.c`, `${ROOT}/c.c`] as const;

  test("looks at one file for a keystroke, and at others that it concerns when all is quiet", async () => {
    const wrong: Record<string, string> = { [A]: "x" };
    const { publisher, world, take, diagnosed } = publisherOf(wrong);
    world.snapshot = snapshotOf({ "a.c": CLAIM, "b.c": CLAIM, "c.c": "// @iec62443 CR 7.1" });
    publisher.changed({ uris: "all" });
    await settled();
    take();
    const before = diagnosed();

    world.snapshot = snapshotOf({
      "a.c": "// @iec62443 not-applicable CR 1.5: why\nint a;",
      "b.c": CLAIM,
      "c.c": "// @iec62443 CR 7.1",
    });
    wrong[B] = "y";
    wrong[C] = "z";
    for (let i = 0; i < 5; i++) publisher.changed({ uris: new Set([A]) });
    expect(diagnosed() - before).toBe(5);
    expect(take()).toEqual([]);
    publisher.settle();
    await settled();
    // b.c claims the same requirement; nobody looks at c.c, nor at anything twice.
    expect(take()).toEqual([`${B} y`]);
    expect(diagnosed() - before).toBeLessThanOrEqual(7);
    publisher.settle();
    await settled();
    expect(diagnosed() - before).toBeLessThanOrEqual(7);
  });

  test("looks at no other file when claims stay where they are", async () => {
    const { publisher, world, diagnosed } = publisherOf({});
    world.snapshot = snapshotOf({ "a.c": CLAIM, "b.c": CLAIM });
    publisher.changed({ uris: "all" });
    await settled();
    const before = diagnosed();
    world.snapshot = snapshotOf({ "a.c": `${CLAIM}\nint more;`, "b.c": CLAIM });
    publisher.changed({ uris: new Set([A]) });
    publisher.settle();
    await settled();
    expect(diagnosed() - before).toBe(1);
  });

  test("looks at a few files of a thousand that claim what an edit claims, too", async () => {
    const { publisher, world, diagnosed } = publisherOf({});
    const others = Array.from({ length: 1000 }, (_, it) => [`f${it}.c`, CLAIM] as const);
    const files = Object.fromEntries(others);
    world.snapshot = snapshotOf(files);
    publisher.changed({ uris: "all" });
    await settled();
    const before = diagnosed();
    const { index } = world.snapshot;
    const scan = snapshotOf({ "z.c": CLAIM }).index.inFile(`${ROOT}/z.c`);
    world.snapshot = { ...world.snapshot, index: index.with([[`${ROOT}/z.c`, scan]]) };
    publisher.changed({ uris: new Set([`${ROOT}/z.c`]) });
    publisher.settle();
    await settled();
    // The new file at once; then those that speak for the rest.
    expect(diagnosed() - before).toBeLessThanOrEqual(3);
  });

  test("looks at every file again when all is read", async () => {
    const wrong: Record<string, string> = { a: "x" };
    const { publisher, world, take } = publisherOf(wrong);
    world.isPartial = true;
    publisher.changed({ uris: new Set(["a"]) });
    publisher.settle();
    await settled();
    expect(take()).toEqual(["a x"]);
    wrong["b"] = "y";
    world.isPartial = false;
    publisher.settle();
    await settled();
    expect(take()).toEqual(["b y"]);
  });
});

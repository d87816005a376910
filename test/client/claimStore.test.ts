import { describe, expect, test } from "vitest";
import { ClaimStore, type Claims } from "../../client/src/claimStore.ts";
import { itemKey } from "../../client/src/itemKey.ts";
import type { ClaimsOfItem, ClaimsParams } from "../../server/src/protocol/coverage.ts";
import { claim } from "./wire.ts";

const ROOT = "file:///w";
const CR11 = { part: "4-2", reference: "CR 1.1" };
const CR12 = { part: "4-2", reference: "CR 1.2" };

function claimed(item: Omit<ClaimsOfItem, "claims">, ...claims: readonly string[]): ClaimsOfItem {
  return { ...item, claims: claims.map(claim) };
}

/** A server that answers when it is told to. */
class SlowServer {
  readonly asked: ClaimsParams[] = [];
  readonly #waiting: ((claims: Claims) => void)[] = [];
  readonly store = new ClaimStore(
    (params) =>
      new Promise((resolve) => {
        this.asked.push(params);
        this.#waiting.push(resolve);
      }),
  );

  /** Answers the oldest question that is open, once it has come. */
  async answer(claims: Claims): Promise<void> {
    await settled();
    this.#waiting.shift()?.(claims);
    await settled();
  }
}

/** Everything that can go on without an answer has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function paths(
  claims: Promise<readonly { readonly path: string }[] | undefined>,
): Promise<readonly string[] | undefined> {
  return (await claims)?.map(({ path }) => path);
}

describe("the claims of an item", () => {
  test("are asked for once until something changes", async () => {
    const server = new SlowServer();
    const both = [server.store.ofItem(ROOT, CR11), server.store.ofItem(ROOT, CR11)];
    await server.answer([claimed(CR11, "implements a.c:1")]);
    expect(await Promise.all(both.map(paths))).toEqual([["a.c"], ["a.c"]]);
    expect(await paths(server.store.ofItem(ROOT, CR11))).toEqual(["a.c"]);
    expect(server.asked).toEqual([{ project: ROOT, item: CR11 }]);
  });

  test("are asked for again after a change", async () => {
    const server = new SlowServer();
    const before = server.store.ofItem(ROOT, CR11);
    await server.answer([claimed(CR11, "implements a.c:1")]);
    server.store.forget();
    const after = server.store.ofItem(ROOT, CR11);
    await server.answer([claimed(CR11, "implements b.c:1")]);
    expect([await paths(before), await paths(after)]).toEqual([["a.c"], ["b.c"]]);
  });

  test("are asked for once more, however many changes came meanwhile", async () => {
    const server = new SlowServer();
    const first = server.store.ofItem(ROOT, CR11);
    const later = [1, 2, 3].map(() => {
      server.store.forget();
      return server.store.ofItem(ROOT, CR11);
    });
    await server.answer([claimed(CR11, "implements old.c:1")]);
    await server.answer([claimed(CR11, "implements new.c:1")]);
    expect(await paths(first)).toEqual(["old.c"]);
    expect(await Promise.all(later.map(paths))).toEqual([["new.c"], ["new.c"], ["new.c"]]);
    expect(server.asked).toHaveLength(2);
  });

  test("are never those of an answer that was asked for before the change", async () => {
    const server = new SlowServer();
    void server.store.ofItem(ROOT, CR11);
    server.store.forget();
    await server.answer([claimed(CR11, "implements old.c:1")]);
    const now = server.store.ofItem(ROOT, CR11);
    await server.answer([claimed(CR11, "implements new.c:1")]);
    expect(await paths(now)).toEqual(["new.c"]);
  });

  test("come from the answer for the whole project where that is known", async () => {
    const server = new SlowServer();
    const whole = server.store.ofProject(ROOT);
    await server.answer([claimed(CR11, "implements a.c:1"), claimed(CR12)]);
    expect([...((await whole)?.keys() ?? [])]).toEqual([itemKey(CR11), itemKey(CR12)]);
    expect(await paths(server.store.ofItem(ROOT, CR11))).toEqual(["a.c"]);
    expect(server.asked).toEqual([{ project: ROOT }]);
  });

  test("are those of the project that was asked about", async () => {
    const server = new SlowServer();
    const here = server.store.ofItem(ROOT, CR11);
    const there = server.store.ofItem("file:///v", CR11);
    await server.answer([claimed(CR11, "implements a.c:1")]);
    await server.answer([claimed(CR11, "implements b.c:1")]);
    expect([await paths(here), await paths(there)]).toEqual([["a.c"], ["b.c"]]);
  });

  test("are none where the item is no longer there", async () => {
    const server = new SlowServer();
    const gone = server.store.ofItem(ROOT, CR11);
    await server.answer([]);
    expect(await gone).toEqual([]);
  });

  test("are asked for again where the server did not answer", async () => {
    const server = new SlowServer();
    const first = server.store.ofItem(ROOT, CR11);
    await server.answer(undefined);
    const second = server.store.ofItem(ROOT, CR11);
    await server.answer([claimed(CR11, "implements a.c:1")]);
    expect([await first, await paths(second)]).toEqual([undefined, ["a.c"]]);
  });
});

test("whether the store is used tells whether a change can be seen", async () => {
  const server = new SlowServer();
  expect(server.store.isUsed).toBe(false);
  void server.store.ofItem(ROOT, CR11);
  await server.answer([]);
  expect(server.store.isUsed).toBe(true);
  server.store.forget();
  expect(server.store.isUsed).toBe(false);
});

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMet, isOpen } from "../../server/src/core/coverage/state.ts";
import type { Item } from "../../server/src/core/coverage.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { QUERIES } from "./page.ts";
import { REPOSITORIES, type Revision, revisions } from "./products.ts";

/** DuckDB is a native library, which not every platform has. */
const duckdb = await import("@duckdb/node-api").catch((error: unknown) => String(error));

if (typeof duckdb === "string")
  test.skip(`docs/fleet.md is not tried: DuckDB does not load on this platform, ${duckdb}`);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "iec62443-fleet-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, unknown>>;

async function connect(top: string): Promise<DuckDBConnection> {
  if (typeof duckdb === "string") throw new Error(duckdb);
  const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
  // What the page does from the folder that holds fleet/.
  await connection.run(`SET file_search_path = '${top}'`);
  return connection;
}

/** Runs a query of the page as it stands there. */
async function ask(connection: DuckDBConnection, name: string): Promise<readonly Row[]> {
  const sql = QUERIES.get(name);
  if (sql === undefined) throw new Error(`docs/fleet.md has no query ${name}.`);
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asPlain(value)])),
  );
}

function asPlain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

function collect(top: string, { repository, day, ndjson }: Revision): void {
  const file = join(top, `fleet/repository=${repository}/day=${day}/report.ndjson`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ndjson);
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe.skipIf(typeof duckdb === "string")("over a thousand repositories", () => {
  const all: Omit<Revision, "ndjson">[] = [];
  let latest: typeof all = [];
  let connection: DuckDBConnection;

  beforeAll(async () => {
    for (const { ndjson, ...it } of revisions()) {
      collect(folder, { ...it, ndjson });
      all.push(it);
    }
    all.sort((a, b) => byText(a.repository, b.repository) || byText(a.day, b.day));
    latest = all.filter((it, index) => it.repository !== all[index + 1]?.repository);
    connection = await connect(folder);
    for (const name of ["fleet", "latest"]) await ask(connection, name);
  }, 300_000);
  afterAll(() => connection?.closeSync());

  test("the page asks what is tested here, and nothing else", () => {
    expect([...QUERIES.keys()]).toEqual([
      "fleet",
      "latest",
      "coverage",
      "blockers",
      "trend",
      "claims",
      "reviews",
      "names",
    ]);
    expect(new Set(all.map((it) => it.repository)).size).toBe(REPOSITORIES);
    expect(all.length).toBe(REPOSITORIES * 1.2);
  });

  test("tells how much is met by product and foundational requirement", async () => {
    const wanted = latest.flatMap(({ repository, product, coverage: { items } }) => {
      const frs = [...new Set(items.map((it) => it.fr ?? null))];
      // DuckDB sorts what is unknown last.
      frs.sort((a, b) => (a ?? 9) - (b ?? 9));
      return frs.map((fr) => {
        const number = (counts: (it: Item) => boolean) =>
          items.filter((it) => (it.fr ?? null) === fr && counts(it)).length;
        return {
          repository,
          project: ".",
          product,
          fr,
          applicable: number((it) => it.state !== "not-applicable"),
          met: number((it) => isMet(it.state)),
          verified: number((it) => it.state === "verified"),
        };
      });
    });
    expect(await ask(connection, "coverage")).toEqual(wanted);
  });

  test("tells what blocks most products", async () => {
    const counts = new Map<string, number>();
    for (const { target, coverage } of latest) {
      for (const { reference, fr, state } of coverage.items) {
        const isAimed =
          typeof target === "object" ? fr === undefined || fr in target : target !== undefined;
        const name = formatReference(reference);
        if (isAimed && isOpen(state)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const wanted = [...counts].sort(([a, many], [b, more]) => more - many || byText(a, b));
    const rows = await ask(connection, "blockers");
    expect(rows.map((it) => [it["reference"], it["products"]])).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(50);
    expect(rows.every((it) => it["part"] === "4-2" && it["title"] !== null)).toBe(true);
  });

  test("tells how each product has moved", async () => {
    const wanted = all.map(({ repository, day, revision, coverage: { totals } }, index) => {
      const before = all[index - 1];
      const { applicable, met, verified } = totals;
      const gained = before?.repository === repository ? met - before.coverage.totals.met : null;
      return { repository, project: ".", day, revision, applicable, met, verified, gained };
    });
    expect(wanted.filter((it) => it.gained !== null)).toHaveLength(200);
    expect(wanted.some((it) => (it.gained ?? 0) < 0)).toBe(true);
    expect(await ask(connection, "trend")).toEqual(wanted);
  });

  test("tells where a requirement is claimed", async () => {
    const rows = await ask(connection, "claims");
    const wanted = latest.flatMap(({ repository, planted }) =>
      planted.map((it) => `${repository} ${it}`),
    );
    expect(wanted.length).toBeGreaterThan(500);
    expect(
      rows.map(
        (it) =>
          `${it["repository"]} ${it["path"]}:${it["line"]} ${it["relation"]} ${it["reference"]}`,
      ),
    ).toEqual(wanted);
  });

  test("tells which statements have to be reviewed", async () => {
    const wanted = latest
      .flatMap(({ repository, statements, coverage: { items } }) =>
        statements
          // What the target does not ask for is in no row.
          .filter((it) => items.some(({ reference }) => reference.id === it.reference.id))
          .map(({ expires, owner, reason }) => ({ expires, owner, repository, reason })),
      )
      .filter(({ expires = "" }) => expires <= "2027-02-28")
      .sort(
        (a, b) => byText(a.expires ?? "", b.expires ?? "") || byText(a.repository, b.repository),
      );
    expect(wanted.length).toBeGreaterThan(10);
    expect(await ask(connection, "reviews")).toEqual(
      wanted.map((it) => ({ ...it, project: ".", reference: "CR 2.2", status: "not-applicable" })),
    );
  });

  test("tells which products have the same name", async () => {
    expect(await ask(connection, "names")).toEqual([
      { name: "pump", projects: 10, first: "repository-0", last: "repository-900" },
    ]);
  });
});

test.skipIf(typeof duckdb === "string")("a report that was cut off is named", async () => {
  const top = join(folder, "cut off");
  const [first] = revisions();
  if (first === undefined) throw new Error("There is no revision.");
  collect(top, { ...first, ndjson: first.ndjson.slice(0, -20) });
  const connection = await connect(top);
  await expect(ask(connection, "fleet")).rejects.toThrow(/repository-0.*report\.ndjson.*line/s);
  connection.closeSync();
});

import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { writeToFile, writeToStream } from "../../server/src/cli/writeResult.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function* failing() {
  yield "a first piece\n".repeat(10_000);
  throw new Error("no more");
}

describe("a result that goes to a file", () => {
  test.each([
    ["a text", "text\n", "text\n"],
    ["pieces", ["one ", "two ", "ü\ud83d\ude80"], "one two ü\ud83d\ude80"],
    ["bytes", Buffer.from([0x50, 0x4b]), "PK"],
    ["nothing", [], ""],
  ])("is %s", (_, output, content) => {
    const file = join(temporaryFolder(), "out");
    writeToFile(file, output);
    expect(readFileSync(file, "utf8")).toBe(content);
  });

  test("takes the place of what stood there, and of nothing when it breaks off", () => {
    const folder = temporaryFolder();
    const file = join(folder, "out");
    writeToFile(file, "before\n");
    expect(() => writeToFile(file, failing())).toThrow("no more");
    expect(readFileSync(file, "utf8")).toBe("before\n");
    expect(readdirSync(folder)).toEqual(["out"]);
    writeToFile(file, "after\n");
    expect(readFileSync(file, "utf8")).toBe("after\n");
  });

  test("is written where a link leads, and the link stays", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "there"));
    writeFileSync(join(folder, "there/out"), "before\n");
    symlinkSync("there/out", join(folder, "link"));
    writeToFile(join(folder, "link"), "after\n");
    expect(readFileSync(join(folder, "there/out"), "utf8")).toBe("after\n");
    expect(readFileSync(join(folder, "link"), "utf8")).toBe("after\n");
  });

  test("leaves another name of the file that stood there alone", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "out"), "before\n");
    linkSync(join(folder, "out"), join(folder, "other"));
    writeToFile(join(folder, "out"), "after\n");
    expect(readFileSync(join(folder, "other"), "utf8")).toBe("before\n");
  });

  test.skipIf(!existsSync("/dev/full"))("may be no file at all", () => {
    expect(() => writeToFile("/dev/full", "text\n")).toThrow(/ENOSPC/);
    writeToFile("/dev/null", "text\n");
    expect(existsSync("/dev/full")).toBe(true);
  });

  // A folder in which even root may not write.
  test.skipIf(!existsSync("/sys/kernel"))("is refused in a folder that may not be written", () => {
    expect(() => writeToFile("/sys/out", "text\n")).toThrow(/EACCES|EROFS|EPERM/);
    expect(existsSync("/sys/out")).toBe(false);
  });
});

test("a result that goes to a stream waits for its reader", async () => {
  const taken: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1024,
    write: (chunk, _, done) => {
      taken.push(String(chunk));
      waiting.push(done);
    },
  });
  const letters = ["a", "b", "c"];
  const written = writeToStream(
    stream,
    letters.map((it) => it.repeat(100_000)),
  );
  for (const index of letters.keys()) {
    await expect.poll(() => taken.map((it) => it[0])).toEqual(letters.slice(0, index + 1));
    waiting[index]?.();
  }
  await written;
  expect(taken.map((it) => it.length)).toEqual([100_000, 100_000, 100_000]);
});

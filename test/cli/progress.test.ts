import { expect, test } from "vitest";
import { ProgressLine, screenOf } from "../../server/src/cli/terminal.ts";

/** A terminal that keeps what is written to it, and a clock that a test moves. */
function terminal(columns = 80) {
  const written: string[] = [];
  const clock = { now: 0 };
  const stream = { isTTY: true, columns, write: (text: string) => written.push(text) };
  return { written, clock, stream };
}

const line = (text: string) => `\r\u001b[K${text}`;

test("a bar grows on a terminal, and is gone in the end", () => {
  const { written, clock, stream } = terminal();
  const progress = new ProgressLine(stream, "shown", () => clock.now);
  progress.report({ files: 0, annotations: 0, share: 0 });
  clock.now = 100;
  progress.report({ files: 12_345, annotations: 210, share: 0.5 });
  progress.clear();
  progress.clear();
  expect(written).toEqual([
    line(`${"░".repeat(24)}    0 %  0 files read, 0 annotations`),
    line(`${"█".repeat(12)}${"░".repeat(12)}   50 %  12,345 files read, 210 annotations`),
    line(""),
  ]);
});

test("a bar is not drawn more often than can be seen, nor wider than the terminal", () => {
  const { written, clock, stream } = terminal(40);
  const progress = new ProgressLine(stream, "shown", () => clock.now);
  for (; clock.now < 1000; clock.now += 10)
    progress.report({ files: 1_000_000, annotations: 5, share: 0.1 });
  expect(written).toHaveLength(10);
  for (const it of written) expect(it.length).toBeLessThanOrEqual(line("").length + 39);
});

test("a terminal that does not know its width is taken for a usual one", () => {
  const { written, stream } = terminal(0);
  new ProgressLine(stream, "shown", () => 0).report({ files: 5, annotations: 0, share: 0 });
  expect(written[0]).toContain("5 files read, 0 annotations");
  expect(screenOf(stream, {}).width).toBe(80);
});

test("of named files the counts alone are shown", () => {
  const { written, stream } = terminal();
  new ProgressLine(stream, "shown", () => 0).report({ files: 2, annotations: 1 });
  expect(written).toEqual([line("2 files read, 1 annotation")]);
});

test.each([
  ["where it is to be quiet", true, "quiet"],
  ["in a pipe, as in CI", false, "shown"],
] as const)("nothing is shown %s", (_, isTTY, mode) => {
  const { written, stream } = terminal();
  const progress = new ProgressLine({ ...stream, isTTY }, mode, () => 0);
  progress.report({ files: 2, annotations: 1, share: 1 });
  progress.clear();
  expect(written).toEqual([]);
});

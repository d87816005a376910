import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Command } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const PROJECT = 'product: Pump\ncomponent: [embedded-device]\nparts: ["4-2"]\ntarget: 1\n';

describe("paths", () => {
  const files = {
    "one/a.c": "// @iec62443 CR 1.1",
    "two/b.c": "// @iec62443 CR 1.2",
    "two/.gitignore": "ignored.c",
    "two/ignored.c": "// @iec62443 CR 1.3",
  };
  const listed = async (args: readonly string[], cwd: string) => {
    const { stdout } = await command.run(["list", "--format", "json", ...args], { cwd });
    return JSON.parse(stdout).annotations.map((it: { path: string }) => it.path);
  };

  test("are the current folder, a root, several, or single files", async () => {
    const folder = command.folder(files);
    expect(await listed([], folder)).toEqual(["one/a.c", "two/b.c"]);
    expect(await listed(["two"], folder)).toEqual(["b.c"]);
    expect(await listed(["two", "one/"], folder)).toEqual(["one/a.c", "two/b.c"]);
    expect(await listed([".", "one"], folder)).toEqual(["one/a.c", "two/b.c"]);
    expect(await listed(["two/b.c"], folder)).toEqual(["two/b.c"]);
    expect(await listed(["two/ignored.c"], folder)).toEqual(["two/ignored.c"]);
    expect(await listed(["one", "two/b.c"], folder)).toEqual(["one/a.c", "two/b.c"]);
    expect(await listed(["../two/b.c"], join(folder, "one"))).toEqual([join(folder, "two/b.c")]);
  });

  test("may be links", async () => {
    const folder = command.folder(files);
    symlinkSync(join(folder, "one"), join(folder, "link"));
    expect(await listed(["link"], folder)).toEqual(["a.c"]);
  });

  test("tell what was not read, unless they are to be quiet", async () => {
    const large = "x".repeat(3 * 1024 * 1024);
    const folder = command.folder({ "large.c": large, "a.c": "// @iec62443 CR 1.5" });
    const run = await command.run(["check"], { cwd: folder });
    expect(run).toEqual({
      code: 0,
      stdout: "No findings: 1 claim in 1 file.\n",
      stderr: "skipped large.c: larger than 2 MiB\n",
    });
    expect((await command.run(["check", "--quiet"], { cwd: folder })).stderr).toBe("");
    const list = await command.run(["list", "--format", "json"], { cwd: folder });
    expect(JSON.parse(list.stdout).skipped).toEqual([
      { path: "large.c", why: "larger than 2 MiB" },
    ]);
  });

  test("with a project file that cannot be read get no verdict", async () => {
    const large = `target: 2\n${"# filler\n".repeat(300_000)}`;
    const folder = command.folder({ "unit/iec62443.yaml": large, "a.c": "// @iec62443 CR 1.5" });
    expect(await command.run(["report"], { cwd: folder })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error: The project file unit/iec62443.yaml cannot be read: larger than 2 MiB. Make it readable, or take it away.\n",
    });
  });

  test("that lead nowhere are wrong use, and say why", async () => {
    const folder = command.folder(files);
    symlinkSync("circle", join(folder, "circle"));
    const saying = async (path: string) => {
      const { code, stdout, stderr } = await command.run(["check", path], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      return stderr;
    };
    expect(await saying("circle")).toBe(
      "error: circle is a symbolic link that leads back to itself.\n",
    );
    expect(await saying("")).toBe("error: One of the paths is empty. Name a file or a folder.\n");
  });

  test("that may not be read are wrong use when named", async () => {
    const folder = command.folder();
    mkdirSync(join(folder, "locked"));
    chmodSync(join(folder, "locked"), 0);
    const isRoot = process.getuid?.() === 0;
    const run = await command.run(["list", "locked"], { cwd: folder });
    expect(run.code).toBe(isRoot ? 0 : 2);
    if (!isRoot) expect(run.stderr).toBe("error: locked cannot be opened: permission denied.\n");
  });
});

describe("--project", () => {
  const other = 'product: Other\ncomponent: [host-device]\nparts: ["4-2"]\nfoo: 1\n';

  test("governs everything, and its problems are told where it stands", async () => {
    const folder = command.folder({
      "profiles/other.yaml": other,
      "code/iec62443.yaml": PROJECT,
      "code/a.c": "// @iec62443 CR 3.11",
      "code/sub/iec62443.yaml": PROJECT,
    });
    const args = ["--project", "profiles/other.yaml", "code", "--format", "json"];
    const report = await command.run(["report", ...args], { cwd: folder });
    const { projects } = JSON.parse(report.stdout);
    expect(projects.map((it: { product: string }) => it.product)).toEqual(["Other"]);
    const { stdout } = await command.run(["check", ...args], { cwd: folder });
    expect(JSON.parse(stdout).findings).toMatchObject([
      { path: join(folder, "profiles/other.yaml"), line: 4, code: "invalid-project-file" },
      {
        path: "a.c",
        code: "placeholder-requirement",
        fixes: expect.arrayContaining(["Change to HDR 3.11"]),
      },
    ]);
  });
});

describe("a project file above", () => {
  test("holds for a folder in it that is checked alone", async () => {
    const folder = command.folder({
      "iec62443.yaml": `${PROJECT}statements:\n  - { requirement: CR 9.9, status: planned }\n`,
      "src/a.c": "// @iec62443 CR 3.11",
      "other/.git": "gitdir: elsewhere",
      "other/b.c": "// @iec62443 CR 1.1",
    });
    const report = await command.run(["report", "src", "--format", "json"], { cwd: folder });
    expect(JSON.parse(report.stdout).projects).toMatchObject([{ path: ".", product: "Pump" }]);
    expect(report.stderr).toContain(
      `Read as a part of Pump, by its project file ${join(folder, "iec62443.yaml")}: `,
    );
    const check = await command.run(["check", ".", "--format", "json"], {
      cwd: join(folder, "src"),
    });
    expect(JSON.parse(check.stdout).findings).toMatchObject([
      { path: join(folder, "iec62443.yaml"), line: 6, code: "invalid-project-file" },
      { path: "a.c", code: "placeholder-requirement" },
    ]);
    const other = await command.run(["report", "other", "--format", "json"], { cwd: folder });
    expect(JSON.parse(other.stdout).projects).toMatchObject([{ path: ".", product: "other" }]);
  });

  test("says nothing of what is missing where only a file of it is checked", async () => {
    const folder = command.folder({
      "iec62443.yaml": PROJECT,
      "base.c": "// @iec62443 CR 1.1",
      "more.c": "// @iec62443 CR 1.1 RE(1)",
    });
    const codes = async (...paths: readonly string[]) => {
      const { stdout } = await command.run(["check", "--format", "json", ...paths], {
        cwd: folder,
      });
      const { findings } = JSON.parse(stdout) as { findings: { code: string }[] };
      return [...new Set(findings.map((it) => it.code))];
    };
    expect(await codes("more.c")).toEqual([]);
    expect(await codes(".")).toEqual(["uncovered"]);
    expect(await codes(".", "more.c")).toEqual(["uncovered"]);
  });
});

describe("init", () => {
  test("writes a project file that is right, with and without its comments, and claims nothing", async () => {
    const folder = command.folder();
    const run = await command.run(["init", "--target", "3", "--component", "SAR"], { cwd: folder });
    expect(run.code).toBe(0);
    const file = join(folder, "iec62443.yaml");
    const text = readFileSync(file, "utf8");
    const codes = async () => {
      const { stdout } = await command.run(["check", "--format", "json"], { cwd: folder });
      const { findings } = JSON.parse(stdout) as { findings: { code: string }[] };
      return [...new Set(findings.map((it) => it.code))];
    };
    // All that the target asks for is missing, and nothing else is wrong.
    writeFileSync(file, text.replace(/^# (?=statements|scan|rules| )/gm, ""));
    expect(await codes()).toEqual(["uncovered"]);
    writeFileSync(file, text);
    expect(await codes()).toEqual(["uncovered"]);
    expect((await command.run(["list"], { cwd: folder })).stdout).toBe("");
    const { stdout } = await command.run(["report", "--format", "json"], { cwd: folder });
    expect(JSON.parse(stdout).projects[0]).toMatchObject({
      product: folder.slice(folder.lastIndexOf("/") + 1),
      components: ["software-application"],
      target: 3,
    });
  });

  test.each(["iec62443.yaml", "iec62443.yml", "iec62443.json"])(
    "leaves %s as it is",
    async (name) => {
      const folder = command.folder({ [name]: "{ product: Mine }\n" });
      const run = await command.run(["init", folder]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`${name} is there already and is left as it is.`);
      expect(readFileSync(join(folder, name), "utf8")).toBe("{ product: Mine }\n");
      expect(
        ["iec62443.yaml", "iec62443.yml", "iec62443.json"].filter((it) =>
          existsSync(join(folder, it)),
        ),
      ).toEqual([name]);
    },
  );
});

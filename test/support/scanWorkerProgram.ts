import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";
import { nodePrograms } from "../../programs.mjs";

/** The bundled scan worker, and programs that do something before it. */
export class ScanWorkerProgram {
  #folder = "";

  /** Bundles it once for the tests of a file. */
  constructor() {
    beforeAll(async () => {
      this.#folder = mkdtempSync(join(tmpdir(), "iec62443-worker-"));
      const options = (await nodePrograms(this.#folder)).find((it) =>
        it.outfile?.endsWith("scanWorker.cjs"),
      );
      if (options === undefined) throw new Error("programs.mjs names no scan worker");
      await build(options);
    });
    afterAll(() => rmSync(this.#folder, { recursive: true, force: true }));
  }

  get path(): string {
    return join(this.#folder, "scanWorker.cjs");
  }

  /** A program that runs a line of JavaScript and then is the scan worker. */
  after(line: string): string {
    const path = join(this.#folder, `${Math.random().toString(36).slice(2)}.cjs`);
    writeFileSync(path, `${line}\nrequire(${JSON.stringify(this.path)});\n`);
    return path;
  }

  /** A program that does something when a file of some name is opened. */
  atFile(name: string, action: string): string {
    return this.after(
      `const fs = require("node:fs"); const open = fs.openSync;
      fs.openSync = (path, ...rest) => { if (path.endsWith(${JSON.stringify(name)})) { ${action} } return open(path, ...rest); };`,
    );
  }
}

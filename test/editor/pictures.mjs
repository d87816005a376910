// `npm run pictures`: takes the pictures of README.md from the real VS Code, into docs/images/.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { npm, run } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";
import { launchBrowser } from "./browser.mjs";
import { findChromium } from "./chromium.mjs";
import { installHost } from "./host.mjs";
import { runPass } from "./pass.mjs";
import { NEWEST } from "./versions.mjs";

const SAMPLE = join(ROOT, "test/fixtures/plc-product");
const IMAGES = join(ROOT, "docs/images");

/** Which part of the window a picture shows, of the scenes that the tests play; in pixels of a window of 1280 by 800. */
const CLIPS = {
  hover: { x: 352, y: 36, width: 924, height: 500 },
  completion: { x: 352, y: 36, width: 660, height: 310 },
  "quick-fix": { x: 352, y: 36, width: 480, height: 240 },
  "tree-open": { x: 4, y: 36, width: 346, height: 520 },
  panel: { x: 352, y: 36, width: 924, height: 732 },
};

/** The scenes in which they are taken. */
const SCENES = /^(hover tells|completion finds|a wrong id|the tree leads|the panel shows)/;

async function main() {
  const built = await npm(["run", "--silent", "package"], { cwd: ROOT });
  if (built.code !== 0) throw new Error(built.output);
  const { path, why } = await findChromium();
  if (path === undefined) throw new Error(why);
  await mkdir(IMAGES, { recursive: true });
  const { failures } = await runPass(await installHost(NEWEST), path, {
    themes: { dark: "Default Dark Modern" },
    only: SCENES,
    camera: (page, _label, step) =>
      step in CLIPS
        ? page.screenshot({ path: join(IMAGES, `${step}.png`), clip: CLIPS[step] })
        : undefined,
  });
  await takeReport(path);
  for (const { title, detail } of failures) console.error(`${title}\n${detail}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** The page that `report --format html` writes. */
async function takeReport(chromium) {
  const folder = await mkdtemp(join(tmpdir(), "iec62443-report-"));
  const page = join(folder, "report.html");
  const args = ["report", SAMPLE, "--format", "html", "--output", page];
  const { code, output } = await run(process.execPath, [join(ROOT, "dist/cli.cjs"), ...args]);
  if (code !== 0) throw new Error(output);
  const browser = await launchBrowser(chromium);
  const tab = await browser.newPage({ viewport: { width: 1180, height: 720 } });
  await tab.goto(pathToFileURL(page).href);
  await tab.screenshot({ path: join(IMAGES, "report.png") });
  await browser.close();
  await rm(folder, { recursive: true });
}

await main();

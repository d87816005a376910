import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../editor/browser.mjs";
import { findChromium } from "../editor/chromium.mjs";
import { Command, SAMPLE } from "./command.ts";

const SCREENSHOTS = fileURLToPath(new URL("../../.vscode-test/screenshots", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const LINKS = [
  "--revision",
  "0a1b2c3",
  "--permalink",
  "https://forge.example/b/{revision}/{path}#L{line}",
];

const HOSTILE = {
  "iec62443.yaml": `product: "</title><script>alert(1)</script> @org/team"
target: 2
statements:
  - requirement: CR 2.2
    status: not-applicable
    reason: "<img src=https://evil.example/x.png onerror=alert(1)> #12"
    owner: "\\"><b>"
    expires: 2020-01-01
`,
  "a'<b>&.c":
    "// @iec62443 CR 1.1: </code><style>*{display:none}</style>\nint a; /* <script src=//evil.example></script> */\n",
  "b.c": `// @iec62443 CR 1.1: ${"text ".repeat(40)}\nint b;\n`.repeat(40),
};

const SEVERAL = {
  "a/iec62443.yaml": "product: Pump\ncomponent: [embedded-device]\ntarget: { FR 1: 3, FR 3: 1 }\n",
  "a/a.c": "// @iec62443 CR 1.1\nint a;\n// @iec62443 not-applicable CR 1.1: why\nint b;\n",
  "b/iec62443.yaml": 'product: Process\nparts: ["4-1"]\n',
  "b/b.c": "// @iec62443 SM-4\nint b;\n",
  "b/huge.c": `// @iec62443 SM-5\n${" ".repeat(3 << 20)}`,
};

const HUGE = Object.fromEntries(
  Array.from({ length: 100 }, (_, file) => [
    `src/module_with_a_long_name_${file}.c`,
    Array.from(
      { length: 100 },
      (_, at) => `// @iec62443 CR ${1 + (at % 3)}.1: claim ${at}\nint f${at}(void);\n`,
    ).join(""),
  ]),
);

// What runs in the page is written as text: the types of a browser are not those of this folder.
const LOOK_AROUND = `({
  scripts: document.querySelectorAll("script").length,
  wide: document.documentElement.scrollWidth > window.innerWidth,
  font: getComputedStyle(document.body).fontFamily,
})`;
const RUN_AXE = `window.axe
  .run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: RULES })
  .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary]))`;
const LAY_ALL_OUT = `document.styleSheets[0].insertRule(
  ".item { content-visibility: visible }", document.styleSheets[0].cssRules.length)`;
const PLANT = `
  const put = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
  put("script", { textContent: "document.title = 'run'" });
  put("style", { textContent: "body { display: none }" });
  put("img", { src: "https://evil.example/x.png" });
  document.body.setAttribute("onclick", "document.title = 'clicked'");
  document.body.click();`;
const LAST_CLAIM_IS_SEEN = `[...document.querySelectorAll("details li")].at(-1)
  .checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })`;

async function written(format: string, folder: string): Promise<string> {
  const args = ["report", folder, "--quiet", "--format", format, ...LINKS];
  const { code, stdout, stderr } = await command.run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

interface Look {
  readonly scripts: number;
  readonly wide: boolean;
  readonly font: string;
}

describe.each(["markdown", "html"])("a report as %s", (format) => {
  test("is the same on every run, and whatever the order in which files were made", async () => {
    const folders = [HOSTILE, Object.fromEntries(Object.entries(HOSTILE).reverse())].map((it) =>
      command.folder({ ...it }),
    );
    const texts = await Promise.all([...folders, ...folders].map((it) => written(format, it)));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]?.length).toBeGreaterThan(1000);
  });

  test("holds no day, no machine and no folder of its own", async () => {
    const text = await written(format, command.folder({ "a.c": "// @iec62443 CR 1.1" }));
    expect(text).not.toContain("/tmp");
    expect(text).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });

  test("of files too large to read says so before anything else", async () => {
    const text = await written(format, command.folder(SEVERAL));
    expect(text).toContain("1 file that may hold claims was skipped: its claims are not counted.");
  });

  test("of files that cannot be counted as one says so", async () => {
    const text = await written(format, join(SAMPLE, "firmware", "auth"));
    expect(text).toContain("Read as a part of PLC 300");
  });
});

describe("the page in a browser", () => {
  let browser: Browser;
  /** Why nothing can be tried; on a build machine that is a failure. */
  let missing: string | undefined;
  const files: Record<string, string> = {};

  beforeAll(async () => {
    const found = await findChromium();
    if ("why" in found) {
      missing = found.why;
      return;
    }
    browser = await launchBrowser(found.path);
    mkdirSync(SCREENSHOTS, { recursive: true });
    const folders = { sample: SAMPLE, empty: {}, hostile: HOSTILE, several: SEVERAL, huge: HUGE };
    for (const [name, of] of Object.entries(folders)) {
      const file = join(command.folder(), `${name}.html`);
      const folder = typeof of === "string" ? of : command.folder(of);
      await command.run(["report", folder, "--format", "html", "--output", file, ...LINKS]);
      files[name] = file;
    }
    // Where Chromium is not there yet, it is installed first.
  }, 600_000);

  beforeEach(({ skip }) => {
    if (missing === undefined) return;
    if (process.env["CI"] === "true") throw new Error(missing);
    skip(missing);
  });

  afterAll(() => browser?.close());

  /** Shows a page, and says what it complained of and asked for. */
  async function show(
    name: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
  ): Promise<readonly string[]> {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const address = pathToFileURL(files[name] ?? "").href;
    const faults: string[] = [];
    page.on("console", (it) => faults.push(it.text()));
    page.on("pageerror", (it) => faults.push(it.message));
    page.on("dialog", (it) => faults.push(it.message()));
    page.on("request", (it) => {
      if (it.url() !== address) faults.push(`asked for ${it.url()}`);
    });
    await page.goto(address);
    await use(page);
    await context.close();
    return faults;
  }

  const shot = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENSHOTS, `report-${name}.png`) });

  const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced-colours", { forcedColors: "active" }],
    ["narrow", { viewport: { width: 375, height: 800 } }],
    ["wide", { viewport: { width: 1600, height: 1000 } }],
  ];
  const PAGES = ["sample", "empty", "hostile", "several", "huge"];
  const SHOWN = PAGES.flatMap((page) =>
    LOOKS.map(([look, options]) => [page, look, options] as const),
  );

  test.each(SHOWN)(
    "of %s, %s: fits, asks for nothing, and axe finds nothing",
    async (name, look, options) => {
      const faults = await show(name, options, async (page) => {
        const { scripts, wide, font } = await page.evaluate<Look>(LOOK_AROUND);
        expect({ scripts, wide }).toEqual({ scripts: 0, wide: false });
        // Its own style is not refused.
        expect(font).toContain("system-ui");
        await shot(page, `${name}-${look}`);
        // Of the huge one there is nothing to find that the others do not have.
        if (name !== "huge") expect(await axeFinds(page, look)).toEqual([]);
      });
      expect(faults).toEqual([]);
    },
  );

  async function axeFinds(page: Page, look: string): Promise<unknown> {
    // What is out of sight has only a guessed height until it comes into sight: axe would see things overlap.
    await page.evaluate(LAY_ALL_OUT);
    await page.evaluate(AXE);
    // Which colours they are when forced is not for a page to say.
    const rules = look === "forced-colours" ? { "color-contrast": { enabled: false } } : {};
    return page.evaluate(RUN_AXE.replace("RULES", JSON.stringify(rules)));
  }

  test("lets nothing run and no other style in", async () => {
    const faults = await show("sample", {}, async (page) => {
      await page.evaluate(PLANT);
      expect(
        await page.evaluate("[document.title, getComputedStyle(document.body).display]"),
      ).toEqual(["PLC 300: IEC 62443 coverage", "block"]);
    });
    // The policy tells of each: the script, the style, the picture.
    expect(
      faults.filter((it) => it.includes("Content Security Policy")).length,
    ).toBeGreaterThanOrEqual(3);
  });

  test("on paper shows what is folded, in black on white", async () => {
    await show("huge", { colorScheme: "dark" }, async (page) => {
      const seen = () => page.evaluate(LAST_CLAIM_IS_SEEN);
      expect(await seen()).toBe(false);
      await page.emulateMedia({ media: "print" });
      // A page of this length is laid out anew a moment later.
      await expect.poll(seen, { timeout: 10_000 }).toBe(true);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
        "rgb(255, 255, 255)",
      );
      await page.emulateMedia({ media: "screen" });
    });
    await show("sample", { colorScheme: "dark" }, async (page) => {
      const path = join(SCREENSHOTS, "report-sample.pdf");
      const bytes = await page.pdf({ path, preferCSSPageSize: true });
      expect(bytes.length).toBeGreaterThan(20_000);
      await page.emulateMedia({ media: "print" });
      await shot(page, "sample-print");
    });
  });

  test("leads from the contents and from what is open to the requirement", async () => {
    await show("sample", {}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the report");
      await page.getByRole("link", { name: "EDR 3.13" }).first().click();
      expect(new URL(page.url()).hash).toBe("#r-4-2-edr-3-13");
      const place =
        "document.querySelector(':target').getBoundingClientRect().top / window.innerHeight";
      const top = await page.evaluate<number>(place);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(0.5);
    });
  });
});

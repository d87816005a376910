// Shows the panel's page in a browser as a webview would: same bundle, same policy, a theme's variables, and a host
// that only writes down what the page says to it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const ORIGIN = "http://panel.localhost";
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The page's two files, built as `node esbuild.mjs` builds them. */
export async function buildPage() {
  const common = { bundle: true, minify: true, write: false, logLevel: "warning" };
  const [script, style] = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: [here("../../client/panel/panel.ts")],
      platform: "browser",
      format: "iife",
      target: "es2022",
    }),
    esbuild.build({ ...common, entryPoints: [here("../../client/panel/panel.css")] }),
  ]);
  return { script: script.outputFiles[0].text, style: style.outputFiles[0].text };
}

/** What views.ts exports: the extension's own functions make the views. */
export async function loadViews() {
  const folder = await mkdtemp(join(tmpdir(), "iec62443-panel-"));
  const outfile = join(folder, "views.mjs");
  try {
    await esbuild.build({
      entryPoints: [here("views.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A page in a theme, loaded and empty. `state` is what an earlier page left behind. */
export async function openPage(browser, { files, panelPage, theme, state, size }) {
  const viewport = size ?? { width: 1100, height: 800 };
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.addInitScript(becomeHost, { state });
  await page.route("**/*", (route) => answer(route, { files, panelPage, theme, faults }));
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(dress, theme);
  return { page, faults, close: () => context.close() };
}

function answer(route, { files, panelPage, theme, faults }) {
  const { pathname } = new URL(route.request().url());
  switch (pathname) {
    case "/":
      return route.fulfill({ contentType: "text/html", body: html(panelPage, theme) });
    case "/panel.js":
      return route.fulfill({ contentType: "text/javascript", body: files.script });
    case "/panel.css":
      return route.fulfill({ contentType: "text/css", body: files.style });
    case "/favicon.ico":
      return route.fulfill({ status: 204 });
    default:
      faults.push(`The page asked for ${route.request().url()}.`);
      return route.abort();
  }
}

/** VS Code puts its own styles before all that the page has, also before its policy. */
function html(panelPage, { styles }) {
  const page = panelPage({ nonce: "bm9uY2U=", script: "/panel.js", style: "/panel.css" });
  return page.replace("<head>", `<head><style>${styles}</style>`);
}

/** Runs in the page before anything else. */
function becomeHost({ state }) {
  const sent = [];
  let kept = state;
  const api = {
    postMessage: (message) => sent.push(structuredClone(message)),
    getState: () => kept,
    setState: (next) => {
      kept = structuredClone(next);
    },
  };
  window.acquireVsCodeApi = () => api;
  window.host = { sent, kept: () => kept };
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => {
    console.error(`refused by the policy: ${violatedDirective} ${sourceFile}`);
  });
}

/** Runs in the page: puts a theme on as the webview's frame does. */
function dress({ className, kind, variables }) {
  for (const [name, value] of Object.entries(variables)) {
    document.documentElement.style.setProperty(name, value);
  }
  document.body.className = className;
  document.body.dataset.vscodeThemeKind = kind;
}

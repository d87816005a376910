// The steps of `npm test` in Chromium: a real VS Code with the packaged extension, and the panel's page by itself.
import { findChromium } from "../editor/chromium.mjs";
import { runFirstSteps } from "../editor/firstSteps.mjs";
import { installHost } from "../editor/host.mjs";
import { runPass } from "../editor/pass.mjs";
import { runSuite } from "../editor/suite.mjs";
import { runInBrowserAlone } from "../editor/web/run.mjs";
import { runPanel } from "../panel/run.mjs";

export function suiteInHost(version) {
  return withChromium(async (chromium) => runSuite(await installHost(version), chromium));
}

export function passInBrowser(version) {
  return withChromium(async (chromium) => {
    const host = await installHost(version);
    return added(await runPass(host, chromium), await runFirstSteps(host, chromium));
  });
}

export function browserAlone(version) {
  return withChromium(async (chromium) => runInBrowserAlone(await installHost(version), chromium));
}

export function panelInBrowser() {
  return withChromium(runPanel);
}

function added(one, other) {
  return {
    passed: one.passed + other.passed,
    failures: [...one.failures, ...other.failures],
  };
}

/** Where Chromium is missing and may not be installed nothing can be tried; on a build machine that is a failure. */
async function withChromium(use) {
  const { path, why } = await findChromium();
  if (path !== undefined) return use(path);
  if (process.env.CI === "true")
    return { passed: 0, failures: [{ title: "no Chromium", detail: why }] };
  return { passed: 0, skipped: 1, failures: [], notes: [`Skipped whole: ${why}`] };
}

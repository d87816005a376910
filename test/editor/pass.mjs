// A person's way through the product in a real VS Code: by mouse and keyboard, once in each kind of theme.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { VSIX } from "../support/root.mjs";
import { address } from "./address.mjs";
import { launchBrowser, newWindow } from "./browser.mjs";
import { SCREENSHOTS } from "./host.mjs";
import { DIALOG_BEHAVIOUR } from "./projectScenes.mjs";
import { BEHAVIOUR, LOOKS } from "./scenes.mjs";
import { startServer } from "./server.mjs";
import { writeSettings } from "./serverHome.mjs";
import { START_LOOKS, TASK_BEHAVIOUR } from "./startScenes.mjs";
import { Workbench } from "./workbench.mjs";
import { copyOfSample } from "./workspace.mjs";

const THEMES = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  contrast: "Default High Contrast",
  contrastLight: "Default High Contrast Light",
};

/** What is the same in every theme is played in this one only. */
const FULL = "dark";

/** In this one, which few use, only what has colours of its own. */
const FEW = "contrastLight";

/** `only` narrows the scenes to those whose title it matches; `camera` takes the pictures. */
export async function runPass(
  host,
  chromium,
  { vsix = VSIX, themes = THEMES, only = /./, camera = wholeWindow } = {},
) {
  await mkdir(SCREENSHOTS, { recursive: true });
  const server = await startServer(host, { vsix });
  const browser = await launchBrowser(chromium);
  const result = { passed: 0, failures: [] };
  try {
    for (const [theme, name] of Object.entries(themes)) {
      await writeSettings(server.home, { "workbench.colorTheme": name });
      const { passed, failures } = await inTheme(browser, server, {
        label: `${host.version}-${theme}`,
        camera,
        scenes: scenesOf(theme, host).filter(([title]) => only.test(title)),
      });
      result.passed += passed;
      result.failures.push(...failures);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return result;
}

function wholeWindow(page, label, step) {
  return page.screenshot({ path: join(SCREENSHOTS, `${label}-${step}.png`) });
}

function scenesOf(theme, { hasTerminal, hasDialogs }) {
  if (theme === FEW) return Object.entries(START_LOOKS);
  const some = { ...(hasTerminal && TASK_BEHAVIOUR), ...(hasDialogs && DIALOG_BEHAVIOUR) };
  return Object.entries(theme === FULL ? { ...LOOKS, ...some, ...BEHAVIOUR } : LOOKS);
}

/** The scenes in one window on a fresh copy of the sample product. */
async function inTheme(browser, server, { label, scenes, camera }) {
  const workspace = await copyOfSample();
  const { page, strayed, close } = await newWindow(browser);
  const workbench = new Workbench(page);
  const result = { passed: 0, failures: [] };
  try {
    const visit = (folder) => workbench.start(address(server.origin, folder));
    await visit(workspace.folder);
    // A palette that is opened before knows no command of ours.
    await workbench.statusItem(/62443: \d/).waitFor();
    for (const [title, play] of scenes) {
      const shot = (step) => camera(page, label, step);
      const failure = await failureOf(() =>
        play(workbench, { shot, visit, folder: workspace.folder }),
      );
      if (failure === undefined) result.passed++;
      else result.failures.push({ title: `${label}: ${title}`, detail: failure });
      if (failure !== undefined) {
        await failureOf(() => shot(`failed-${title.replaceAll(/\W+/g, "-")}`));
      }
      await failureOf(() => workbench.tidy());
    }
    if (strayed.length === 0) result.passed++;
    else
      result.failures.push({
        title: `${label}: nothing leaves this machine`,
        detail: strayed.join("\n"),
      });
  } finally {
    await close();
    workspace.remove();
  }
  return result;
}

async function failureOf(act) {
  try {
    await act();
    return undefined;
  } catch (error) {
    return error.stack ?? String(error);
  }
}

// Shows the workbench of a running server in a headless Chromium.
import { chromium } from "playwright-core";

const FLAGS = [
  // Chromium refuses to run as root in its sandbox; it opens nothing but our own server here.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** A fresh window. Requests that leave this machine are collected in `strayed`. */
export async function newWindow(browser) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const strayed = [];
  page.on("request", (request) => {
    const { protocol, hostname, href } = new URL(request.url());
    if (protocol.startsWith("http") && !isLocal(hostname)) strayed.push(href);
  });
  return { page, strayed, close: () => context.close() };
}

/** A page inside the workbench asks for its files under a name of the last kind; the workbench answers itself. */
function isLocal(hostname) {
  return (
    hostname === "127.0.0.1" ||
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname.endsWith(".vscode-resource.vscode-cdn.net")
  );
}

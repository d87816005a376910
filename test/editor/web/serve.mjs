// Serves the web workbench of a host with no server of VS Code behind it, as vscode.dev does.
import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLE } from "../../support/root.mjs";
import { QUIET } from "../serverHome.mjs";

const FILES = fileURLToPath(new URL("files", import.meta.url));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/** A static server: its `origin`, and `stop`. `extension` is the folder of the unpacked extension. */
export async function serveWorkbench(host, extension) {
  const code = fileURLToPath(new URL("../", `file://${host.main}`));
  const folders = {
    "/static/": code,
    "/extension/": extension,
    "/files/": FILES,
  };
  const sample = await sampleFiles();
  const server = createServer(async ({ url, headers }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const send = (type, body) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (pathname === "/") return send(TYPES[".html"], await workbenchPage(code, headers.host));
    if (pathname === "/sample.json") return send(TYPES[".json"], sample);
    const path = pathIn(folders, decodeURIComponent(pathname));
    const isFile = path !== undefined && (await stat(path).catch(() => undefined))?.isFile();
    if (!isFile) return response.writeHead(404).end();
    const body = await readFile(path);
    return send(TYPES[extname(path)] ?? "application/octet-stream", withoutServer(path, body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { origin: `localhost:${server.address().port}`, stop };
}

function pathIn(folders, pathname) {
  for (const [start, folder] of Object.entries(folders)) {
    if (pathname.startsWith(start))
      return join(folder, normalize(`/${pathname.slice(start.length)}`));
  }
  return undefined;
}

/** This build of the workbench takes for granted that a server stands where its page comes from, and keeps the settings. */
const SERVERLESS = [
  [/remoteAuthority:location\.host/g, "remoteAuthority:void 0"],
  [/scheme:\w+\.vscodeRemote(?=\}\),"User"\))/g, 'scheme:"vscode-userdata"'],
];

function withoutServer(path, body) {
  if (!path.endsWith("/browser/workbench/workbench.js")) return body;
  return SERVERLESS.reduce((text, [pattern, instead]) => {
    if (text.match(pattern)?.length !== 1)
      throw new Error(`The workbench holds not one but another number of ${pattern}.`);
    return text.replace(pattern, instead);
  }, body.toString());
}

async function workbenchPage(code, origin) {
  const page = await readFile(join(code, "out/vs/code/browser/workbench/workbench.html"), "utf8");
  const at = (path) => ({ scheme: "http", authority: origin, path });
  const configuration = {
    userDataPath: "/",
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    folderUri: { scheme: "sample", path: FOLDER },
    additionalBuiltinExtensions: [at("/files"), at("/extension")],
    configurationDefaults: QUIET,
    webviewEndpoint: "/static/out/vs/workbench/contrib/webview/browser/pre",
    productConfiguration: { enableTelemetry: false },
  };
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', "&quot;"),
    WORKBENCH_WEB_BASE_URL: "/static",
    WORKBENCH_NLS_FALLBACK_URL: "/static/out/nls.messages.js",
    WORKBENCH_NLS_URL: "/static/out/nls.messages.js",
  };
  return page.replaceAll(/{{(\w+)}}/g, (_, name) => values[name] ?? "");
}

/** The folder that is opened, on no disk. */
const FOLDER = "/plc-product";

/** What is written anew for a person to work on. */
const WORKED_ON = {
  [`${FOLDER}/firmware/typed.c`]: "\nint main(void)\n{\n}\n",
  [`${FOLDER}/firmware/wrong.c`]: "// @iec62443 CR 1.55\nint a;\n",
};

/** The texts of the sample product by their paths, as JSON. */
async function sampleFiles() {
  const entries = await readdir(SAMPLE, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const texts = await Promise.all(
    files.map(async (it) => [`${FOLDER}${it.slice(SAMPLE.length)}`, await readFile(it, "utf8")]),
  );
  return JSON.stringify({ ...Object.fromEntries(texts), ...WORKED_ON });
}

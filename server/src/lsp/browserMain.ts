// The language server as a web worker, where VS Code runs in a browser alone.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { cancelUndispatched } from "./cancelUndispatched.ts";
import { openBrowserSession } from "./openBrowserSession.ts";
import { startServer } from "./server.ts";

const reader = new BrowserMessageReader(globalThis);
const writer = new BrowserMessageWriter(globalThis);
startServer(createConnection(reader, writer, { cancelUndispatched }), openBrowserSession);

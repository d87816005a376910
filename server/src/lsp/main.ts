// The language server as a program: `node server.cjs --stdio`, or forked with `--node-ipc`.
import { runServer } from "./runServer.ts";

runServer();

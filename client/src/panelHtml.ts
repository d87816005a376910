import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { panelPage } from "./panelPage.ts";

/** The page of the panel for a webview, from the folder that holds its files. */
export function panelHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return panelPage({
    nonce: randomBytes(16).toString("base64"),
    script: address("panel.js"),
    style: address("panel.css"),
  });
}

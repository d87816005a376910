import * as vscode from "vscode";
import { panelPage } from "./panelPage.ts";

/** The page of the panel for a webview, from the folder that holds its files. */
export function panelHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return panelPage({
    nonce: randomText(),
    script: address("panel.js"),
    style: address("panel.css"),
  });
}

/** Nobody can guess it: sixteen random bytes. */
function randomText(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

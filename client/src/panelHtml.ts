import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** The page of the panel. It loads two files of ours, runs one of them, and reaches nothing else. */
export function panelHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, "panel.js"));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(dist, "panel.css"));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>IEC 62443 Coverage</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="coverage" aria-live="off"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

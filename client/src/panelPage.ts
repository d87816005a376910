import { spoken, t } from "./l10n.ts";

export interface PanelPage {
  readonly nonce: string;
  /** Addresses of the two files that the page consists of. */
  readonly script: string;
  readonly style: string;
}

/** The page of the panel. It loads two files of ours, runs one of them, and reaches nothing else. */
export function panelPage({ nonce, script, style }: PanelPage): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const words = spoken();
  return `<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("IEC 62443 Coverage")}</title>
<link nonce="${nonce}" rel="stylesheet" href="${style}">
</head>
<body>
<main id="coverage"></main>
<div id="status" class="unseen" role="status"></div>
<script type="application/json" id="words">${inScript(words)}</script>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** No text can end the element that it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

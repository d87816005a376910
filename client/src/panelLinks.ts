import * as vscode from "vscode";
import { addressOf } from "./itemKey.ts";
import { t } from "./l10n.ts";
import type { PanelLink } from "./panelMessages.ts";
import { openPlace } from "./places.ts";
import type { RequirementPages } from "./requirementPages.ts";
import type { Server } from "./server.ts";

interface LinkContext {
  readonly server: Server;
  readonly pages: RequirementPages;
}

/** Opens what a link of the page leads to, in the editor. */
export async function openLink(link: PanelLink, { server, pages }: LinkContext): Promise<void> {
  switch (link.kind) {
    case "page":
      return pages.open(link.uri);
    case "file":
      await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(link.uri, true));
      return;
    case "place": {
      const place = { line: link.line, character: link.character };
      return openPlace(link.uri, { start: place, end: place });
    }
    case "claim": {
      const { project, item, relation } = link;
      const told = await server.ask("iec62443/claims", { project, item: addressOf(item) });
      const claim = told?.flatMap((it) => it.claims).find((it) => it.relation === relation);
      if (claim !== undefined) await openPlace(claim.uri, claim.range);
      else
        void vscode.window.showInformationMessage(
          t("This claim could not be found. Run “IEC 62443: Re-index” and try again."),
        );
    }
  }
}

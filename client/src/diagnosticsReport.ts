import * as vscode from "vscode";
import { reportText } from "./reportText.ts";
import type { Server } from "./server.ts";

/** Opens an unsaved page with what an issue needs. */
export async function collectReport(
  server: Server,
  { packageJSON }: Ours,
  machine: Machine,
): Promise<void> {
  const statistics = await server.ask("iec62443/statistics", null);
  const content = reportText({
    extension: packageJSON.version,
    editor: vscode.version,
    ...machine(),
    host: [vscode.env.appHost, vscode.env.remoteName].filter(Boolean).join(", "),
    folders: vscode.workspace.workspaceFolders?.length ?? 0,
    state: server.state,
    settings: changedSettings(packageJSON),
    ...(statistics === undefined || statistics === null ? {} : { statistics }),
  });
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document);
}

/** What the extension runs on; in a browser there is no Node. */
export type Machine = () => { readonly node?: string; readonly system: string };

/** Of the extension what the report tells. */
export interface Ours {
  readonly id: string;
  readonly packageJSON: {
    readonly version: string;
    readonly contributes: { readonly configuration: readonly { readonly properties: object }[] };
  };
}

/** Of each setting of ours the value that counts, where it is not the default. */
function changedSettings({
  contributes,
}: Ours["packageJSON"]): readonly { readonly name: string; readonly value: unknown }[] {
  const names = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  const configuration = vscode.workspace.getConfiguration();
  return names
    .map((name) => ({
      name,
      value: configuration.get<unknown>(name),
      byDefault: configuration.inspect<unknown>(name)?.defaultValue,
    }))
    .filter(({ value, byDefault }) => JSON.stringify(value) !== JSON.stringify(byDefault))
    .map(({ name, value }) => ({ name, value }));
}

import type { InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "../protocol/initializationOptions.ts";

type Options = { readonly [K in keyof InitializationOptions]?: unknown };

/** What a client has said when it started the server: nothing is believed of it but that each key may be there. */
export function optionsOf({
  initializationOptions: options,
}: Pick<InitializeParams, "initializationOptions">): Options {
  return typeof options === "object" && options !== null ? options : {};
}

/** The settings among what a client has said at the start; what is no object is left to those who read settings. */
export function settingsIn(params: Pick<InitializeParams, "initializationOptions">): unknown {
  const { settings, iec62443 } = optionsOf(params);
  return settings ?? iec62443 ?? params.initializationOptions;
}

import type { Connection } from "vscode-languageserver";
import type { Config } from "../core/config.ts";
import { parseConfig } from "../core/parseConfig.ts";
import type { Log } from "./handle.ts";

export const SECTION = "iec62443";

export interface SettingsOptions {
  readonly connection: Connection;
  readonly log: Log;
  /** Whether the client answers workspace/configuration. */
  readonly asks: boolean;
  /** What the client handed over at its start. */
  readonly initial: unknown;
  readonly ruleCodes: readonly string[];
}

/** The editor's settings: fetched, checked, and turned into one value. */
export class Settings {
  readonly #options: SettingsOptions;
  #told: unknown;
  #problems: readonly string[] = [];

  constructor(options: SettingsOptions) {
    this.#options = options;
    this.#told = options.initial;
  }

  /** Sentences about settings that could not be used. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** What a client that is never asked says of its settings. */
  tell(settings: unknown): void {
    if (typeof settings !== "object" || settings === null || !(SECTION in settings)) return;
    this.#told = settings[SECTION];
  }

  /** The settings as they are now. Each problem is logged when it is new. */
  async read(): Promise<Config> {
    const { config, problems } = parseConfig(await this.#fetch(), this.#options.ruleCodes);
    for (const it of problems) if (!this.#problems.includes(it)) this.#options.log.warn(it);
    this.#problems = problems;
    return config;
  }

  async #fetch(): Promise<unknown> {
    const { asks, connection, log } = this.#options;
    if (!asks) return this.#told ?? {};
    try {
      return (await connection.workspace.getConfiguration(SECTION)) ?? this.#told ?? {};
    } catch (error) {
      log.warn(`The editor did not tell its settings: ${String(error)}`);
      return this.#told ?? {};
    }
  }
}

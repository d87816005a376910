/** What a client may say when it starts the server. All of it may be left out. */
export interface InitializationOptions {
  /** The client shows requirement pages: it asks for RequirementPageRequest when one is opened. */
  readonly pages?: boolean;
  /** The section `iec62443` of the settings, for clients that do not answer workspace/configuration. */
  readonly settings?: unknown;
}

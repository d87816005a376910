/**
 * What a client may say when it starts the server. All of it may be left out. A client that does not answer
 * workspace/configuration gives its settings here: under `settings`, under `iec62443`, or among these options; of
 * several the first counts.
 */
export interface InitializationOptions extends WireSettings {
  /** The client shows requirement pages: it asks for RequirementPageRequest when one is opened. */
  readonly pages?: boolean;
  /** The folder where the server may keep what it has found in files; false: nowhere; absent: in the user's own cache. */
  readonly cache?: string | boolean;
  readonly settings?: WireSettings;
  readonly iec62443?: WireSettings;
}

/** The section `iec62443` of the settings. A project file that says something too wins. */
export interface WireSettings {
  /** Component types, as in a project file: `embedded-device`. */
  readonly component?: string | readonly string[];
  /** The security level that is aimed at: 1 to 4; 0 for none. */
  readonly target?: number | string;
  readonly scan?: {
    /** Globs of what is not read, relative to each folder. */
    readonly exclude?: string | readonly string[];
    /** Larger files are not read: `2MiB`, or a number of bytes. */
    readonly maxFileSize?: number | string;
    /** The id of the language of files, by glob. */
    readonly languages?: Readonly<Record<string, string>>;
  };
  /** `error`, `warning`, `info`, `hint` or `off`, by the code of the rule. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Whether counts stand above annotations. */
  readonly codeLens?: boolean;
  /** Whether the title stands behind each id. */
  readonly inlayHints?: boolean;
}

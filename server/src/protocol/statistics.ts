/** Numbers about the server and what it has read: no name, no path, no text of a file. */
export interface Statistics {
  readonly indexing: boolean;
  readonly server: ServerStatistics;
  /** Of the last time that folders were read; absent before. */
  readonly lastLoad?: {
    readonly milliseconds: number;
    readonly files: number;
    readonly binary: number;
    /** Whether it came to its end. */
    readonly isComplete: boolean;
  };
  readonly files: { readonly annotated: number; readonly open: number };
  readonly annotations: number;
  readonly claims: number;
  /** By the code of the rule. */
  readonly findings: Readonly<Record<string, number>>;
  readonly projects: {
    readonly all: number;
    readonly withFile: number;
    readonly statements: number;
  };
  /** How many files were not read, by why. */
  readonly skipped: Readonly<Record<string, number>>;
  /** How many settings, folders or globs could not be used. */
  readonly problems: number;
}

/** The program that serves, and what it runs on. */
export interface ServerStatistics {
  /** Absent in a browser. */
  readonly node?: string;
  readonly system: string;
  /** Since it was started. */
  readonly seconds: number;
  /** In MiB; absent where nothing tells. */
  readonly memory?: { readonly resident: number; readonly heap: number };
}

/** What is read, and who is told how far it has come. */
export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Every file is read, whatever is known of it from before. */
  readonly fresh?: boolean;
  /** Only these files and folders, by uri; a file named here is read even where rules leave it out. */
  readonly only?: readonly string[];
}

/** How far a load has come. */
export interface Progress {
  readonly files: number;
  readonly annotations: number;
}

/** How the last reading of the folders went. */
export interface LastLoad {
  readonly milliseconds: number;
  readonly files: number;
  readonly binary: number;
  /** Whether it came to its end. */
  readonly isComplete: boolean;
}

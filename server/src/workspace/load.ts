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
  /** How much of the folders, from 0 to 1, as far as can be told before they are known; absent of named files. */
  readonly share?: number;
}

/** How far a tally has come; of files that are named one by one nobody knows the share. */
export function progressOf(
  { files, annotations, share }: Progress & { readonly share: number },
  isOfFolders: boolean,
): Progress {
  // A sum of many fractions is not quite their whole.
  return { files, annotations, ...(isOfFolders && { share: Math.round(share * 10_000) / 10_000 }) };
}

/** How the last reading of the folders went. */
export interface LastLoad {
  readonly milliseconds: number;
  readonly files: number;
  readonly binary: number;
  /** Whether it came to its end. */
  readonly isComplete: boolean;
}

import type { WireState } from "./coverage.ts";

/** Scheme of the read-only pages; a page's uri is `iec62443:/4-2/2019/CR%201.5.md`. */
export const PAGE_SCHEME = "iec62443";

export interface RequirementPageParams {
  readonly uri: string;
}

/** A requirement or heading that has a page, for a list to choose from. */
export interface ListedRequirement {
  readonly id: string;
  readonly title?: string;
  /** Of its document: `IEC 62443-4-2:2019`. */
  readonly document: string;
  readonly page: string;
  /** Words that people look for it by, the titles of its enhancements among them. */
  readonly words: string;
  /** In the first project that asks for it; absent where none does. */
  readonly state?: WireState;
}

/** Scheme of the read-only pages; a page's uri is `iec62443:/4-2/2019/CR%201.5.md`. */
export const PAGE_SCHEME = "iec62443";

export interface RequirementPageParams {
  readonly uri: string;
}

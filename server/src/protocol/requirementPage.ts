import { RequestType } from "vscode-languageserver-protocol";

/** Scheme of the read-only pages; a page's uri is `iec62443:/4-2/2019/CR%201.5.md`. */
export const PAGE_SCHEME = "iec62443";

export interface RequirementPageParams {
  readonly uri: string;
}

/** The Markdown text of a requirement's page, or null when the uri names none. */
export const RequirementPageRequest = new RequestType<RequirementPageParams, string | null, void>(
  "iec62443/requirementPage",
);

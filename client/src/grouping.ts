/** What the rows of the coverage tree stand under. */
export const GROUPINGS = ["fr", "state", "component", "folder", "file"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How a grouping is offered. */
export interface GroupingWords {
  readonly label: string;
  /** Beside the view's name. */
  readonly short: string;
  readonly detail: string;
}

export const GROUPING_WORDS: Readonly<Record<Grouping, GroupingWords>> = {
  fr: {
    label: "Foundational Requirement",
    short: "by foundational requirement",
    detail: "FR 1 to FR 7, as the standard orders them",
  },
  state: {
    label: "State",
    short: "by state",
    detail: "What is missing first, what is verified last",
  },
  component: {
    label: "Component Type",
    short: "by component type",
    detail: "What every component has to meet, then what its type adds",
  },
  folder: {
    label: "Part of the Product",
    short: "by part of the product",
    detail: "The first folders, their files and claims",
  },
  file: { label: "File", short: "by file", detail: "Every file that claims something" },
};

/** Whether the rows are files, so that all claims have to be known. */
export function isByPlace(grouping: Grouping): grouping is "folder" | "file" {
  return grouping === "folder" || grouping === "file";
}

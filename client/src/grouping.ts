import { t } from "./l10n.ts";
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

/** Made when they are asked for: the display language is not known before. */
export const GROUPING_WORDS: Readonly<Record<Grouping, GroupingWords>> = {
  get fr() {
    return {
      label: t("Foundational Requirement"),
      short: t("by foundational requirement"),
      detail: t("FR 1 to FR 7, as the standard orders them"),
    };
  },
  get state() {
    return {
      label: t("State"),
      short: t("by state"),
      detail: t("What is missing first, what is verified last"),
    };
  },
  get component() {
    return {
      label: t("Component Type"),
      short: t("by component type"),
      detail: t("What every component has to meet, then what its type adds"),
    };
  },
  get folder() {
    return {
      label: t("Part of the Product"),
      short: t("by part of the product"),
      detail: t("The first folders, their files and claims"),
    };
  },
  get file() {
    return {
      label: t("File"),
      short: t("by file"),
      detail: t("Every file that claims something"),
    };
  },
};

/** Whether the rows are files, so that all claims have to be known. */
export function isByPlace(grouping: Grouping): grouping is "folder" | "file" {
  return grouping === "folder" || grouping === "file";
}

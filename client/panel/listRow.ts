import type { PanelLink, PanelState } from "../src/panelMessages.ts";

/** A row of a virtual list, which is a tree laid flat. */
export interface ListRow {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Among the rows of the same parent, from 1. */
  readonly position: number;
  /** How many rows the parent has. */
  readonly size: number;
  /** Absent where nothing can be unfolded. */
  readonly isOpen?: boolean;
  readonly mark?: PanelState;
  readonly label: string;
  readonly said: string;
  /** A word or number at the end of the row. */
  readonly detail?: string;
  readonly link?: PanelLink;
}

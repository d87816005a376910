import type { CompletionItemKind } from "vscode-languageserver-types";
import type { Reference } from "../core/reference.ts";

/** One thing that can be written, before the client's abilities shape it. */
export interface Choice {
  readonly label: string;
  readonly newText: string;
  readonly title?: string;
  readonly kind: CompletionItemKind;
  readonly sortText: string;
  readonly filterText?: string;
  readonly isDeprecated?: boolean;
  /** Whether another word must follow. */
  readonly opensNext?: boolean;
  /** What it means, where that is no requirement. */
  readonly documentation?: string;
  /** Whether the new text has places to fill in, as editors write them. */
  readonly isSnippet?: boolean;
  /** Whether its lines are set in as they are to stand, or as the first one begins. */
  readonly lines?: "as-is" | "as-first";
  /** Names the requirement whose text is asked for when the item is shown. */
  readonly data?: Reference;
}

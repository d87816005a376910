import {
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver-types";
import { formatReference } from "../core/reference.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { comparePositions, type Position, type Range } from "../core/text.ts";
import type { Choice } from "./choice.ts";

/** What the client understands of a completion list. */
export interface CompletionOptions {
  readonly labelDetails: boolean;
  /** Whether a list can say once what holds for each item that says nothing else. */
  readonly defaultEditRange: boolean;
  readonly defaultData: boolean;
  readonly tags: boolean;
  readonly deprecated: boolean;
  /** Whether accepting a word may open the list for the next one. */
  readonly suggestAgain: boolean;
  readonly snippets: boolean;
  /** Whether an item can say how its lines are set in. */
  readonly insertTextModes: boolean;
}

/** What goes with every item that names a requirement: by it the item's text is found when it is shown. */
export interface ItemData {
  /** The file tells whose catalog is meant. Absent where that is the built-in one. */
  readonly uri?: string;
}

/** What the items of a file's list carry. */
export function itemDataOf(snapshot: Snapshot, uri: string): ItemData {
  return projectOf(snapshot, uri).catalog === undefined ? {} : { uri };
}

/** The choices as the client understands them; each takes the place of a range that holds the cursor. */
export function toList(
  choices: readonly Choice[],
  data: ItemData,
  { replace, position }: { readonly replace: Range; readonly position: Position },
  options: CompletionOptions,
): CompletionList {
  const range = editRange(replace, position);
  const shown = shownItems(choices, options);
  const hasData = options.defaultData && shown.some((it) => it.isNamedByLabel);
  const itemDefaults = {
    ...(options.defaultEditRange ? { editRange: range } : {}),
    ...(hasData ? { data } : {}),
  };
  return {
    isIncomplete: false,
    ...(options.defaultEditRange || hasData ? { itemDefaults } : {}),
    items: shown.map((it) => placed(it, data, range, options)),
  };
}

/**
 * LSP asks that the range holds the cursor. The whole word is replaced, and no choice is given to leave
 * the part behind the cursor: half an id behind a whole one names nothing.
 */
function editRange({ start, end }: Range, position: Position): Range {
  return { start, end: comparePositions(end, position) < 0 ? position : end };
}

/** The item with what the list does not say for all. Most have nothing to add, and are the same value each time. */
function placed(
  { item, choice, isNamedByLabel }: ShownItem,
  data: ItemData,
  range: Range,
  { defaultEditRange, defaultData }: CompletionOptions,
): CompletionItem {
  const { newText, label } = choice;
  const hasData = choice.data !== undefined && !(defaultData && isNamedByLabel);
  const hasEdit = !defaultEditRange || newText !== label;
  if (!hasData && !hasEdit) return item;
  const own = isNamedByLabel ? data : { ...choice.data, ...data };
  const edit = defaultEditRange ? { textEditText: newText } : { textEdit: { newText, range } };
  return { ...item, ...(hasData ? { data: own } : {}), ...(hasEdit ? edit : {}) };
}

/** What is the same of a choice wherever it is offered. */
interface ShownItem {
  readonly choice: Choice;
  readonly item: CompletionItem;
  /** Whether the label writes the requirement that the item names: then no more has to be sent of it. */
  readonly isNamedByLabel: boolean;
}

const known = new WeakMap<CompletionOptions, WeakMap<Choice, ShownItem>>();

function shownItems(choices: readonly Choice[], options: CompletionOptions): readonly ShownItem[] {
  const before = known.get(options) ?? new WeakMap<Choice, ShownItem>();
  known.set(options, before);
  return choices.map((choice) => {
    const same = before.get(choice);
    if (same !== undefined) return same;
    const { label, data } = choice;
    const isNamedByLabel = data !== undefined && label === formatReference(data);
    const shown = { choice, item: toItem(choice, options), isNamedByLabel };
    before.set(choice, shown);
    return shown;
  });
}

const MODES = { "as-is": InsertTextMode.asIs, "as-first": InsertTextMode.adjustIndentation };

function toItem(
  choice: Choice,
  { labelDetails, tags, deprecated, suggestAgain, insertTextModes }: CompletionOptions,
): CompletionItem {
  const { label, title, kind, filterText, sortText } = choice;
  return {
    label,
    kind,
    sortText,
    ...(filterText === undefined ? {} : { filterText }),
    ...(title === undefined
      ? {}
      : labelDetails
        ? { labelDetails: { detail: `  ${title}` } }
        : { detail: title }),
    ...(choice.documentation === undefined ? {} : { documentation: choice.documentation }),
    ...(choice.isSnippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(insertTextModes && choice.lines !== undefined
      ? { insertTextMode: MODES[choice.lines] }
      : {}),
    ...(choice.isDeprecated !== true
      ? {}
      : tags
        ? { tags: [CompletionItemTag.Deprecated] }
        : deprecated
          ? { deprecated: true }
          : {}),
    ...(suggestAgain && choice.opensNext === true
      ? { command: { title: "Suggest", command: "editor.action.triggerSuggest" } }
      : {}),
  };
}

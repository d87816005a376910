import type { WireClaim, WireState } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";

/** How a state is shown: always a word, and beside it a shape; a colour only on top of both. */
export interface StateLook {
  readonly word: string;
  /** A codicon. */
  readonly icon: string;
  /** One of the colours that package.json contributes. */
  readonly color: string;
}

export const STATE_LOOKS: Readonly<Record<WireState, StateLook>> = {
  verified: {
    get word() {
      return t("verified");
    },
    icon: "verified-filled",
    color: "iec62443.metForeground",
  },
  implemented: {
    get word() {
      return t("implemented");
    },
    icon: "pass",
    color: "iec62443.metForeground",
  },
  compensated: {
    get word() {
      return t("compensated");
    },
    icon: "shield",
    color: "iec62443.metForeground",
  },
  partial: {
    get word() {
      return t("partial");
    },
    icon: "color-mode",
    color: "iec62443.partialForeground",
  },
  planned: {
    get word() {
      return t("planned");
    },
    icon: "watch",
    color: "iec62443.partialForeground",
  },
  missing: {
    get word() {
      return t("missing");
    },
    icon: "circle-large-outline",
    color: "iec62443.missingForeground",
  },
  "not-applicable": {
    get word() {
      return t("not applicable");
    },
    icon: "circle-slash",
    color: "iec62443.notApplicableForeground",
  },
};

/** All states, what is to be done first and what is done last. */
export const STATES = [
  "missing",
  "partial",
  "planned",
  "compensated",
  "implemented",
  "verified",
  "not-applicable",
] as const satisfies readonly WireState[];

/** Whether the item counts as met: the same three states as in the server's totals. */
export function isMet(state: WireState): boolean {
  return state === "verified" || state === "implemented" || state === "compensated";
}

/** The codicon of a claim, by its relation; an unknown relation still has one. */
export function relationIcon(relation: string): string {
  return RELATION_ICONS[relation] ?? "code";
}

const RELATION_ICONS: Readonly<Record<string, string>> = {
  implements: "code",
  partial: "color-mode",
  verifies: "beaker",
  planned: "watch",
  compensating: "shield",
  "not-applicable": "circle-slash",
};

/** `implements`, or `implements (a)` where the claim names a lettered item. */
export function relationWord({ relation, letter }: WireClaim): string {
  return letter === undefined ? relation : `${relation} (${letter})`;
}

/** The first letter as at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A status of the project file as prose: `not applicable`. */
export function statusWord(status: string): string {
  const look = (STATE_LOOKS as Readonly<Record<string, StateLook>>)[status];
  return look?.word ?? status.replaceAll("-", " ");
}

/** The codicon of a statement: that of the state it makes, or of the relation it is like. */
export function statusIcon(status: string): string {
  if (status === "implemented" || status === "verified") return STATE_LOOKS[status].icon;
  return relationIcon(status);
}

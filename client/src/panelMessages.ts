/** A view of the coverage in words and numbers; the page draws it and decides nothing. */
export interface PanelView {
  /** A sentence for the top: the numbers still grow, or there are none and why. */
  readonly note?: string;
  readonly projects: readonly PanelProject[];
}

export interface PanelProject {
  /** Tells projects apart, also those whose products have one name. */
  readonly key: string;
  readonly product: string;
  /** `Target SL 2 · embedded device`. */
  readonly profile: string;
  readonly bars: readonly PanelBar[];
  /** `partial 2`, `missing 15`… as words and numbers. */
  readonly counts: readonly string[];
  readonly groups: readonly PanelGroup[];
}

export interface PanelBar {
  /** `39 of 58 met`. */
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

export interface PanelGroup {
  readonly key: string;
  readonly title: string;
  /** `9 of 14`. */
  readonly met: string;
  readonly reached: string;
  readonly target: string;
  readonly items: readonly PanelItem[];
}

export interface PanelItem {
  readonly reference: string;
  readonly title: string;
  readonly state: string;
  /** The state's word, with the reason where there is one. */
  readonly said: string;
  readonly page?: string;
  /** The first of them; `more` says how many are left out. */
  readonly claims: readonly PanelClaim[];
  readonly more?: string;
}

export interface PanelClaim {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  /** `login.c:22`. */
  readonly place: string;
  /** `verifies · int test_login(void)`. */
  readonly said: string;
}

/** All that the extension says to the page. */
export type ToPage = { readonly type: "view"; readonly view: PanelView };

/** All that the page says to the extension. It says `ready` first. */
export type FromPage =
  | { readonly type: "ready" }
  | {
      readonly type: "open";
      readonly uri: string;
      readonly line: number;
      readonly character: number;
    }
  | { readonly type: "page"; readonly uri: string };

/** A message as the page sent it; nothing when it is none of ours. */
export function readFromPage(raw: unknown): FromPage | undefined {
  if (!isRecord(raw)) return undefined;
  const { type, uri, line, character } = raw;
  if (type === "ready") return { type };
  if (typeof uri !== "string") return undefined;
  if (type === "page") return { type, uri };
  if (type === "open" && isCount(line) && isCount(character)) return { type, uri, line, character };
  return undefined;
}

/** A message as the extension sent it; nothing when it is none of ours. */
export function readToPage(raw: unknown): ToPage | undefined {
  if (!isRecord(raw) || raw["type"] !== "view" || !isRecord(raw["view"])) return undefined;
  if (!Array.isArray(raw["view"]["projects"])) return undefined;
  return raw as unknown as ToPage;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null;
}

function isCount(raw: unknown): raw is number {
  return typeof raw === "number" && Number.isInteger(raw) && raw >= 0;
}

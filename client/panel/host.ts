import type { FromPage } from "../src/panelMessages.ts";

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What the page remembers of itself while it is hidden, and after the window is reloaded. */
export interface PageState {
  /** Keys of the groups that are open: a project's and the group's. */
  readonly open: readonly string[];
  /** The states whose items are shown. */
  readonly show: "all" | "open" | "missing";
  readonly scroll: number;
}

const api = acquireVsCodeApi();

/** The extension behind the page. */
export const host = {
  post: (message: FromPage): void => api.postMessage(message),
};

let state = readState(api.getState());

export const saved = {
  get: (): PageState => state,
  update: (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    api.setState(state);
  },
};

function readState(raw: unknown): PageState {
  const { open, show, scroll } = (raw ?? {}) as Partial<Record<keyof PageState, unknown>>;
  return {
    open: Array.isArray(open) ? open.filter((it) => typeof it === "string") : [],
    show: show === "open" || show === "missing" ? show : "all",
    scroll: typeof scroll === "number" ? scroll : 0,
  };
}

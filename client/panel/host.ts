import type { FromPage } from "../src/panelMessages.ts";
import { type PageState, readPageState } from "./pageState.ts";

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** The extension behind the page. */
export const host = {
  post: (message: FromPage): void => api.postMessage(message),
};

let state = readPageState(api.getState());

/** What the page remembers while it is hidden, and after the window is reloaded. */
export const saved = {
  get: (): PageState => state,
  update: (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    api.setState(state);
  },
  isOpen: (key: string): boolean => state.open.includes(key),
  /** Opens and shuts; what is shut is forgotten. */
  setOpen: (keys: readonly string[], kind: "open" | "shut"): void => {
    const others = state.open.filter((it) => !keys.includes(it));
    saved.update({ open: kind === "open" ? [...others, ...keys] : others });
  },
};

import type { WireClaim } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";
import type { PanelLink } from "./panelMessages.ts";

/** A reached level: `SL 2`, or `none`. */
export function levelWord(level: number): string {
  return level === 0 ? t("none") : `SL ${level}`;
}

/** `login.c:22`. */
export function placeWord(path: string, line: number): string {
  return `${path.slice(path.lastIndexOf("/") + 1)}:${line + 1}`;
}

/** The name of a file for people, from its uri. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function placeLink(uri: string, { start }: WireClaim["range"]): PanelLink {
  return { kind: "place", uri, line: start.line, character: start.character };
}

/** Words that are there, side by side. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((it) => it !== undefined && it !== "").join(" · ");
}

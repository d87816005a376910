import { type CheckResult, checkJson } from "../core/report/check/check.ts";
import { checkText } from "../core/report/check/checkText.ts";
import { toJson } from "../core/report/json.ts";
import type { Output } from "./outcome.ts";
import type { Code } from "./readCode.ts";
import { sourceLines } from "./sourceLines.ts";
import type { World } from "./world.ts";

type Write = (result: CheckResult, code: Code, world: World) => Output;

/** The formats of `check`, the usual one first. */
export const CHECK_FORMATS = {
  text: asText,
  json: (result) => toJson(checkJson(result)),
} as const satisfies Readonly<Record<string, Write>>;

export type CheckFormat = keyof typeof CHECK_FORMATS;

function asText(result: CheckResult, { snapshot, base }: Code, { files, screen }: World): string {
  const { index } = snapshot;
  const claims = [...index.sites()].length;
  const lineOf = sourceLines(files, snapshot, base);
  return checkText(result, { claims, files: index.uris.length, lineOf }, screen);
}

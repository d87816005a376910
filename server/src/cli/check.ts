import { checkOf } from "../core/report/check/check.ts";
import { FINDING_LEVELS, type FindingLevel } from "../core/rules/rule.ts";
import { holdBaseline } from "./baseline.ts";
import { baseFor, CHECK_FORMATS } from "./checkFormats.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import { readCode } from "./readCode.ts";
import type { CheckRequest } from "./request.ts";
import type { World } from "./world.ts";

/** Every finding; exit status 1 when one is as loud as the gate, or the baseline is not held. */
export async function runCheck(world: World, request: CheckRequest): Promise<Outcome> {
  const code = await readCode(world, request);
  if (isRefusal(code)) return refused(code.refusal);
  const base = baseFor(request.format, code);
  const held = holdBaseline(world, { ...code, base }, request);
  if (isRefusal(held)) return refused(held.refusal);
  const { difference } = held;
  const result = { ...checkOf(code.snapshot, base), ...(difference && { difference }) };
  const fails = result.findings.some((it) => isAsLoud(it.level, request.failOn));
  return {
    exitCode: fails || held.fails ? 1 : 0,
    output: CHECK_FORMATS[request.format](result, code, world),
    messages: [...code.messages, ...held.messages],
    errors: held.errors,
  };
}

function isAsLoud(level: FindingLevel, gate: FindingLevel): boolean {
  return FINDING_LEVELS.indexOf(level) <= FINDING_LEVELS.indexOf(gate);
}

import type { TextEdit } from "../annotation.ts";
import { comparePositions } from "../text.ts";
import { blockLines, flowText, inFlow, type Plain, prettyLines } from "./render.ts";
import type { Slot } from "./slot.ts";

/** Writes a value into a place: what is changed, in the order of the text. */
export function fill(slot: Slot, value: Plain): readonly TextEdit[] {
  const newText = slot.before + textFor(slot, value) + slot.after;
  return [...slot.beside, { range: slot.at, newText }].sort((a, b) =>
    comparePositions(a.range.start, b.range.start),
  );
}

function textFor({ keys, form }: Slot, value: Plain): string {
  const whole = keys.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
  if (form.kind === "block") return blockLines(whole, form.indent).join(form.lineEnd);
  const style = form.isJson ? "json" : "flow";
  if (form.spread !== undefined) {
    const { indent, unit, lineEnd } = form.spread;
    const lines =
      form.kind === "within" ? prettyLines(within(whole), unit) : prettyLines(whole, unit);
    return lines.join(lineEnd + indent);
  }
  return form.kind === "within" ? inFlow(whole, style) : flowText(whole, style);
}

/** The one item of a list that is written between the brackets of another. */
function within(value: Plain): Plain {
  return Array.isArray(value) ? ((value as readonly Plain[])[0] ?? []) : value;
}

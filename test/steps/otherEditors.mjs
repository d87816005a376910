// The step of `npm test` that opens the sample product in Neovim and in Emacs, set up as docs/editors.md says.

import { drive } from "../otherEditors/drive.mjs";
import { EDITORS } from "../otherEditors/editors.mjs";
import { run } from "../support/command.mjs";
import { installPackages } from "../support/debian.mjs";

export async function otherEditors() {
  const total = { passed: 0, skipped: 0, failures: [], notes: [] };
  for (const editor of EDITORS) {
    const why = await lacking(editor);
    const result = why === undefined ? await drive(editor) : withoutEditor(editor, why);
    total.passed += result.passed;
    total.skipped += result.skipped ?? 0;
    total.failures.push(...result.failures);
    total.notes.push(...(result.notes ?? []));
  }
  return total;
}

/** Why an editor cannot be tried; nothing where it can. */
async function lacking({ program, isThere, packages }) {
  const there = async () => (await run(program, isThere)).code === 0;
  if (await there()) return undefined;
  const why = await installPackages(packages);
  if (await there()) return undefined;
  return `it is not on this machine, and ${why ?? "it does not start"}. Install ${packages.join(" and ")}`;
}

/** On a build machine that nothing can be tried is a failure. */
function withoutEditor({ name }, why) {
  if (process.env.CI === "true")
    return { passed: 0, failures: [{ title: `${name} is not there`, detail: why }] };
  return {
    passed: 0,
    skipped: 1,
    failures: [],
    notes: [`${name} skipped whole: ${why}.`],
  };
}

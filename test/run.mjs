// npm test: everything, in one command, on a machine with Node and this checkout.
//   npm test                        all steps
//   npm test -- --only unit,editor  some of them
// The last line is `N passed, N failed`, with `, N skipped` behind it where something could not be tried.
import { parseArgs } from "node:util";
import { runSteps, selectSteps } from "./steps/runSteps.mjs";
import { STEPS } from "./steps/steps.mjs";
import { endOnSignals } from "./support/command.mjs";
import { install } from "./support/installed.mjs";
import { ROOT } from "./support/root.mjs";

endOnSignals();
const { only } = options();
const { steps, why } = selectSteps(STEPS, only);
const notInstalled = why ?? (await install(ROOT));
if (notInstalled !== undefined) {
  console.error(notInstalled);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
process.exit(await runSteps(steps));

function options() {
  try {
    return parseArgs({ options: { only: { type: "string" } } }).values;
  } catch (error) {
    console.error(
      `${error.message}\nUse: npm test -- --only ${STEPS.map((it) => it.name).join(",")}`,
    );
    console.log("0 passed, 1 failed");
    process.exit(1);
  }
}

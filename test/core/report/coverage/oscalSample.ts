import { ROOT, snapshotOf } from "../../../support/snapshotOf.ts";
import { statement } from "../../../support/statement.ts";

export const SOURCE = [
  "// @iec62443 CR 1.1, CR 1.1 RE(1), CR 1.3: personal accounts",
  "int login(void);",
  "// @iec62443 partial CR 1.4: no rotation yet",
  "int keys(void);",
  "// @iec62443 CR 1.5(a)",
  "int first(void);",
].join("\n");
export const TEST = "// @iec62443 verifies CR 1.1\nvoid login_test(void);\n";

/** A product with an item in each state. */
export const snapshot = snapshotOf(
  { "src/log in.c": SOURCE, "test/login.c": TEST },
  {
    file: `${ROOT}/iec62443.yaml`,
    product: "PLC 300",
    components: ["EDR"],
    target: 2,
    statements: [
      statement("CR 2.2", "not-applicable", {
        reason: "The device has no radio.",
        owner: "security@example.com",
        reviewed: "2026-10-01",
        evidence: ["docs/threat model.md"],
      }),
      statement("CR 5.1", "compensating", {
        reason: "The integrator's zones.",
        owner: "security@example.com",
      }),
      statement("CR 6.2", "planned", { reason: "PLC-17", evidence: ["docs/threat model.md"] }),
      statement("CR 1.12", "not-applicable", { reason: "No display.", expires: "2026-11-23" }),
    ],
  },
);

import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

describe("other-title", () => {
  const code = "other-title";

  test.each([
    ["no text", "// @iec62443 CR 1.5"],
    ["its own title", "// @iec62443 CR 1.5: Authenticator management"],
    ["its own title in quotes", '// @iec62443 CR 1.5: "Authenticator Management"'],
    [
      "the title of one of its enhancements",
      "// @iec62443 CR 1.5: hardware security for authenticators",
    ],
    ["its title as the system's part writes it", "// @iec62443 SAR 3.2: malicious code protection"],
    ["words of the author", "// @iec62443 CR 1.5: keys are rotated every night by the backup task"],
    ["one word that is a title", "// @iec62443 CR 1.1: timestamps"],
    ["a title behind several claims", "// @iec62443 CR 1.1, CR 1.5: Session lock"],
    ["words in brackets", "// @iec62443 CR 1.5: (keys are rotated every night)"],
    ["one quoted word", '// @iec62443 CR 1.5: "admin"'],
    ["words of the author without a colon", "// @iec62443 CR 1.5 keys are rotated every night"],
    ["its own title without a colon", "// @iec62443 CR 1.5 Authenticator management"],
    ["another annotation's title", "// @iec62443 CR 1.5 x\n// @iec62443 CR 3.4 Software integrity"],
    ["quoted words in a sentence", '// @iec62443 CR 1.5: refuses "admin" and "root"'],
    ["a claim of nothing", "// @iec62443 CR 9.9: Session lock"],
    ["a requirement without a title", "// @iec62443 SP.01.01: staff is trained"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  // What public sources get wrong.
  test.each([
    ["// @iec62443 CR 3.7: [|least functionality|]"],
    ["// @iec62443 CR 3.9: [|Software Integrity|]"],
    ["// @iec62443 SR 3.1: [|Resource management|]"],
    ['// @iec62443 CR 2.12: [|"Non-Essential Functionality"|]'],
    ['// @iec62443 SR 3.4: [|"Physical access to communication paths"|]'],
    ["// @iec62443 CR 3.7 [|least functionality|]"],
    ["// @iec62443 CR 3.9 [|Software Integrity|]"],
    ['// @iec62443 CR 3.9 [|"Software Integrity"|]'],
    ["// @iec62443 CR 3.9 [|(Software Integrity)|]"],
    ['// @iec62443 SR 3.1 [|"Resource management"|]'],
    ['// @iec62443 CR 2.12 [|"Non-Essential Functionality"|]'],
    ['// @iec62443 SR 3.4 [|"Physical access to communication paths"|]'],
  ])("finds %s", (source) => {
    expect(messages(code, source)).toMatchSnapshot();
  });

  test("offers the requirement that has the title", () => {
    expect(fixed(code, "// @iec62443 verifies CR 3.7: [|least functionality|]")).toEqual({
      "Change to CR 7.7": "// @iec62443 verifies CR 7.7: least functionality",
    });
  });
});

import { expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { formatReference } from "../../../server/src/core/reference.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";

/**
 * What stands in public sources and documents, in the words of their authors. The lists are copies: what is
 * collected later is added by hand.
 */
const URI = `${ROOT}/a.c`;
const EVERY_PART: Partial<Project> = { parts: ["4-2", "3-3", "4-1", "2-4", "2-1"] };

function read(comment: string) {
  const snapshot = snapshotOf({ [URI]: `// ${comment}\nint x;\n` }, EVERY_PART);
  const claims = (snapshot.index.inFile(URI)?.annotations ?? []).flatMap((it) => it.claims);
  return {
    claims: claims.map((it) => formatReference(it.reference)).join(", "),
    findings: check(snapshot, URI),
  };
}

function malformed(comment: string): readonly string[] {
  return read(comment)
    .findings.filter((it) => it.code === "malformed-annotation")
    .flatMap((it) => it.fixes.map((fix) => fix.edits.map((edit) => edit.newText).join()));
}

test.each([
  ["IEC 62443-4-2 CR 1.1", "CR 1.1"],
  ["62443-4-2 CR 1.1", "CR 1.1"],
  ["IEC 62443-3-3 SR 1.1", "SR 1.1"],
  ["62443-4-1 SM-1", "SM-1"],
  ["SR 1.1 RE 1", "SR 1.1 RE(1)"],
  ["CR 1.1 (1)", "CR 1.1 RE(1)"],
  ["CR 1.1 RE(1)", "CR 1.1 RE(1)"],
  ["CR 1.1 RE 1", "CR 1.1 RE(1)"],
  ["SR 3.4 RE 1", "SR 3.4 RE(1)"],
  ["CR 1.1(1)", "CR 1.1 RE(1)"],
  ["CR 1.14 RE1", "CR 1.14 RE(1)"],
  ["SR 3.4 RE1", "SR 3.4 RE(1)"],
  ["SR 3.4 RE(1)", "SR 3.4 RE(1)"],
  ["CR 1.1 RE1", "CR 1.1 RE(1)"],
  ["IEC62443-4-2 CR 3.11", "CR 3.11"],
  ["IEC 62443-4-2:2019 - CR 1.1", "CR 1.1"],
  ["IEC 62443-3-3/SR 1.13, RE1", "SR 1.13, SR 1.13 RE(1)"],
  ["IEC 62443-4-1/SM-8", "SM-8"],
  ["IEC 62443 SR 3.4", "SR 3.4"],
  ["62443 CR 3.6", "CR 3.6"],
  ["CR-1.1", "CR 1.1"],
  ["CR-1.1 RE(2)", "CR 1.1 RE(2)"],
  ["CR 1.2-RE(1)", "CR 1.2 RE(1)"],
  ["CR1.2-RE(1)", "CR 1.2 RE(1)"],
  ["CR – 3.5", "CR 3.5"],
  ["cr-1.1-re-1", "CR 1.1 RE(1)"],
  ["cr-1.1_re.2", "CR 1.1 RE(2)"],
  ["CR 3.02 RE(1)", "CR 3.2 RE(1)"],
  ["CR 1.08", "CR 1.8"],
  ["CR 1.1: RE (1)", "CR 1.1 RE(1)"],
  ["CR 1.1(1)(2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 (1) (2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 2.1 + RE(1)(2)", "CR 2.1, CR 2.1 RE(1), CR 2.1 RE(2)"],
  ["CR 4.2 (+RE1, RE2)", "CR 4.2, CR 4.2 RE(1), CR 4.2 RE(2)"],
  ["CR 1.1, 1.3, 1.7", "CR 1.1, CR 1.3, CR 1.7"],
  ["EDR 3.11/3.14", "EDR 3.11, EDR 3.14"],
  ["EDR / HDR / NDR 3.14", "EDR 3.14, HDR 3.14, NDR 3.14"],
  ["EDR / HDR/ NDR 3.14", "EDR 3.14, HDR 3.14, NDR 3.14"],
  ["EDR/NDR 3.10", "EDR 3.10, NDR 3.10"],
  ["SR/CR 1.1", "SR 1.1, CR 1.1"],
  ["SR 7.1/7.2", "SR 7.1, SR 7.2"],
  ["SM-9/SM-10", "SM-9, SM-10"],
  ["SP.01.01BR", "SP.01.01"],
  ["SP.01.01 BR", "SP.01.01"],
  ["SP.01.01RE(1)", "SP.01.01 RE(1)"],
  ["62443-2-1:2024 5.5", "2-1:2024 5.5"],
  ["CR 1.2(1)", "CR 1.2 RE(1)"],
  ["CR 1.5(a)", "CR 1.5(a)"],
  ["NDR 5.2(3)", "NDR 5.2 RE(3)"],
  ["EDR 3.13(b)", "EDR 3.13(b)"],
  ["CR 1.1 (5.3.3(1))", "CR 1.1 RE(1)"],
  ["NDR 5.2 RE(1)", "NDR 5.2 RE(1)"],
  ["CR 7.3 (+RE1)", "CR 7.3, CR 7.3 RE(1)"],
  ["CR 2.3, 2.5, 2.6, 2.7, EDR 2.4", "CR 2.3, CR 2.5, CR 2.6, CR 2.7, EDR 2.4"],
  ["CR 3.3 CR 3.4, EDR 3.10", "CR 3.3, CR 3.4, EDR 3.10"],
  ["EDR 3.12 / 3.13", "EDR 3.12, EDR 3.13"],
  ["CR 1.1 (1) – Title", "CR 1.1 RE(1)"],
  ["CR 3.1 – Title (1) Title", "CR 3.1"],
])("%s is understood", (written, claims) => {
  const found = read(`@iec62443 ${written}`);
  expect(found.claims).toBe(claims);
  expect(found.findings.filter((it) => it.level === "error")).toEqual([]);
});

test.each([
  ["CR 1.1-RE", ["CR 1.1", "CR 1.1 RE(1)"]],
  ["62443-4-2:CR", []],
  ["ISA-62443-4-2", []],
  ["ISA/IEC 62443", []],
  ["IEC 62443 4-2", []],
  ["TC_CR4.2-RE1_1", ["CR 4.2 RE(1)"]],
  ["CR 1.3–1.5", ["CR 1.3, CR 1.4, CR 1.5"]],
  ["SR 4.x", []],
  ["SM-1…SM-13", [Array.from({ length: 13 }, (_, i) => `SM-${i + 1}`).join(", ")]],
])("%s names no requirement, or too many, and is a finding", (written, fixes) => {
  const { claims, findings } = read(`@iec62443 ${written}`);
  expect(claims).toBe("");
  expect(findings.map((it) => it.code)).toEqual(["malformed-annotation"]);
  expect(malformed(`@iec62443 ${written}`)).toEqual(fixes);
});

test.each<[string, string, readonly string[]]>([
  ["CR 6.2.1", "malformed-annotation", ["Change to CR 6.2"]],
  ["EDR 3.12 RE", "malformed-annotation", ["Change to EDR 3.12"]],
  ["EDR 3.12 RE(1)", "unknown-requirement", ["Change to EDR 3.12"]],
  ['CR 2.12 "Non-Essential Functionality"', "other-title", []],
  ['CR 3.9 "Software Integrity"', "other-title", ["Change to CR 3.4"]],
  ["CR 3.9 Software Integrity", "other-title", ["Change to CR 3.4"]],
  ['SR 3.4 "Physical access to communication paths"', "other-title", []],
  ["CR 3.7: least functionality", "other-title", ["Change to CR 7.7"]],
  ['SR 3.1 "Resource management"', "other-title", ["Change to SR 7.2"]],
])("%s is wrong: %s", (written, code, fixes) => {
  const found = read(`@iec62443 ${written}`).findings.filter((it) => it.code === code);
  expect(found.map((it) => it.fixes.map((fix) => fix.title))).toEqual([fixes]);
});

const LOOK_ALIKES = [
  "JCR 1.14",
  "DSCR 1.14",
  "SCR 1.14",
  "PCR-1.14",
  "CR 1.14.3",
  "REQ-CR-1.14",
  "fortiedr-3.6",
  "FSR 4.1 RE",
  "@iec62443/package",
  "Gndr 5.20",
  "RandR 1.6",
  "SAR 2.4M",
  "Pulsar 2.4",
  "NDR 1.6.2.xsd",
];

test.each([...LOOK_ALIKES, "CR1.14", "EDR-3.1", "SR-1", "SI-3", "SI-7", "SR-2"])(
  "%s says nothing in an ordinary comment",
  (written) => {
    for (const comment of [written, `see ${written} there`, `${written}: text`]) {
      expect(read(comment)).toEqual({ claims: "", findings: [] });
    }
  },
);

test.each(LOOK_ALIKES)("%s claims nothing behind the marker either", (written) => {
  expect(read(`@iec62443 ${written}`).claims).toBe("");
});

// These have the form of an id: where the author writes the marker, it is one, or one that does not exist.
test.each([
  ["CR1.14", "noncanonical-reference"],
  ["EDR-3.1", "unknown-requirement"],
  ["SI-3", "unknown-requirement"],
  ["SI-7", "unknown-requirement"],
])("%s behind the marker is an id: %s", (written, code) => {
  expect(read(`@iec62443 ${written}`).findings.map((it) => it.code)).toContain(code);
});

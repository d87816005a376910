import type { ComponentType } from "../catalog.ts";
import type { Status } from "../project.ts";
import type { PROJECT_KEYS } from "../projectFile.ts";
import type { RuleLevel } from "../rules/rule.ts";
import type { SCAN_KEYS } from "./scanSettings.ts";
import type { STATEMENT_KEYS } from "./statements.ts";

/** What the keys of a project file mean. The JSON schema says the same; a test holds the two together. */
export const PROJECT_TEXTS: Readonly<Record<(typeof PROJECT_KEYS)[number], string>> = {
  product: "What the product is called in the tree and in reports. Without it, the folder's name.",
  component: "Which component types of part 4-2 the product has. Without it, all four.",
  parts:
    "Which parts are to be covered, in the newest edition or in one named as in 2-1:2009. Without it, 4-2 and the parts of your own catalogs.",
  target:
    "The SL-C aimed at: one for all foundational requirements, or one for each: { FR 1: 3, FR 2: 2 }. Without it, every level is listed.",
  statements: "What holds for requirements and stands in no line of code.",
  catalogs:
    "Files with requirements of your own, or with wording for those of the series, by their paths from here: company-rules.yaml.",
  scan: "Which files are read, and as what.",
  rules: "How loud the findings of each rule are.",
};

export const STATEMENT_TEXTS: Readonly<Record<(typeof STATEMENT_KEYS)[number], string>> = {
  requirement: "An id such as CR 1.5 or CR 1.1 RE(1), or a list of them.",
  status:
    "What holds for it. not-applicable takes it out of the coverage, compensating says that something else meets it; both need a reason.",
  reason: "Why, in a sentence that an assessor can check.",
  owner: "Who answers for the statement.",
  reviewed: "When it was last looked at.",
  expires: "When it has to be looked at again. Behind this day the statement no longer counts.",
  evidence: "Documents that show it.",
};

export const SCAN_TEXTS: Readonly<Record<(typeof SCAN_KEYS)[number], string>> = {
  include: "Globs of files to read although .gitignore or a default leaves them out.",
  exclude: "Globs of files not to read.",
  maxFileSize:
    "Larger files are not read, but listed as skipped: 2MiB, 500 kB or a number of bytes.",
  languages: 'Which language the files of a glob are in: { "*.inc": c }.',
};

export const STATUS_TEXTS: Readonly<Record<Status, string>> = {
  "not-applicable": "The requirement does not apply to this component. Needs a reason.",
  compensating:
    "Something else meets the requirement: the platform, the configuration, the integrator's system. Needs a reason.",
  planned: "The requirement is still to be met.",
  implemented: "The requirement is met, by what no annotation can stand beside.",
  verified: "A test or an assessment outside of the code shows that the requirement is met.",
};

export const COMPONENT_TEXTS: Readonly<Record<ComponentType, string>> = {
  SAR: "A software application: the requirements that begin with SAR are its own.",
  EDR: "An embedded device: the requirements that begin with EDR are its own.",
  HDR: "A host device: the requirements that begin with HDR are its own.",
  NDR: "A network device: the requirements that begin with NDR are its own.",
};

export const RULE_LEVEL_TEXTS: Readonly<Record<RuleLevel, string>> = {
  error: "Shown as an error. iec62443 check fails.",
  warning: "Shown as a warning. iec62443 check fails with --fail-on warning.",
  info: "Shown as information. iec62443 check fails with --fail-on info.",
  hint: "Shown where the editor marks hints, never as a failure.",
  off: "Not looked for.",
};

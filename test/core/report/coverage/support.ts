import { createHash } from "node:crypto";
import { reportHtml } from "../../../../server/src/core/report/coverage/html/reportHtml.ts";
import type { HtmlAbout } from "../../../../server/src/core/report/coverage/html/view.ts";
import {
  type ReportedProject,
  type ReportResult,
  reportOf,
} from "../../../../server/src/core/report/coverage/report.ts";
import type { ReportedItem } from "../../../../server/src/core/report/coverage/reportItem.ts";
import type { MarkdownAbout } from "../../../../server/src/core/report/coverage/reportMarkdown.ts";
import type { Difference } from "../../../../server/src/core/report/difference.ts";
import { linksBy } from "../../../../server/src/core/report/permalink.ts";
import { builtInCatalog } from "../../../../server/src/workspace/builtInCatalog.ts";
import { projectFileOf } from "../../../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../../../support/snapshotOf.ts";

const { foundational } = builtInCatalog();

export const MARKDOWN_ABOUT: MarkdownAbout = { foundational, notes: [] };

export const HTML_ABOUT: HtmlAbout = {
  foundational,
  notes: [],
  skipped: [],
  claims: 4,
  files: 2,
  version: "0.0.0",
  sha256: (text) => createHash("sha256").update(text).digest("base64"),
};

/** A product with something of everything that a report tells. */
export const FILES = {
  "src/login.c": `// @iec62443 CR 1.1: by name
int login(void);
// @iec62443 partial CR 1.5(a): no lock yet
int password;
// @iec62443 planned CR 2.5: PLC-7
// @iec62443 CR 2.2
int radio;
`,
  "test/login.c": "// @iec62443 verifies CR 1.1\nint test_login(void);\n",
} as const;

export const PROJECT_FILE = `product: Pump
component: [embedded-device]
target: 1
statements:
  - requirement: CR 2.2
    status: not-applicable
    reason: There is no radio.
    owner: security@pump.example
    reviewed: 2026-10-01
    expires: 2027-10-01
    evidence: [docs/threats.md, docs/radio.md]
  - requirement: CR 7.2
    status: compensating
    reason: The operating system does.
    expires: 2025-01-01
`;

export const DIFFERENCE: Difference = {
  product: "Pump",
  baseline: "base.json",
  isWorse: true,
  changes: [
    {
      kind: "state-fell",
      isWorse: true,
      about: "CR 7.2",
      text: "CR 7.2  compensated → missing",
    },
    {
      kind: "claim-new",
      isWorse: false,
      about: "CR 1.5",
      text: "partial CR 1.5  src/login.c",
      path: "src/login.c",
      line: 3,
    },
  ],
};

const linkTo = linksBy("https://forge.example/x/blob/{revision}/{path}#L{line}", "0a1b2c3");

/** The report of files under a project file. */
export function resultOf(
  files: Readonly<Record<string, string>> = FILES,
  projectFile = PROJECT_FILE,
): ReportResult {
  return reportOf(snapshotOf(files, projectFileOf(projectFile)), { base: ROOT, linkTo });
}

/** The one product of a report, changed. */
export function changed(
  change: (project: ReportedProject) => Partial<ReportedProject>,
  result: ReportResult = resultOf(),
): ReportResult {
  return { ...result, projects: result.projects.map((it) => ({ ...it, ...change(it) })) };
}

/** The report of the sample, in which whoever writes code or a project file has written a text everywhere. */
export function withText(text: string): ReportResult {
  const { projects, ...rest } = changed(({ items, components }) => ({
    product: text,
    path: text,
    parts: ["4-2", text],
    components: [...components, text],
    items: items.map((it) => spoiled(it, text)),
  }));
  return {
    ...rest,
    revision: text,
    projects,
    difference: {
      ...DIFFERENCE,
      product: text,
      baseline: text,
      changes: DIFFERENCE.changes.map((it) => ({ ...it, about: text, text, path: text, line: 1 })),
    },
  };
}

function spoiled(item: ReportedItem, text: string): ReportedItem {
  const { claims, statements, contradiction, next } = item;
  return {
    ...item,
    title: text,
    claims: claims.map((it) => ({ ...it, path: text, subject: text, text })),
    statements: statements.map((it) => ({
      ...it,
      reason: text,
      owner: text,
      evidence: [text],
      ...(it.expires !== undefined && { expires: text }),
      ...(it.reviewed !== undefined && { reviewed: text }),
    })),
    ...(contradiction !== undefined && { contradiction: { denies: text, claims: text } }),
    ...(next !== undefined && { next: text }),
  };
}

/** The whole page. */
export function page(result: ReportResult, about: Partial<HtmlAbout> = {}): string {
  return [...reportHtml(result, { ...HTML_ABOUT, ...about })].join("");
}

/** What people write to see whether it becomes more than text. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "</td></table><h1>x</h1>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "--> <!-- x",
  "</code></details></style><b>x",
  "a | b \\| c \\\\| d",
  "`a` ``b`` | `c",
  "[x](javascript:alert(1)) ![x](https://evil.example/x.png)",
  "@org/team, user@mail.example, #12, !34, GH-5, org/x#6, ~bug, %v1, &9, $3",
  "https://evil.example www.evil.example",
  "0123456789abcdef0123456789abcdef01234567",
  "# x\n\n- x\r\n```\n| a |\n|---|",
  "\u202e\u2066x\u0000\u001b[31m::error::x%0A",
  "&lt;b&gt; &#60;i&#62; &amp;",
  "**a** _b_ ~~c~~ <b>",
  'https://x.example/?a=1&copy="><b>',
  "",
  "x".repeat(5000),
] as const;

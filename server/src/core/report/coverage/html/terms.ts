import { type Html, html, type Part } from "./html.ts";
import { stateMark } from "./marks.ts";
import { heading } from "./view.ts";

export const TERMS_ANCHOR = "on-terms";

/** What the words of the report mean, in our own. */
const TERMS: readonly (readonly [Part, string])[] = [
  [
    "SL-C",
    "Security level capability, 1 to 4: what a component can do when it is set up and used as intended. It is reached where every applicable requirement of that level, and of those below, is met.",
  ],
  [
    "Target",
    "The SL-C that the project file aims at, for all foundational requirements (FR) or for each.",
  ],
  [
    "Applicable",
    "A requirement or enhancement (RE) that the target and the component type ask for, without what does not apply. Met and verified are counted of these.",
  ],
  ["Met", "Verified, implemented or compensated."],
  [
    stateMark("verified"),
    "A claim says that code implements it, and another that a test shows it. This program reads the claims; it does not run the tests.",
  ],
  [
    stateMark("implemented"),
    "A claim or a statement says that it is met; no test claims to show it.",
  ],
  [
    stateMark("compensated"),
    "Met by something else, such as the platform or the system around it; the reason is given.",
  ],
  [stateMark("partial"), "Code meets a part of it; the text says what is missing. Not met."],
  [stateMark("planned"), "To be met later. Not met."],
  [stateMark("missing"), "Nothing that counts is said of it. Not met."],
  [
    stateMark("not-applicable"),
    "Does not apply to this component; the reason is given. Counted apart, never as met.",
  ],
  ["Claim", "An annotation in a comment: code or a test is said to answer a requirement."],
  ["Statement", "What the project file says of a requirement, with a reason, an owner and dates."],
];

/** The words of the report, and whose titles these are. */
export function* termsHtml(): Iterable<Html> {
  yield heading(2, TERMS_ANCHOR, "Terms");
  yield html`<dl class="terms">
${TERMS.map(
  ([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>
`,
)}</dl>
<p class="note">Ids and titles are those of the standard. Its text is not part of this report: it has to be bought from IEC or a national member. Whether a claim holds is for a person to judge; this report tells what is claimed, and where to look.</p>
`;
}

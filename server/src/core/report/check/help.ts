/** What a person who meets a result for the first time wants to know. */
export interface Help {
  /** What it means, in sentences. */
  readonly meaning: string;
  /** What to do about it, in sentences. */
  readonly action: string;
  /** How it looks when all is well. */
  readonly example?: string;
}

/** The help for each code that `check` can tell. A new rule is a line here, too: a test asks for it. */
export const HELP: Readonly<Record<string, Help>> = {
  "malformed-annotation": {
    meaning:
      "A comment line begins as an annotation, but what stands behind the word, or a part of it, is no requirement. What cannot be read counts for nothing.",
    action:
      "Name the requirements by their ids, with commas between them. Write a range out, id by id.",
    example: "// @iec62443 CR 1.3, CR 1.4: personal accounts",
  },
  "unknown-requirement": {
    meaning:
      "The id has the form of a requirement, but its part of the standard has none of this number. The claim counts for nothing.",
    action: "Correct the id. The message names the nearest ones that exist.",
    example: "// @iec62443 CR 1.5",
  },
  "reason-required": {
    meaning:
      "Who says that a requirement is met in part, met by something else, or does not apply, has to say why: without a reason nobody can review it, and it changes no state.",
    action: "Write a colon behind the last requirement, and the reason behind it.",
    example: "// @iec62443 not-applicable CR 2.2: the device has no radio",
  },
  contradiction: {
    meaning:
      "One place says that the requirement does not apply, another that it is met, tested or met in part. Both cannot be true of one product.",
    action: "Keep what is true and take the other back.",
  },
  "placeholder-requirement": {
    meaning:
      "Some numbers of the standard are headings: what they ask depends on the kind of component, or is said elsewhere. A claim of the heading alone counts for nothing.",
    action: "Name the requirement below the heading that your component has to meet.",
    example: "// @iec62443 EDR 3.11",
  },
  "other-component": {
    meaning:
      "The requirement is one for another kind of component than the project file names, so the product does not have to meet it.",
    action:
      "Name the requirement for your kind of component, or add the kind under component in the project file.",
    example: "component: [embedded-device]",
  },
  "other-title": {
    meaning:
      "The words behind the id are the title of another requirement. One of the two was likely mistyped.",
    action: "Correct the id, or say in your own words how the code meets the requirement.",
  },
  "enhancement-without-base": {
    meaning:
      "An enhancement only adds to its base requirement. Nothing in the project claims the base, so the enhancement alone does not hold.",
    action: "Claim the base where code meets it, or say in the project file why it does not apply.",
    example: "// @iec62443 CR 1.1, CR 1.1 RE(1)",
  },
  "expired-statement": {
    meaning:
      "A statement of the project file was good until a day that has passed. Since then it is as if it were not written.",
    action: "Review it and set a new date, or take it out.",
    example: "expires: 2027-10-01",
  },
  "unknown-file-type": {
    meaning:
      "The file holds the word of an annotation, but nothing tells which of its characters are comments. Its annotations are not counted.",
    action: "Name its language under scan.languages in the project file.",
    example: 'scan: { languages: { "*.inc": c } }',
  },
  "other-part": {
    meaning:
      "The requirement belongs to a part of the standard that the project does not cover. The claim is understood, but not counted.",
    action:
      "Claim the counterpart in a part that is covered, or name the part under parts in the project file.",
    example: 'parts: ["4-2", "4-1"]',
  },
  "missing-foundation": {
    meaning:
      "What is claimed usually rests on something else that nothing in the project claims. This is guidance of ours, and no rule of the standard.",
    action: "Claim the foundation where code meets it, or state why there is none.",
  },
  uncovered: {
    meaning:
      "The target of the project asks for this requirement, and neither code nor project file says anything of it.",
    action:
      "Write an annotation above the code that meets it, or say in the project file who meets it or why it does not apply.",
    example: "// @iec62443 CR 1.5",
  },
  unverified: {
    meaning: "Code claims to meet the requirement, and no test claims to show it.",
    action: "Write an annotation above a test that shows it.",
    example: "// @iec62443 verifies CR 1.5",
  },
  "duplicate-claim": {
    meaning: "The same claim stands twice for the same piece of code. It counts once.",
    action: "Remove one of the two.",
  },
  "noncanonical-reference": {
    meaning:
      "The reference is understood and counted, but written in another way than usual, so a search for the usual one misses it.",
    action: "Write it in the usual way; an editor does so by a fix.",
    example: "// @iec62443 CR 1.5",
  },
  "invalid-project-file": {
    meaning:
      "Something in the project file cannot be read or is not known. The rest of the file still counts.",
    action: "Correct what the message names.",
    example: "product: PLC 300\ncomponent: [embedded-device]\ntarget: 2",
  },
  "invalid-catalog": {
    meaning:
      "Something in a catalog file of the project cannot be read or may not be said there. The rest of the file still counts.",
    action: "Correct what the message names.",
  },
  "claim-lost": {
    meaning:
      "When the baseline was written, code claimed this requirement. Neither this file nor another one does so any more: evidence that was there is gone.",
    action:
      "Bring the annotation back together with its code, or accept the loss: --write-baseline writes the baseline anew.",
  },
  "state-fell": {
    meaning: "The requirement is further from being met than when the baseline was written.",
    action:
      "Bring back what met it, or accept the new state: --write-baseline writes the baseline anew.",
  },
  "finding-new": {
    meaning: "The finding was not there when the baseline was written.",
    action: "Repair what it names, or accept it: --write-baseline writes the baseline anew.",
  },
};

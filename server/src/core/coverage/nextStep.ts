import type { Item } from "../coverage.ts";
import type { Project, Statement } from "../project.ts";
import { formatReference } from "../reference.ts";
import type { Location } from "../rules/rule.ts";
import type { Saying } from "./sayings.ts";
import { isMet, isOpen, lettersOf, type StateOfLetter } from "./state.ts";

/** What brings an item nearer to being met, in sentences, and where it is to be done. */
export interface NextStep {
  readonly text: string;
  /** The same for who has just read what is said of the item; absent where the text repeats nothing of it. */
  readonly brief?: string;
  readonly place?: Location;
}

/** The nearest next step for an item that is open; nothing for any other. */
export function nextStepOf(item: Item, project: Project): NextStep | undefined {
  if (!isOpen(item.state)) return undefined;
  const about = { item, project, name: formatReference(item.reference) };
  if (item.state === "partial") return finish(about) ?? claimLetters(about) ?? claim(about);
  if (item.state === "planned") return carryOut(about) ?? claim(about);
  return (
    giveReason(about) ??
    review(about) ??
    claimWhatIsTested(about) ??
    lookAtBase(about) ??
    claim(about)
  );
}

/** The item in question, what it is called, and whose it is. */
interface About {
  readonly item: Item;
  readonly project: Project;
  readonly name: string;
}

function claim({ project, name }: About): NextStep {
  const file = project.file === undefined ? "a project file" : "the project file";
  return {
    text: `Write @iec62443 ${name} above the code that meets it, or say in ${file} why there is none.`,
  };
}

function finish(about: About): NextStep | undefined {
  const { kinds, requirement } = about.item;
  const letters = lettersOf(kinds, requirement.items).filter((it) => it.state === "partial");
  const partial = sayingsThatCount(about.item).find(
    ({ relation, letter }) =>
      relation === "partial" &&
      (letter === undefined || letters.some((it) => it.letter === letter)),
  );
  if (partial === undefined) return undefined;
  const part = nameIn(about.item, partial);
  const place = placeOf(partial, about.project);
  const text = textOf(partial);
  if (text === undefined) {
    return {
      text: `Code meets ${part} in part. Say there what is missing, finish it, then take out the word partial.`,
      ...place,
    };
  }
  return {
    text: `Code meets ${part} in part: “${text}”. Finish it, then take out the word partial.`,
    brief: "Finish what is missing there, then take out the word partial.",
    ...place,
  };
}

function claimLetters({ item, name }: About): NextStep | undefined {
  const letters = lettersOf(item.kinds, item.requirement.items);
  const open = letters.filter((it) => isOpen(it.state));
  if (open.length === 0) return undefined;
  const met = letters.filter((it) => isMet(it.state));
  const verb = open.length === 1 ? "is" : "are";
  const claims = open.map(({ letter }) => nameOfLetter(item, letter)).join(", ");
  const what = open.length === 1 ? "it" : "them";
  return {
    text: `Of ${name}, ${inWords(met)} ${met.length === 1 ? "is" : "are"} met and ${inWords(open)} ${verb} open. Write @iec62443 ${claims} above the code that meets ${what}.`,
  };
}

/** `(a), (b) and (d)` */
function inWords(letters: readonly StateOfLetter[]): string {
  const names = letters.map((it) => `(${it.letter})`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}

function carryOut({ item, project }: About): NextStep | undefined {
  const plan = sayingsThatCount(item).find((it) => it.relation === "planned");
  if (plan === undefined) return undefined;
  const name = nameIn(item, plan);
  const text = textOf(plan);
  const done = isClaim(plan)
    ? "take out the word planned"
    : `write @iec62443 ${name} above the code`;
  return {
    text: `${name} is planned${text === undefined ? "" : `: “${text}”`}. When it is done, ${done}.`,
    brief: `When it is done, ${done}.`,
    ...placeOf(plan, project),
  };
}

/** What would take it out of the count, or meet it elsewhere, if only it said why. */
function giveReason({ item, project }: About): NextStep | undefined {
  const silent = sayingsThatCount(item).find(
    (it) => !it.isJustified && NEEDS_REASON.has(it.relation),
  );
  if (silent === undefined) return undefined;
  const name = nameIn(item, silent);
  const claim = silent.relation === "compensating" ? "is compensated" : "does not apply";
  const how = isClaim(silent) ? "Write the reason behind a colon" : "Give the statement a reason";
  return {
    text: `Nothing says why ${name} ${claim}, so it still counts as missing. ${how}.`,
    ...placeOf(silent, project),
  };
}

const NEEDS_REASON: ReadonlySet<string> = new Set(["compensating", "not-applicable"]);

function review({ item, project, name }: About): NextStep | undefined {
  // Without a day to compare: of what the project file says, what is not said has expired.
  const mayHaveExpired = item.statements.filter((it) => it.expires !== undefined);
  const expired = mayHaveExpired.find((it) => !item.sayings.some(({ from }) => from === it));
  if (expired === undefined) return undefined;
  return {
    text: `The statement that ${name} ${WORDS[expired.status]} expired on ${expired.expires} and counts no more. Review it and write a later day, or write @iec62443 ${name} above the code that meets it.`,
    ...placeInFile(project, expired.range),
  };
}

const WORDS: Readonly<Record<Statement["status"], string>> = {
  "not-applicable": "does not apply",
  compensating: "is compensated",
  planned: "is planned",
  implemented: "is implemented",
  verified: "is verified",
};

function claimWhatIsTested({ item, project }: About): NextStep | undefined {
  const test = sayingsThatCount(item).find((it) => it.relation === "verifies");
  if (test === undefined) return undefined;
  const name = nameIn(item, test);
  return {
    text: `A test verifies ${name}, but no code claims it. Write @iec62443 ${name} above the code that is tested.`,
    ...placeOf(test, project),
  };
}

function lookAtBase(about: About): NextStep | undefined {
  const { item, name } = about;
  const { base } = item;
  if (base === undefined || isMet(base.state)) return undefined;
  const baseName = formatReference(base.reference);
  if (isOpen(base.state)) {
    return { text: `${name} extends ${baseName}, which is open too. Begin with ${baseName}.` };
  }
  return {
    text: `${name} extends ${baseName}, which does not apply. Say the same of ${name} in the project file, or write @iec62443 ${name} above the code that meets it.`,
  };
}

/** Without what is said of letters that do not exist. */
function sayingsThatCount({ kinds, requirement }: Item): readonly Saying[] {
  return kinds.filter(({ letter }) => letter === undefined || requirement.items.includes(letter));
}

function nameIn(item: Item, { letter }: Saying): string {
  return letter === undefined ? formatReference(item.reference) : nameOfLetter(item, letter);
}

function nameOfLetter({ reference }: Item, letter: string): string {
  return formatReference({ ...reference, item: letter });
}

function isClaim({ from }: Saying): boolean {
  return "annotation" in from;
}

const LONGEST_QUOTE = 120;

function textOf({ from, isJustified }: Saying): string | undefined {
  const text = "annotation" in from ? from.annotation.text : from.reason;
  if (text === undefined || !isJustified) return undefined;
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text;
}

function placeOf({ from }: Saying, project: Project): { readonly place?: Location } {
  if (!("annotation" in from)) return placeInFile(project, from.range);
  return { place: { uri: from.uri, range: from.claim.range } };
}

function placeInFile({ file }: Project, range: Location["range"]): { readonly place?: Location } {
  return file === undefined ? {} : { place: { uri: file, range } };
}

import type { ClaimsOfItem, ClaimsParams, WireClaim } from "../../server/src/protocol/coverage.ts";
import { itemKey } from "./itemKey.ts";

/** The claims of one item or of a project; nothing where the server does not answer. */
export type Claims = readonly ClaimsOfItem[] | undefined;

/** The claims of a project by `itemKey` of their item. */
export type ClaimsByItem = ReadonlyMap<string, readonly WireClaim[]>;

type ItemOfClaims = Pick<ClaimsOfItem, "part" | "reference">;

/**
 * The claims that views asked for, kept until the index changes. To one question there is one request
 * at a time and at most one behind it, however many wait: so no answer can overtake a newer one.
 */
export class ClaimStore {
  readonly #ask: (params: ClaimsParams) => Promise<Claims>;
  readonly #questions = new Map<string, Question>();
  #age = 0;

  constructor(ask: (params: ClaimsParams) => Promise<Claims>) {
    this.#ask = ask;
  }

  /** Whether anything was asked for since the index changed. */
  get isUsed(): boolean {
    return this.#questions.size > 0;
  }

  /** What is known may be wrong from now on: whoever asks next gets an answer of the server. */
  forget(): void {
    this.#age++;
    for (const [key, question] of this.#questions) {
      if (question.running === undefined) this.#questions.delete(key);
    }
  }

  /** The claims of an item. What the whole project's answer holds already is not asked for again. */
  async ofItem(project: string, item: ItemOfClaims): Promise<readonly WireClaim[] | undefined> {
    const whole = this.#questions.get(project)?.answer;
    const claims = isOfAge(whole, this.#age) ? whole.claims : await this.#claims({ project, item });
    return claims && (claims.find((it) => itemKey(it) === itemKey(item))?.claims ?? []);
  }

  /** The claims of all items of a project. */
  async ofProject(project: string): Promise<ClaimsByItem | undefined> {
    const claims = await this.#claims({ project });
    return claims && new Map(claims.map((it) => [itemKey(it), it.claims]));
  }

  #claims(params: ClaimsParams): Promise<Claims> {
    const question = this.#question(params);
    const { answer, running } = question;
    if (isOfAge(answer, this.#age)) return Promise.resolve(answer.claims);
    if (running === undefined) return this.#start(question, params);
    if (running.age === this.#age) return running.claims;
    question.next ??= running.claims.then(() => {
      delete question.next;
      return this.#claims(params);
    });
    return question.next;
  }

  async #start(question: Question, params: ClaimsParams): Promise<Claims> {
    const age = this.#age;
    const asked = this.#ask(params).then((claims) => {
      delete question.running;
      if (claims !== undefined) question.answer = { age, claims };
      return claims;
    });
    question.running = { age, claims: asked };
    return asked;
  }

  #question({ project, item }: ClaimsParams): Question {
    const key = item === undefined ? project : `${project} ${itemKey(item)}`;
    const known = this.#questions.get(key);
    if (known !== undefined) return known;
    const question: Question = {};
    this.#questions.set(key, question);
    return question;
  }
}

interface Question {
  answer?: Answer;
  running?: { readonly age: number; readonly claims: Promise<Claims> };
  /** Begins when the running request has been answered. */
  next?: Promise<Claims>;
}

interface Answer {
  readonly age: number;
  readonly claims: readonly ClaimsOfItem[];
}

function isOfAge(answer: Answer | undefined, age: number): answer is Answer {
  return answer?.age === age;
}

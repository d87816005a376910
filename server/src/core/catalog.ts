import type { Counterpart, Mapping } from "./catalog/mapping.ts";
import { NO_SERIES, type Series } from "./catalog/series.ts";
import type { Reference } from "./reference.ts";

/** An SL-C value: 1 to 4. */
export const SECURITY_LEVELS = [1, 2, 3, 4] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

/** The component types of part 4-2, by the prefix of their own requirements. */
export const COMPONENT_TYPES = ["SAR", "EDR", "HDR", "NDR"] as const;
export type ComponentType = (typeof COMPONENT_TYPES)[number];

/** What each component type is called in prose, and in the project file with dashes. */
export const COMPONENT_NAMES: Readonly<Record<ComponentType, string>> = {
  SAR: "software application",
  EDR: "embedded device",
  HDR: "host device",
  NDR: "network device",
};

/** What a component type is called in a project file and on the command line: `embedded-device`. */
export function componentWord(type: ComponentType): string {
  return COMPONENT_NAMES[type].replaceAll(" ", "-");
}

/** `an embedded device`. */
export function aComponent(type: ComponentType): string {
  const name = COMPONENT_NAMES[type];
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

export type Confidence = "high" | "medium" | "low";

/** A requirement enhancement, RE(n). */
export interface Enhancement {
  readonly number: number;
  /** Absent where no title is known. */
  readonly title?: string;
  /** Our own words; absent where no more than the number is known. */
  readonly summary?: string;
  readonly levels: readonly SecurityLevel[];
}

/** One entry of a catalog file, as written there. */
export interface Requirement {
  readonly part: string;
  readonly edition: string;
  /** Canonical id: `CR 1.5`. */
  readonly id: string;
  /** `CR`, `SAR`, `EDR`, `HDR`, `NDR`, `CCSC`… */
  readonly kind: string;
  /** Absent where no title is known: then its group is shown. */
  readonly title?: string;
  /** As sources shorten the title of a group: `IAC` for FR 1, `ORG` for SPE 1. */
  readonly abbreviation?: string;
  /** Our own words; absent where no more than the id and perhaps a title is known. */
  readonly summary?: string;
  /** Words that people look for it by and that its title lacks: `tls`, `jtag`. In small letters. */
  readonly keywords?: readonly string[];
  /** Foundational requirement 1 to 7; absent on CCSC. */
  readonly fr?: number;
  /** The id of the heading that it stands under, in the same part and edition: `SM` for `SM-4`. */
  readonly group?: string;
  /** Whether it is such a heading: a practice, an area, a foundational requirement. It asks nothing itself. */
  readonly isGroup?: true;
  /** SL-C levels at which the base requirement applies. */
  readonly levels: readonly SecurityLevel[];
  readonly componentTypes: readonly ComponentType[];
  readonly enhancements: readonly Enhancement[];
  /** Letters of the list items, as in `CR 1.5(a)`. */
  readonly items: readonly string[];
  /** Present on a heading that holds no requirement: the typed ids that do, perhaps none. */
  readonly redirectsTo?: readonly string[];
  readonly clause?: string;
  readonly confidence: Confidence;
  /** A remark for the reader, in our own words. */
  readonly note?: string;
  /** The catalog file of the project that its wording comes from, by its path; absent where it is ours. */
  readonly wordingFrom?: string;
}

/** A catalog file: one edition of one part. */
export interface CatalogPart {
  readonly part: string;
  readonly edition: string;
  readonly document: StandardDocument;
  /** What the catalog does not list completely: an id or an enhancement more may be right. */
  readonly unlisted?: "ids" | "enhancements";
  readonly requirements: readonly Omit<Requirement, "part" | "edition">[];
}

/** Where a part can be bought. */
export interface StandardDocument {
  /** `IEC 62443-4-2:2019`. */
  readonly designation: string;
  readonly title: string;
  readonly url: string;
}

/** A foundational requirement: `FR 1`. */
export interface Foundational {
  readonly number: number;
  readonly title: string;
  readonly abbreviation: string;
}

/** A step of a secure design. It is guidance of ours, and not a rule of the standard. */
export interface FoundationStep {
  /** What it is called: `root of trust`. */
  readonly step: string;
  readonly part: string;
  readonly fr: number;
  /** A claim of any of them is a claim of the step. */
  readonly requirements: readonly string[];
  /** The steps directly below it, by name. */
  readonly restsOn: readonly string[];
}

/** What a catalog is made of. */
export interface CatalogData {
  readonly parts: readonly CatalogPart[];
  readonly foundations?: readonly FoundationStep[];
  readonly counterparts?: readonly Counterpart[];
  readonly mappings?: readonly Mapping[];
  readonly series?: Series;
}

/** All requirements that are known, as an immutable value. What is made of its data is made on the first question. */
export class Catalog {
  readonly #read: () => CatalogData;
  #data: CatalogData | undefined;
  #foundational: readonly Foundational[] | undefined;
  #requirements: readonly Requirement[] | undefined;
  #byId: ReadonlyMap<string, readonly Requirement[]> | undefined;

  /** From its data, or from what answers it: many a run ends without a question. */
  constructor(data: CatalogData | (() => CatalogData)) {
    this.#read = typeof data === "function" ? data : () => data;
  }

  get #known(): CatalogData {
    this.#data ??= this.#read();
    return this.#data;
  }

  get parts(): readonly CatalogPart[] {
    return this.#known.parts;
  }

  /** FR 1 to FR 7, of part 1-1. */
  get foundational(): readonly Foundational[] {
    this.#foundational ??= foundationalOf(this.parts);
    return this.#foundational;
  }

  get foundations(): readonly FoundationStep[] {
    return this.#known.foundations ?? [];
  }

  get counterparts(): readonly Counterpart[] {
    return this.#known.counterparts ?? [];
  }

  get mappings(): readonly Mapping[] {
    return this.#known.mappings ?? [];
  }

  get series(): Series {
    return this.#known.series ?? NO_SERIES;
  }

  /** In the order of the catalog files. */
  get requirements(): readonly Requirement[] {
    this.#requirements ??= this.parts.flatMap(({ part, edition, requirements }) =>
      requirements.map((it) => ({ ...it, part, edition })),
    );
    return this.#requirements;
  }

  /** Whether any edition of the part is here at all. */
  knowsPart(part: string): boolean {
    return this.parts.some((it) => it.part === part);
  }

  /** The requirement that a reference names, its enhancement left aside; the newest edition first. */
  find({ part, edition, id }: Reference): Requirement | undefined {
    this.#byId ??= groupById(this.requirements);
    const editions = this.#byId.get(key(part, id)) ?? [];
    return editions.find((it) => edition === undefined || it.edition === edition);
  }

  documentOf({
    part,
    edition,
  }: Pick<Requirement, "part" | "edition">): StandardDocument | undefined {
    return this.parts.find((it) => it.part === part && it.edition === edition)?.document;
  }
}

function foundationalOf(parts: readonly CatalogPart[]): readonly Foundational[] {
  return parts
    .flatMap(({ requirements }) => requirements)
    .filter((it) => it.kind === "FR")
    .map(({ id, fr, title = id, abbreviation = id }) => ({ number: fr ?? 0, title, abbreviation }));
}

function groupById(
  requirements: readonly Requirement[],
): ReadonlyMap<string, readonly Requirement[]> {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const editions = groups.get(key(requirement.part, requirement.id)) ?? [];
    editions.push(requirement);
    // Not by locale: that alone would cost the start of the server some milliseconds.
    if (editions.length > 1) editions.sort((a, b) => (a.edition < b.edition ? 1 : -1));
    groups.set(key(requirement.part, requirement.id), editions);
  }
  return groups;
}

function key(part: string, id: string): string {
  return `${part} ${id}`;
}

/** The enhancement that a reference names, when it names one that exists. */
export function enhancementOf(
  requirement: Requirement,
  reference: Reference,
): Enhancement | undefined {
  return requirement.enhancements.find((it) => it.number === reference.enhancement);
}

import fc from "fast-check";
import { RELATIONS } from "../../../server/src/core/annotation.ts";
import { AnnotationIndex } from "../../../server/src/core/annotationIndex.ts";
import {
  Catalog,
  COMPONENT_TYPES,
  type Requirement,
  type SecurityLevel,
} from "../../../server/src/core/catalog.ts";
import { languageOf } from "../../../server/src/core/languages.ts";
import { defaultProject, type Project, type Statement } from "../../../server/src/core/project.ts";
import { scan } from "../../../server/src/core/scan.ts";
import type { Snapshot } from "../../../server/src/core/snapshot.ts";
import { ROOT } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";

/** A product with any catalog, anything said of it and any target. */
export interface Product {
  readonly catalog: Catalog;
  readonly lines: readonly string[];
  readonly project: Partial<Project>;
}

const LEVELS = [1, 2, 3, 4] as const satisfies readonly SecurityLevel[];
const IDS = ["CR 1.1", "CR 1.2", "CR 2.1", "CCSC 1", "EDR 3.2", "HDR 3.2"] as const;

const levels = fc.subarray([...LEVELS]);

const requirement = (id: string): fc.Arbitrary<Omit<Requirement, "part" | "edition">> =>
  fc
    .record({
      levels,
      enhancements: fc.array(levels, { maxLength: 2 }),
      items: fc.constantFrom([], [], ["a"], ["a", "b"], ["a", "b", "c"]),
      types: fc.subarray([...COMPONENT_TYPES]),
    })
    .map(({ levels, enhancements, items, types }) => {
      const [, fr] = /(\d)\./.exec(id) ?? [];
      return {
        id,
        kind: id.split(" ", 1)[0] ?? "",
        ...(fr !== undefined && { fr: Number(fr) }),
        levels,
        componentTypes: types,
        enhancements: enhancements.map((it, index) => ({
          number: index + 1,
          summary: "",
          levels: it,
        })),
        items,
        confidence: "high",
      };
    });

const HEADING: Omit<Requirement, "part" | "edition"> = {
  id: "CR 3.2",
  kind: "CR",
  fr: 3,
  levels: [],
  componentTypes: COMPONENT_TYPES,
  enhancements: [],
  items: [],
  redirectsTo: ["EDR 3.2", "HDR 3.2"],
  confidence: "high",
};

const catalog = fc.tuple(...IDS.map(requirement)).map((requirements) => {
  const document = { designation: "A", title: "B", url: "https://example.com" };
  const part = { part: "4-2", edition: "2019", document };
  return new Catalog({ parts: [{ ...part, requirements: [...requirements, HEADING] }] });
});

/** A requirement, an enhancement or a letter that may or may not exist. */
export const reference = fc
  .tuple(
    fc.constantFrom(...IDS, "CR 3.2"),
    fc.constantFrom("", "", " RE(1)", " RE(2)", "(a)", "(b)", "(c)"),
  )
  .map(([id, suffix]) => `${id}${suffix}`);

const line = fc
  .tuple(fc.constantFrom(...RELATIONS), reference, fc.constantFrom(": a reason", ""))
  .map(([relation, name, text]) => `${relation} ${name}${text}`);

/** What a project file may say, of the same requirements as the annotations. */
export const statementOf = (status: fc.Arbitrary<Statement["status"]>) =>
  fc
    .record({
      id: fc.constantFrom(...IDS, "CR 3.2"),
      status,
      place: fc.constantFrom({}, {}, { enhancement: 1 }, { item: "a" }),
      rest: fc.constantFrom({}, { reason: "why" }, { reason: "why", expires: "2026-11-23" }),
    })
    .map(({ id, status, place, rest }) => statement(id, status, { ...place, ...rest }));

const STATUSES = ["not-applicable", "compensating", "planned", "implemented", "verified"] as const;

const level = fc.constantFrom(...LEVELS);
const target = fc.option(fc.oneof(level, fc.dictionary(fc.constantFrom("1", "2", "3"), level)), {
  nil: undefined,
});

export const product: fc.Arbitrary<Product> = fc
  .record({
    catalog,
    lines: fc.array(line, { maxLength: 12 }),
    statements: fc.array(statementOf(fc.constantFrom(...STATUSES)), { maxLength: 5 }),
    target,
    components: fc.subarray([...COMPONENT_TYPES], { minLength: 1 }),
  })
  .map(({ catalog, lines, statements, target, components }) => ({
    catalog,
    lines,
    project: { statements, components, ...(target !== undefined && { target }) },
  }));

/** The snapshot of a product, each line in a file of its own. */
export function snapshotOfProduct({ catalog, lines, project }: Product, today: string): Snapshot {
  const scans = lines.map((it, index) => scanOf(`${index}.c`, [it]));
  return {
    catalog,
    index: AnnotationIndex.empty.with(scans),
    projects: [{ ...defaultProject(ROOT), ...project }],
    skipped: [],
    today,
  };
}

/** A C file below the root with these annotations, as the index takes it. */
export function scanOf(path: string, lines: readonly string[]) {
  const text = lines.map((it, index) => `// @iec62443 ${it}\nint code${index};\n`).join("");
  return [`${ROOT}/${path}`, scan(text, languageOf(path, ""))] as const;
}

/** The lines of a file. */
export const fileLines = fc.array(line, { maxLength: 4 });

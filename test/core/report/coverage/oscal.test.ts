import { describe, expect, test } from "vitest";
import { Catalog } from "../../../../server/src/core/catalog.ts";
import { ITEM_STATES, type ItemState } from "../../../../server/src/core/coverage.ts";
import { linksBy } from "../../../../server/src/core/report/permalink.ts";
import { ROOT, snapshotOf, TODAY } from "../../../support/snapshotOf.ts";
import { faultsOf } from "./oscalFaults.ts";
import { snapshot } from "./oscalSample.ts";
import { isSchemaHere, schemaFaults } from "./oscalSchema.ts";
import {
  componentOf,
  definitionOf,
  expectLegal,
  oscalText,
  requirement,
  values,
} from "./oscalSupport.ts";

const definition = definitionOf(snapshot);

describe("a component definition", () => {
  test("is what OSCAL allows", () => {
    expect(faultsOf(JSON.parse(oscalText(snapshot)))).toEqual([]);
  });

  test.skipIf(!isSchemaHere)("fits NIST's schema, which sees a fault", () => {
    const document = JSON.parse(oscalText(snapshot));
    expect(schemaFaults(document)).toEqual([]);
    const [component] = document["component-definition"].components;
    component["control-implementations"][0].source = "no reference";
    component.props = [];
    expect(schemaFaults(document)).toHaveLength(2);
  });

  test("says what it is, of which day and revision", () => {
    expect(definition.metadata).toMatchObject({
      title: "IEC 62443 component definition: PLC 300",
      "last-modified": `${TODAY}T00:00:00Z`,
      version: "unversioned",
      "oscal-version": "1.0.6",
    });
    expect(definitionOf(snapshot, { revision: "v1.2" }).metadata.version).toBe("v1.2");
  });

  test("has one component a product, which says what it is and has reached", () => {
    const { type, title, description, props, remarks } = componentOf(definition);
    expect({ type, title, remarks }).toEqual({ type: "hardware", title: "PLC 300" });
    expect(description).toBe(
      "PLC 300 (embedded device), by IEC 62443-4-2. 4 of 64 applicable requirements and enhancements are met.",
    );
    const shown = props.map((it) => `${it.name} ${it.value}`);
    expect(shown.slice(0, 5)).toEqual([
      "component-type embedded-device",
      "sl-c-target 2",
      "sl-c-reached 0",
      "sl-c-target-fr-1 2",
      "sl-c-reached-fr-1 0",
    ]);
    expect(shown.slice(-4)).toEqual(["applicable 64", "met 4", "verified 1", "not-applicable 1"]);
  });

  test.each([
    [["EDR", "NDR"], "hardware"],
    [["HDR"], "hardware"],
    [["SAR"], "software"],
    [["SAR", "EDR"], "software"],
  ] as const)("takes %j for %s", (components, type) => {
    expect(componentOf(definitionOf(snapshotOf({}, { components }))).type).toBe(type);
  });

  test("says when the numbers may be wrong", () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const problem = { code: "invalid-project-file", level: "error", message: "", range, fixes: [] };
    const doubtful = snapshotOf({}, { isPart: true, problems: [problem] as never });
    expect(componentOf(definitionOf(doubtful)).remarks).toMatchInlineSnapshot(`
      "Only a part of this product was read: what its other files claim is not counted, and what is told as open may be met there.

      The project file and its catalogs have 1 problem: numbers may be wrong. 'iec62443 check' names it."
    `);
  });

  test("names its source by the publication page, part and edition by part and edition", () => {
    const both = definitionOf(snapshotOf({}, { parts: ["4-2", "2-1:2009", "2-1"] }));
    const sets = componentOf(both)["control-implementations"] ?? [];
    expect(sets.map((it) => [values(it, "part"), values(it, "edition"), it.source])).toEqual([
      [["2-1"], ["2024"], "https://webstore.iec.ch/en/publication/62883"],
      [["2-1"], ["2009"], expect.stringMatching(/^https:/)],
      [["4-2"], ["2019"], "https://webstore.iec.ch/en/publication/34421"],
    ]);
    expect(new Set(sets.map((it) => it.uuid)).size).toBe(3);
    expect(values(requirement(both, "iec62443-2-1-4.2.3.4"), "reference")).toEqual(["2-1 4.2.3.4"]);
  });

  test("has no list where there is nothing to list", () => {
    const { components, ...rest } = definitionOf({ ...snapshotOf({}), projects: [] });
    expect(components).toBeUndefined();
    expect(rest).not.toHaveProperty("back-matter");
    const nothing = { parts: [], requirements: [] };
    const empty = { ...snapshotOf({}), catalog: new Catalog(nothing) };
    expect(componentOf(definitionOf(empty))).not.toHaveProperty("control-implementations");
    expectLegal(empty);
  });
});

describe("an implemented requirement", () => {
  const states = {
    verified: ["cr-1.1", "implemented", "yes"],
    implemented: ["cr-1.1_re-1", "implemented", "yes"],
    compensated: ["cr-5.1", "alternative", "yes"],
    partial: ["cr-1.4", "partial", "no"],
    planned: ["cr-6.2", "planned", "no"],
    missing: ["cr-1.2", undefined, "no"],
    "not-applicable": ["cr-2.2", "not-applicable", "no"],
  } as const satisfies Record<ItemState, readonly [string, string | undefined, string]>;

  test.each(ITEM_STATES)("that is %s says so, in OSCAL's words too", (state) => {
    const [id, status, met] = states[state];
    const it = requirement(definition, id);
    expect(values(it, "state")).toEqual([state]);
    expect(values(it, "met")).toEqual([met]);
    expect(values(it, "implementation-status")).toEqual(status === undefined ? [] : [status]);
  });

  test("names itself, its foundational requirement and its levels", () => {
    const { description, props } = requirement(definition, "cr-1.1_re-1");
    expect(description).toMatchInlineSnapshot(
      `"CR 1.1 RE(1) (Unique identification and authentication) is implemented."`,
    );
    expect(props.filter((it) => it.ns === undefined).map((it) => it.name)).toEqual([
      "implementation-status",
    ]);
    expect(props.slice(3).map((it) => `${it.name} ${it.value}`)).toEqual([
      "reference CR 1.1 RE(1)",
      "fr 1",
      "sl-c 2",
      "sl-c 3",
      "sl-c 4",
    ]);
  });

  test("leads to every claim", () => {
    expect(requirement(definition, "cr-1.1").links).toEqual([
      {
        href: "src/log%20in.c#L1",
        rel: "implementation",
        text: "implements, src/log in.c:1: int login(void);",
      },
      { href: "test/login.c#L1", rel: "verification", text: expect.stringContaining("verifies") },
    ]);
    expect(requirement(definition, "cr-1.5").links?.[0]?.text).toContain("implements (a), ");
  });

  test("leads to the web where links were asked for", () => {
    const linkTo = linksBy("https://example.com/é/{revision}/{path}#L{line}", "v 1");
    const linked = definitionOf(snapshot, { linkTo });
    expect(requirement(linked, "cr-1.1").links?.[0]?.href).toBe(
      "https://example.com/%C3%A9/v%201/src/log%20in.c#L1",
    );
    expectLegal(snapshot, { linkTo });
    expectLegal(snapshot, { linkTo: () => "https://exa mple.com/" });
  });

  test("says why it does not apply, who answers for that, and on what it rests", () => {
    const it = requirement(definition, "cr-2.2");
    expect(it.remarks).toMatchInlineSnapshot(
      `"- not-applicable, project file: The device has no radio. (owner security\\@example.com, reviewed 2026-10-01)"`,
    );
    const [party] = definition.metadata.parties ?? [];
    expect(definition.metadata.parties).toHaveLength(1);
    expect(party?.name).toBe("security@example.com");
    expect(it["responsible-roles"]).toEqual([
      { "role-id": "statement-owner", "party-uuids": [party?.uuid] },
    ]);
    const resources = definition["back-matter"]?.resources ?? [];
    expect(resources.map(({ title, rlinks }) => ({ title, rlinks }))).toEqual([
      { title: "docs/threat model.md", rlinks: [{ href: "docs/threat%20model.md" }] },
    ]);
    expect(it.links).toEqual([
      { href: `#${resources[0]?.uuid}`, rel: "evidence", text: "docs/threat model.md" },
    ]);
    expect(requirement(definition, "cr-6.2").links).toEqual(it.links);
  });

  test("says what is missing and what to do next", () => {
    expect(requirement(definition, "cr-1.4").remarks).toMatchInlineSnapshot(`
      "- partial, src/log in.c:3: no rotation yet
      - Next: Finish what is missing there, then take out the word partial."
    `);
  });

  test("tells of a statement that counts no more, and of a contradiction", () => {
    const said = {
      "a.c": "// @iec62443 CR 1.12\nint a;\n// @iec62443 not-applicable CR 1.12: why\nint b;",
    };
    const both = { ...snapshot, index: snapshotOf(said).index };
    expect(requirement(definitionOf(both), "cr-1.12").remarks).toMatchInlineSnapshot(`
      "- not-applicable, project file: No display. (expired on 2026-11-23, counts no more)
      - not-applicable, a.c:3: why
      - Contradiction, of which one side is wrong: a.c:3 not-applicable, a.c:1 implements"
    `);
  });

  test("is there for what the target asks, and for nothing else", () => {
    expect(() => requirement(definition, "cr-1.7_re-1")).toThrow();
    const higher = snapshot.projects.map((it) => ({ ...it, target: 3 as const }));
    const raised = definitionOf({ ...snapshot, projects: higher });
    expect(values(requirement(raised, "cr-1.7_re-1"), "sl-c")).toContain("3");
  });
});

test("evidence of a product that begins above the folder is found from there", () => {
  const above = definitionOf(snapshot, { base: `${ROOT}/src/auth` });
  expect(above["back-matter"]?.resources[0]?.rlinks).toEqual([
    { href: "../../docs/threat%20model.md" },
  ]);
});

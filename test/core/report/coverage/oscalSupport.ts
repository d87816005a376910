import { expect } from "vitest";
import { oscalOf } from "../../../../server/src/core/report/coverage/oscal.ts";
import { reportOf } from "../../../../server/src/core/report/coverage/report.ts";
import { toJson } from "../../../../server/src/core/report/json.ts";
import type { LinkTo } from "../../../../server/src/core/report/permalink.ts";
import type { Snapshot } from "../../../../server/src/core/snapshot.ts";
import { sha1 } from "../../../../server/src/reports/digest.ts";
import { ROOT } from "../../../support/snapshotOf.ts";

import { faultsOf } from "./oscalFaults.ts";
import { isSchemaHere, schemaFaults } from "./oscalSchema.ts";

export interface Prop {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

export interface Requirement {
  readonly uuid: string;
  readonly "control-id": string;
  readonly description: string;
  readonly props: readonly Prop[];
  readonly links?: readonly { href: string; rel: string; text: string }[];
  readonly "responsible-roles"?: readonly { "role-id": string; "party-uuids": readonly string[] }[];
  readonly remarks?: string;
}

export interface Component {
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly Prop[];
  readonly remarks?: string;
  readonly "control-implementations"?: readonly {
    readonly uuid: string;
    readonly source: string;
    readonly description: string;
    readonly props: readonly Prop[];
    readonly "implemented-requirements": readonly Requirement[];
  }[];
}

export interface Definition {
  readonly uuid: string;
  readonly metadata: {
    readonly title: string;
    readonly "last-modified": string;
    readonly version: string;
    readonly parties?: readonly { uuid: string; name: string }[];
  };
  readonly components?: readonly Component[];
  readonly "back-matter"?: {
    readonly resources: readonly { uuid: string; title: string; rlinks: { href: string }[] }[];
  };
}

/** From where, and with which links and revision, a report is asked for. */
export interface Asked {
  readonly base?: string;
  readonly top?: string;
  readonly linkTo?: LinkTo;
  readonly revision?: string;
}

/** The text of a report in OSCAL. */
export function oscalText(snapshot: Snapshot, asked: Asked = {}): string {
  const { base = ROOT, top = ROOT, linkTo, revision } = asked;
  const result = {
    ...reportOf(snapshot, { base, ...(linkTo && { linkTo }) }),
    ...(revision !== undefined && { revision }),
  };
  return [...toJson(oscalOf(result, { snapshot, base, top, digest: sha1 }))].join("");
}

/** The same as its reader gets it. */
export function definitionOf(snapshot: Snapshot, asked: Asked = {}): Definition {
  const document = JSON.parse(oscalText(snapshot, asked)) as { "component-definition": Definition };
  return document["component-definition"];
}

/** The only component; an error where there are others. */
export function componentOf({ components = [] }: Definition): Component {
  const [first, ...others] = components;
  if (first === undefined || others.length > 0) throw new Error("There is not one component.");
  return first;
}

/** The requirement of an id; an error when there is none, so that a typing error is seen. */
export function requirement(definition: Definition, id: string): Requirement {
  const found = (definition.components ?? [])
    .flatMap((it) => it["control-implementations"] ?? [])
    .flatMap((it) => it["implemented-requirements"])
    .find((it) => it["control-id"] === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

/** The values of a property. */
export function values({ props }: { readonly props: readonly Prop[] }, name: string) {
  return props.filter((it) => it.name === name).map((it) => it.value);
}

/** Fails where OSCAL does not allow what is told of a snapshot. */
export function expectLegal(of: Snapshot, asked: Asked = {}): void {
  const document = JSON.parse(oscalText(of, asked));
  expect(faultsOf(document)).toEqual([]);
  if (isSchemaHere) expect(schemaFaults(document)).toEqual([]);
}

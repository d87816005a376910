import { isDateTime, isUri, isUriReference } from "./oscalSchema.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A UUID of version 5: the only one that names give. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TOKEN = /^(?:\p{L}|_)(?:\p{L}|\p{N}|[.\-_])*$/u;
const STRING = /^\S(?:.*\S)?$/u;

const isToken = (text: string) => TOKEN.test(text);
const isString = (text: string) => STRING.test(text);

/** How the values of a key are written, wherever it stands. */
const WRITTEN: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => UUID.test(text),
  "control-id": isToken,
  "role-id": isToken,
  id: isToken,
  rel: isToken,
  name: isString,
  value: isString,
  version: isString,
  "last-modified": isDateTime,
  source: isUri,
  ns: isUri,
  href: isUriReference,
};

/** What an object has to have, by the key that it or its list stands under. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  "component-definition": ["uuid", "metadata"],
  metadata: ["title", "last-modified", "version", "oscal-version"],
  roles: ["id", "title"],
  parties: ["uuid", "type"],
  components: ["uuid", "type", "title", "description"],
  "control-implementations": ["uuid", "source", "description", "implemented-requirements"],
  "implemented-requirements": ["uuid", "control-id", "description"],
  props: ["name", "value"],
  links: ["href"],
  "responsible-roles": ["role-id"],
  resources: ["uuid"],
  rlinks: ["href"],
};

/**
 * What OSCAL does not allow, checked without its schema; and what the schema cannot check: that each UUID
 * is there once, and that what is referred to is there.
 */
export function faultsOf(document: Json): readonly string[] {
  const faults: string[] = [];
  const uuids: string[] = [];
  const referredTo: string[] = [];
  visit(document, "", (key, value) => {
    if (Array.isArray(value) && value.length === 0) faults.push(`${key} is empty`);
    for (const it of REQUIRED[key] ?? []) {
      if (isObject(value) && !(it in value)) faults.push(`${key} has no ${it}`);
    }
    if (typeof value !== "string") return;
    if (WRITTEN[key]?.(value) === false) faults.push(`${key} is ${JSON.stringify(value)}`);
    if (/\p{Cs}/u.test(value)) faults.push(`${key} is no text`);
    if (key === "uuid") uuids.push(value);
    if (key === "party-uuids") referredTo.push(value);
    if (key === "href" && value.startsWith("#")) referredTo.push(value.slice(1));
  });
  if (new Set(uuids).size < uuids.length) faults.push("a uuid stands twice");
  return [
    ...faults,
    ...referredTo.filter((it) => !uuids.includes(it)).map((it) => `nothing is ${it}`),
  ];
}

/** Every value with the key that it, or the list that it is in, stands under. */
export function visit(value: Json, key: string, see: (key: string, value: Json) => void): void {
  see(key, value);
  if (isList(value)) for (const it of value) visit(it, key, see);
  else if (isObject(value)) for (const [of, it] of Object.entries(value)) visit(it, of, see);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value);
}

import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";

const FILE = new URL(
  "../../../../../shared/schemas/oscal-component-definition-1.0.6.json",
  import.meta.url,
);

/** Whether NIST's schema stands beside the checkout. */
export const isSchemaHere = existsSync(FILE);
if (!isSchemaHere) {
  console.info("NIST's schema of OSCAL does not stand beside this checkout: not checked by it.");
}

/** What RFC 3986 allows, from its collected grammar (appendix A), piece by piece. */
const ONE = "[\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}";
const PCHAR = `(?:${ONE}|[:@])`;
const AUTHORITY = `//(?:(?:${ONE}|:)*@)?(?:\\[[0-9A-Fa-f:.]+\\]|(?:${ONE})*)(?::\\d*)?(?:/${PCHAR}*)*`;
const ABSOLUTE = `/(?:${PCHAR}+(?:/${PCHAR}*)*)?`;
const ROOTLESS = `${PCHAR}+(?:/${PCHAR}*)*`;
const NO_SCHEME = `(?:${ONE}|@)+(?:/${PCHAR}*)*`;
const BEHIND = `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?`;
const URI = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?:${AUTHORITY}|${ABSOLUTE}|${ROOTLESS}|)${BEHIND}$`,
);
const RELATIVE = new RegExp(`^(?:${AUTHORITY}|${ABSOLUTE}|${NO_SCHEME}|)${BEHIND}$`);

export const isUri = (text: string) => URI.test(text);
export const isUriReference = (text: string) => URI.test(text) || RELATIVE.test(text);

/** RFC 3339, of which the schema has a pattern of its own too. */
export const isDateTime = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text));

const validate = isSchemaHere
  ? new Ajv({
      allErrors: true,
      formats: {
        "date-time": isDateTime,
        email: (text: string) => /^[^\s@]+@[^\s@]+$/.test(text),
        uri: isUri,
        "uri-reference": isUriReference,
      },
    }).compile(JSON.parse(readFileSync(FILE, "utf8")) as object)
  : undefined;

/** What is wrong with a document by NIST's schema, a line a fault. */
export function schemaFaults(document: unknown): readonly string[] {
  if (validate === undefined) throw new Error("The schema is not here.");
  validate(document);
  return (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`);
}

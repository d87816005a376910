import fc from "fast-check";
import { expect, test } from "vitest";
import { nameUuid, OUR_NAMESPACE } from "../../../../server/src/core/report/coverage/uuid.ts";
import { sha1 } from "../../../../server/src/reports/digest.ts";
import { UUID } from "./oscalFaults.ts";

/** The namespaces of RFC 9562, section 6.6. */
const DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
const URL = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

test.each([
  // RFC 9562, appendix A.4; the others by Python's uuid.uuid5.
  [DNS, "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"],
  [URL, "https://example.com/ä", "afdef7ba-7312-5e42-ac2d-ed60cef58139"],
  [DNS, "", "4ebd0208-8328-5d69-8c44-ec50939c0967"],
])("the name %s %j has the UUID that others give it", (namespace, name, uuid) => {
  expect(nameUuid(sha1, namespace, name)).toBe(uuid);
});

test("every name gives a UUID of version 5, another for another name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      const uuid = nameUuid(sha1, OUR_NAMESPACE, a);
      expect(uuid).toMatch(UUID);
      expect(uuid === nameUuid(sha1, OUR_NAMESPACE, b)).toBe(a === b);
      expect(uuid).not.toBe(nameUuid(sha1, DNS, a));
    }),
  );
});

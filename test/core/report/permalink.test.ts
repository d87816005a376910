import { describe, expect, test } from "vitest";
import {
  asksForRevision,
  linksBy,
  whyNoTemplate,
} from "../../../server/src/core/report/permalink.ts";

const TEMPLATE = "https://host/{revision}/{path}?at={revision}#L{line}";

describe("a link by a template", () => {
  test.each([
    ["a name like others", "src/a.c", "https://host/v1/src/a.c?at=v1#L7"],
    [
      "a name that means something in an address",
      "a b#?%.c",
      "https://host/v1/a%20b%23%3F%25.c?at=v1#L7",
    ],
    ["a name like a place in a template", "{line}", "https://host/v1/%7Bline%7D?at=v1#L7"],
    ["a name with a mark of replacing", "$&", "https://host/v1/%24%26?at=v1#L7"],
    ["a name with half a letter", "a\ud83d.c", "https://host/v1/a%EF%BF%BD.c?at=v1#L7"],
  ])("leads to %s", (_, path, link) => {
    expect(linksBy(TEMPLATE, "v1")(path, 7)).toBe(link);
  });

  test("tells whether it asks for the revision", () => {
    expect(asksForRevision(TEMPLATE)).toBe(true);
    expect(asksForRevision("https://host/{path}")).toBe(false);
  });

  test.each(["ftp://host/{path}", "javascript:{path}", "https://host/a b/{path}", "https://host/"])(
    "is none by %s",
    (template) => {
      expect(whyNoTemplate(template)).toBeTypeOf("string");
    },
  );
});

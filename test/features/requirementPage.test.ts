import { describe, expect, test } from "vitest";
import { pageUri } from "../../server/src/core/report/page/links.ts";
import {
  requirementOfPage,
  requirementPage,
} from "../../server/src/core/report/requirementPage.ts";
import { PAGE_SCHEME } from "../../server/src/protocol/requirementPage.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

describe("requirement page", () => {
  test("each requirement has one address, and the address leads back", () => {
    const { catalog } = snapshotOf({});
    for (const requirement of catalog.requirements) {
      const uri = pageUri(requirement);
      expect(uri.startsWith(`${PAGE_SCHEME}:/`)).toBe(true);
      expect(requirementOfPage(catalog, uri)).toBe(requirement);
    }
  });

  test.each([
    ["an unknown id", "iec62443:/4-2/2019/CR%209.9.md"],
    ["another scheme", "file:///4-2/2019/CR%201.5.md"],
    ["nothing", ""],
    ["a broken escape", "iec62443:/4-2/2019/%E0%A4%A.md"],
  ])("there is none for %s", (_, uri) => {
    expect(requirementPage(snapshotOf({}), uri)).toBeUndefined();
  });

  test("lists the claims with links", () => {
    const snapshot = snapshotOf({
      "src/a b.c": "// @iec62443 partial CR 1.5: no [expiry](http://x) yet\nint a(void);",
    });
    const page = requirementPage(snapshot, "iec62443:/4-2/2019/CR%201.5.md");
    expect(page).toContain(`(${ROOT}/src/a b.c#L1)`.replace(" ", "%20"));
    expect(page).toContain("`int a(void);`");
    expect(page).not.toContain("[expiry](http");
  });

  test("a heading leads to the requirements it stands for", () => {
    const page = requirementPage(snapshotOf({}), "iec62443:/4-2/2019/CR%203.11.md");
    expect(page).toContain("(iec62443:/4-2/2019/EDR%203.11.md)");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const FOLDER = new URL("../../.github/ISSUE_TEMPLATE/", import.meta.url);
const forms = readdirSync(FOLDER).filter((it) => it !== "config.yml");
const TYPES = ["markdown", "textarea", "input", "dropdown", "checkboxes"];

test("there is a form for a fault, an annotation, the catalog and an idea", () => {
  expect(forms).toHaveLength(4);
});

// https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
test.each(forms)("%s is a form that a forge understands", (file) => {
  const form = parse(readFileSync(new URL(file, FOLDER), "utf8"));
  expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
  for (const { type, attributes } of form.body) {
    expect(TYPES).toContain(type);
    expect(attributes).toHaveProperty(type === "markdown" ? "value" : "label");
  }
  const ids = form.body.flatMap((it: { id?: string }) => it.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readPage } from "../support/page.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const pages = ["", "docs/"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((it) => it.endsWith(".md"))
    .map((it) => folder + it),
);

/** The text without what is code: links in it are none. */
function prose(path: string): string {
  return readPage(path)
    .replaceAll(/^```[\s\S]*?^```$/gm, "")
    .replaceAll(/`[^`\n]+`/g, "`code`");
}

/** What a heading is called in a link, as forges make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

function anchorsOf(path: string): readonly string[] {
  const text = readPage(path).replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
}

const links = pages.flatMap((page) =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((it) => !/^[a-z]+:/.test(it))
    .map((target) => ({ page, target })),
);

test("the pages lead to one another", () => {
  expect(links.length).toBeGreaterThan(20);
});

test.each(links)("$page leads to $target", ({ page, target }) => {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : join(page, "..", path);
  expect(existsSync(join(ROOT, file))).toBe(true);
  if (anchor !== undefined) expect(anchorsOf(file)).toContain(anchor);
});

import { describe, expect, test } from "vitest";
import { Catalog } from "../../server/src/core/catalog.ts";
import { publicationLinks } from "../../server/src/features/publicationLink.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { marked } from "../support/marked.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

function linksIn(source: string, name = "a.c") {
  const { text, ranges } = marked(source);
  const isProjectFile = name.startsWith("iec62443");
  const project = isProjectFile ? projectFileOf(text, name) : {};
  const snapshot = snapshotOf(isProjectFile ? {} : { [name]: text }, project);
  const links = publicationLinks(snapshot, `${ROOT}/${name}`, text);
  return { links, ranges, names: links.map((it) => it.tooltip?.replace(" at the publisher", "")) };
}

const PAGES = new Map(
  builtInCatalog().parts.map(({ document }) => [document.designation, document.url]),
);

const OLD = "ISA-62443-2-1:2009 / IEC 62443-2-1:2010";

describe("a part that an annotation names leads to its document", () => {
  test.each([
    ["in front of an id", "// @iec62443 [|IEC 62443-4-2:2019|] CR 1.1", ["IEC 62443-4-2:2019"]],
    ["without its edition", "// @iec62443 [|62443-4-2|] CR 1.1", ["IEC 62443-4-2:2019"]],
    ["as its number alone", "// @iec62443 verifies [|3-3|] SR 1.1", ["IEC 62443-3-3:2013"]],
    ["behind the marker", "// @iec62443-[|4-2|] CR 1.1: text", ["IEC 62443-4-2:2019"]],
    ["with its edition there", "// @iec62443-[|4-2:2019|] CR 1.1", ["IEC 62443-4-2:2019"]],
    ["of an older edition", "// @iec62443 [|2-1:2009|] 4.2.3.1", [OLD]],
    [
      "of the edition that has the requirement",
      "// @iec62443 [|2-1|] ORG 1.1",
      ["IEC 62443-2-1:2024"],
    ],
    [
      "each of several",
      "// @iec62443 [|4-2|] CR 1.1 RE(1)(2), CR 1.2; [|3-3|] SR 1.1",
      ["IEC 62443-4-2:2019", "IEC 62443-3-3:2013"],
    ],
    [
      "behind the marker and in front of another",
      "// @iec62443-[|4-2|] CR 1.1, [|IEC 62443-4-1|] SM-1",
      ["IEC 62443-4-2:2019", "IEC 62443-4-1:2018"],
    ],
    ["in another writing", "// @iec62443 [|ANSI/ISA‑62443‑4‑2|] - CR 1.1", ["IEC 62443-4-2:2019"]],
  ])("%s", (_, source, expected) => {
    const { links, ranges, names } = linksIn(source);
    expect(names).toEqual(expected);
    expect(links.map((it) => it.range)).toEqual(ranges);
    expect(links.map((it) => it.target)).toEqual(expected.map((it) => PAGES.get(it)));
  });
});

test.each([
  ["an id alone", "// @iec62443 CR 1.1, SR 1.1"],
  ["the series alone", "// @iec62443 IEC 62443 CR 1.1"],
  ["an edition that the catalog does not know", "// @iec62443 IEC 62443-4-2:2031 CR 1.1"],
  ["a part in the author's own text", "// @iec62443 CR 1.1: see IEC 62443-4-2:2019"],
  ["what cannot be read", "// @iec62443 IEC 62443-4-2 and more"],
  ["prose", "// IEC 62443-4-2 CR 1.1"],
])("%s is no link", (_, source) => {
  expect(linksIn(source).links).toEqual([]);
});

describe("a part that a project file covers leads to its document", () => {
  test.each([
    ["in a list", "iec62443.yaml", 'parts: [[|4-2|], "[|2-1:2009|]"]\n'],
    ["on lines of its own", "iec62443.yaml", "parts:\n  - [|4-2|]\n  - '[|2-1:2009|]'\n"],
    ["in JSON", "iec62443.json", '{"parts": ["[|4-2|]", "[|2-1:2009|]"]}'],
  ])("%s", (_, name, source) => {
    const { links, ranges, names } = linksIn(source, name);
    expect(names).toEqual(["IEC 62443-4-2:2019", OLD]);
    expect(links.map((it) => it.range)).toEqual(ranges);
  });

  test("also where its requirements are not known, and then by the year of its name", () => {
    expect(linksIn("parts: [6-1, 6-1:2024, 6-1:2023]\n", "iec62443.yaml").names).toEqual([
      "IEC TS 62443-6-1:2024",
      "IEC TS 62443-6-1:2024",
    ]);
  });

  test("but what is no part does not", () => {
    const source = "parts: [9-9, 4-2:1999, 7, null, { a: b }, company]\nproduct: 4-2\n";
    expect(linksIn(source, "iec62443.yaml").links).toEqual([]);
  });
});

test("a catalog of one's own is a link only with a page on the web", () => {
  const source = "parts: [web, plain, none]\n";
  const [known] = builtInCatalog().parts;
  if (known === undefined) throw new Error("The catalog is empty.");
  const urls = {
    web: "https://example.com/rules",
    plain: "http://example.com",
    none: "rules.yaml",
  };
  const parts = Object.entries(urls).map(([part, url]) => ({
    ...known,
    part,
    edition: "",
    document: { designation: `Rules ${part}`, title: "Rules", url },
  }));
  const series = builtInCatalog().series;
  const catalog = new Catalog({ parts, series });
  const project = { ...projectFileOf(source), catalog };
  const links = publicationLinks(snapshotOf({}, project), `${ROOT}/iec62443.yaml`, source);
  expect(links.map((it) => it.target)).toEqual(["https://example.com/rules"]);
});

test("of thousands of parts some are links", () => {
  const { links } = linksIn("// @iec62443-4-2 CR 1.1\n".repeat(2_000));
  expect(links).toHaveLength(500);
});

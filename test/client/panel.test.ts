import { describe, expect, test } from "vitest";
import { readFromPage, readToPage } from "../../client/src/panelMessages.ts";
import { MOST_CLAIMS, panelView } from "../../client/src/panelView.ts";
import { coverage, item, project } from "./wire.ts";

describe("a message of the page", () => {
  test.each([
    [{ type: "ready" }],
    [{ type: "open", uri: "file:///w/a.c", line: 0, character: 3 }],
    [{ type: "page", uri: "iec62443:/4-2/2019/CR%201.5.md" }],
  ])("is understood: %j", (message) => {
    expect(readFromPage(message)).toEqual(message);
  });

  test("loses what does not belong to it", () => {
    expect(readFromPage({ type: "ready", command: "x" })).toEqual({ type: "ready" });
  });

  test.each([
    [undefined],
    [null],
    ["ready"],
    [{}],
    [{ type: "run", uri: "file:///w/a.c" }],
    [{ type: "open", uri: "file:///w/a.c", line: -1, character: 0 }],
    [{ type: "open", uri: "file:///w/a.c", line: 0.5, character: 0 }],
    [{ type: "open", uri: "file:///w/a.c", line: 0 }],
    [{ type: "open", uri: 3, line: 0, character: 0 }],
    [{ type: "page" }],
  ])("is refused: %j", (message) => {
    expect(readFromPage(message)).toBeUndefined();
  });
});

test.each([
  [undefined],
  [[]],
  [{ type: "view" }],
  [{ type: "view", view: {} }],
  [{ type: "other" }],
])("the page refuses %j", (message) => {
  expect(readToPage(message)).toBeUndefined();
});

test("the page accepts every view", () => {
  const message = { type: "view", view: panelView({ kind: "failed" }) };
  expect(readToPage(structuredClone(message))).toEqual(message);
});

describe("the panel", () => {
  const told = coverage([
    project(
      [
        item("CR 1.1", "implemented", ["implements src/login.c:22 login"], {
          title: "Human user identification",
          page: "iec62443:/4-2/2019/CR%201.1.md",
        }),
        item("CR 1.2", "not-applicable", [], { reason: "No software process." }),
        item("CCSC 3", "missing"),
      ],
      { target: "SL 2", levels: [{ fr: 1, target: 2, reached: 0, cells: [] }] },
    ),
  ]);

  test("shows numbers, levels and items in words", () => {
    expect(panelView({ kind: "known", coverage: told })).toEqual({
      projects: [
        {
          key: "file:///w",
          product: "PLC 300",
          profile: "Target SL 2 · embedded device",
          bars: [
            { label: "1 of 2 met", value: 1, max: 2 },
            { label: "0 of 2 verified by a test", value: 0, max: 2 },
          ],
          counts: ["0 partial", "0 planned", "1 missing", "1 not applicable"],
          groups: [
            {
              key: "FR 1",
              title: "Identification and authentication control",
              met: "1 of 1",
              reached: "none",
              target: "SL 2",
              items: [
                {
                  reference: "CR 1.1",
                  title: "Human user identification",
                  state: "implemented",
                  said: "implemented",
                  page: "iec62443:/4-2/2019/CR%201.1.md",
                  claims: [
                    {
                      uri: "file:///w/src/login.c",
                      line: 21,
                      character: 3,
                      place: "login.c:22",
                      said: "implements · login",
                    },
                  ],
                },
                {
                  reference: "CR 1.2",
                  title: "",
                  state: "not-applicable",
                  said: "not applicable: No software process.",
                  claims: [],
                },
              ],
            },
            {
              key: "CCSC",
              title: "Common component security constraints",
              met: "0 of 1",
              reached: "–",
              target: "–",
              items: [
                { reference: "CCSC 3", title: "", state: "missing", said: "missing", claims: [] },
              ],
            },
          ],
        },
      ],
    });
  });

  test("lists the first claims of an item and counts the rest", () => {
    const claims = Array.from({ length: MOST_CLAIMS + 3 }, (_, i) => `implements f${i}.c:1`);
    const many = coverage([project([item("CR 1.1", "implemented", claims)])]);
    const [shown] =
      panelView({ kind: "known", coverage: many }).projects[0]?.groups[0]?.items ?? [];
    expect(shown?.claims).toHaveLength(MOST_CLAIMS);
    expect(shown?.more).toBe("and 3 more, in the coverage view");
  });

  test.each([
    ["the server starts", { kind: "starting" } as const, /starting/],
    ["the server is gone", { kind: "failed" } as const, /Restart Server/],
    [
      "nothing is annotated",
      { kind: "known", coverage: coverage([]) } as const,
      /@iec62443 CR 1\.5/,
    ],
    [
      "files are read",
      { kind: "known", coverage: { ...told, indexing: true } } as const,
      /still grow/,
    ],
  ])("says so when %s", (_, status, expected) => {
    expect(panelView(status).note).toMatch(expected);
  });
});

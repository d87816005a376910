import { expect, test } from "vitest";
import { languageOf } from "../../server/src/core/languages.ts";
import { completion } from "../../server/src/features/completion.ts";
import { clientSupport } from "../../server/src/lsp/clientSupport.ts";
import { prepareAnswers } from "../../server/src/lsp/prepareAnswers.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { FULL_CAPABILITIES } from "../support/wireClient.ts";

const OPTIONS = clientSupport({
  processId: null,
  rootUri: null,
  capabilities: FULL_CAPABILITIES,
}).completion;

/** A snapshot that counts how often a claim of it is read. */
function counting() {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, it) => [`${it}.c`, `// @iec62443 CR 1.1\nint f${it};\n`]),
  );
  const snapshot = snapshotOf(files);
  const count = { reads: 0 };
  for (const site of snapshot.index.sitesOf("4-2", "CR 1.1")) {
    const { claim } = site;
    Object.defineProperty(site, "claim", { get: () => ++count.reads && claim });
  }
  return { snapshot, count };
}

test("the first list of a project reads no claim again that was read while nobody waited", () => {
  const { snapshot, count } = counting();
  prepareAnswers(snapshot, [`${ROOT}/1.c`, `${ROOT}/2.c`], OPTIONS);
  expect(count.reads).toBe(300);
  const document = {
    uri: `${ROOT}/3.c`,
    text: "int a;\n// @iec62443 verifies CR 1.",
    language: languageOf("3.c", ""),
  };
  const list = completion(snapshot, document, { line: 1, character: 27 }, OPTIONS);
  expect(list?.items.length).toBeGreaterThan(100);
  expect(count.reads).toBe(300);
});

test("nothing is read for a client that has nothing open", () => {
  const { snapshot, count } = counting();
  prepareAnswers(snapshot, [], OPTIONS);
  expect(count.reads).toBe(0);
});

test.each([["untitled:a\nb"], [""], ["file:///elsewhere/%0A::error.c"]])(
  "an open document at %j prepares its project",
  (uri) => {
    const { snapshot } = counting();
    expect(() => prepareAnswers(snapshot, [uri], OPTIONS)).not.toThrow();
  },
);

// Tells how long the coverage answer and a list of completions take after an edit of one file, and how large
// the answer is:
// node test/bench/coverage.mjs [claims] [files]
import { bundled, median, timed } from "./bundled.mjs";

const [claims = 100_000, files = 5_000] = process.argv.slice(2).map(Number);
const EDITS = 25;

const {
  AnnotationIndex,
  baselineText,
  builtInCatalog,
  defaultProject,
  languageOf,
  requirementChoices,
  scan,
  toWire,
} = await bundled(`
  export { AnnotationIndex } from "./server/src/core/annotationIndex.ts";
  export { languageOf } from "./server/src/core/languages.ts";
  export { defaultProject } from "./server/src/core/project.ts";
  export { scan } from "./server/src/core/scan.ts";
  export { requirementChoices } from "./server/src/features/requirementChoices.ts";
  export { baselineText } from "./server/src/lsp/baselineToWire.ts";
  export { toWire } from "./server/src/lsp/toWire.ts";
  export { builtInCatalog } from "./server/src/workspace/builtInCatalog.ts";
`);

const root = "file:///w";
const catalog = builtInCatalog();
const ids = catalog.requirements
  .filter((it) => it.part === "4-2" && it.redirectsTo === undefined)
  .flatMap(({ id, enhancements }) => [id, ...enhancements.map((it) => `${id} RE(${it.number})`)]);

const index = AnnotationIndex.empty.with(
  Array.from({ length: files }, (_, it) => fileOf(it, `int f${it}`)),
);
const plain = {
  catalog,
  index,
  projects: [defaultProject(root)],
  skipped: [],
  today: "2026-11-24",
};
const baseline = {
  uri: `${root}/iec62443.baseline.json`,
  text: baselineText(plain, { project: root }, { indexing: false }).text,
};
const compared = { ...plain, projects: [{ ...defaultProject(root), baseline }] };

console.log(`${claims} claims in ${files} files, ${ids.length} items; median of ${EDITS} edits`);
measure("as it is", plain);
measure("compared with a baseline", compared);

function measure(name, snapshot) {
  const first = timed(() => JSON.stringify(answer(snapshot)));
  let now = snapshot;
  const times = Array.from({ length: EDITS }, (_, edit) => {
    const next = { ...now, index: now.index.with([fileOf(edit, `long edited${edit}`)]) };
    now = next;
    return [
      timed(() => next.index.sitesOf("4-2", "CR 1.1")),
      timed(() => choices(next)),
      timed(() => answer(next)),
      timed(() => JSON.stringify(answer(next))),
    ];
  });
  const [, list, work, text] = [0, 1, 2, 3].map((column) =>
    median(times.map((it) => it[column].ms)),
  );
  const bytes = times[0][3].value.length;
  console.log(
    `${name}: first ${first.ms.toFixed(0)} ms; after an edit ${work.toFixed(2)} ms, as JSON ${text.toFixed(2)} ms, ${(bytes / 1024).toFixed(0)} KiB; completions ${list.toFixed(2)} ms`,
  );
}

/** In a line with nothing on it yet. */
function choices(snapshot) {
  return requirementChoices(snapshot, snapshot.projects[0], { others: [] });
}

function answer(snapshot) {
  return toWire(snapshot, { indexing: false, problems: [] });
}

function fileOf(file, code) {
  const each = Math.round(claims / files);
  const text = Array.from(
    { length: each },
    (_, it) => `// @iec62443 ${ids[(file * each + it) % ids.length]}\n${code}_${it}(void);\n`,
  ).join("");
  const uri = `${root}/src/module${file % 50}/file${file}.c`;
  return [uri, scan(text, languageOf(uri, ""))];
}

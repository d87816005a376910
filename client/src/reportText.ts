import type { Statistics } from "../../server/src/protocol/statistics.ts";

/** What is known of the program that a report is about. */
export interface ReportFacts {
  readonly extension: string;
  readonly editor: string;
  /** Absent in a browser. */
  readonly node?: string;
  readonly system: string;
  /** Where the extension runs: `desktop`, `remote ssh-remote`. */
  readonly host: string;
  readonly folders: number;
  /** Of the language server: `running`, `failed`. */
  readonly state: string;
  /** Settings of ours that somebody changed. */
  readonly settings: readonly { readonly name: string; readonly value: unknown }[];
  /** Absent where no server answers. */
  readonly statistics?: Statistics;
}

/** Settings whose values may name folders of the user: only how many entries they have is told. */
const COUNTED = ["iec62443.scan.exclude", "iec62443.scan.languages"];

const HEAD = `# IEC 62443 Annotations: diagnostics

This page holds versions, changed settings, counts and times. It holds no source text, no annotation, no name of a
file, folder or product; of globs only how many there are. Nothing was sent anywhere: read it, then paste it
into an issue together with what you did, what you expected, and what happened.`;

/** A Markdown page with what an issue needs: numbers and versions, and nothing of the user's code. */
export function reportText(facts: ReportFacts): string {
  const { statistics } = facts;
  const sections = [
    HEAD,
    section("Versions", [
      ["extension", facts.extension],
      ["VS Code", facts.editor],
      ...(facts.node === undefined ? [] : [["Node of the editor", facts.node] as const]),
      ["system", facts.system],
      ["host", facts.host],
      ["workspace folders", facts.folders],
    ]),
    section(
      "Settings that differ from the defaults",
      facts.settings.map(({ name, value }) => [name, shown(name, value)]),
    ),
    statistics === undefined
      ? `## Language server\n\nState: ${facts.state}. It does not answer.`
      : serverSections(facts.state, statistics).join("\n\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

type Row = readonly [name: string, value: string | number];

function section(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return `## ${title}\n\nNone.`;
  const lines = rows.map(([name, value]) => `| ${cell(name)} | ${cell(String(value))} |`);
  return [`## ${title}\n`, "| what | value |", "| :-- | :-- |", ...lines].join("\n");
}

function cell(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ").replaceAll("|", "\\|");
}

function shown(name: string, value: unknown): string {
  if (!COUNTED.includes(name)) return JSON.stringify(value);
  const isObject = typeof value === "object" && value !== null;
  return `${isObject ? Object.keys(value).length : 1} entries (not shown)`;
}

function memoryRows(memory: Statistics["server"]["memory"]): readonly Row[] {
  return memory === undefined
    ? []
    : [["memory", `${memory.resident} MiB, heap ${memory.heap} MiB`]];
}

function serverSections(state: string, statistics: Statistics): readonly string[] {
  const { server, lastLoad, files, projects } = statistics;
  return [
    section("Language server", [
      ["state", statistics.indexing ? `${state}, reading files` : state],
      ...(server.node === undefined ? [] : [["Node", server.node] as const]),
      ["system", server.system],
      ["running for", `${server.seconds} s`],
      ...memoryRows(server.memory),
      ...loadRows(lastLoad),
    ]),
    section("Counts", [
      ["files with annotations", files.annotated],
      ["open documents", files.open],
      ["annotations", statistics.annotations],
      ["claims", statistics.claims],
      ["projects", `${projects.all}, ${projects.withFile} with a project file`],
      ["statements", projects.statements],
      ["settings, folders or globs that cannot be used", statistics.problems],
    ]),
    section("Findings by rule", Object.entries(statistics.findings)),
    section("Files not read, by reason", Object.entries(statistics.skipped)),
  ];
}

function loadRows(load: Statistics["lastLoad"]): readonly Row[] {
  if (load === undefined) return [["last reading of the folders", "none yet"]];
  const seconds = (load.milliseconds / 1000).toFixed(2);
  const end = load.isComplete ? "" : ", stopped before its end";
  return [
    ["last reading of the folders", `${seconds} s${end}`],
    ["files looked at", `${load.files}, ${load.binary} of them binary`],
  ];
}

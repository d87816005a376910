// What `npm run bench` may be told.
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

const HELP = `npm run bench: measures our programs beside those that one would use in their place.

  npm run bench                       all of it, about nine minutes on two cores
  npm run bench -- --only kernel,soak some of it: PARTS
  npm run bench -- --write            and writes the tables into docs/performance.md
  npm run bench -- --cache FOLDER     keeps the corpora there (5 GB) in the place of the temporary folder
  npm run bench -- --rounds N         how often each is run (7); more where the machine is noisy
  npm run bench -- --annotations N    in the generated monorepo (100000)
  npm run bench -- --events N         of the soak (3600: one for each second of an hour)
  npm run bench -- --seed N           other places, other events

Needs Linux with apt (for the kernel's source), ripgrep, grep and npm. Ends with 1 where counts do not agree without a
known reason, where the soak finds a difference, or where the machine is too noisy for ratios.`;

/** What the command line says; ends the program for --help and for what it does not know. */
export function options(parts) {
  const help = HELP.replace("PARTS", parts.join(", "));
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        write: { type: "boolean", default: false },
        cache: { type: "string", default: tmpdir() },
        rounds: { type: "string", default: "7" },
        annotations: { type: "string", default: "100000" },
        events: { type: "string", default: "3600" },
        seed: { type: "string", default: "62443" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) leave(help, 0);
    const only = values.only?.split(",") ?? parts;
    const unknown = only.filter((it) => !parts.includes(it));
    if (unknown.length > 0) leave(`There is no part ${unknown.join(", ")}.\n\n${help}`, 2);
    return { ...values, ...numbers(values), only: new Set(only), cache: resolve(values.cache) };
  } catch (error) {
    return leave(`${error.message}\n\n${help}`, 2);
  }
}

function numbers(values) {
  const read = (name) => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1)
      throw new Error(`--${name} is to be a whole number.`);
    return number;
  };
  const names = ["rounds", "annotations", "events", "seed"];
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

function leave(text, code) {
  console[code === 0 ? "log" : "error"](text);
  process.exit(code);
}

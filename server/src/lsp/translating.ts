import type { Connection } from "vscode-languageserver";
import { type Positions, uriOf } from "./positions.ts";

type Handler = (...given: readonly unknown[]) => unknown;

/**
 * The connection of a client that counts columns in another unit: every handler that is set on it is asked, and
 * answers, in UTF-16. Edits of open documents need the text before each of them: OpenDocuments translates those.
 */
export function translating(connection: Connection, positions: Positions): Connection {
  return positions.encoding === "utf-16" ? connection : proxyOf(connection, positions);
}

function proxyOf<T extends object>(object: T, positions: Positions): T {
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name !== "string") return value;
      if (typeof value === "function" && /^on[A-Z]|^on$/.test(name)) {
        return (...given: readonly unknown[]) =>
          Reflect.apply(
            value,
            target,
            given.map((it) => translatingHandler(it, positions)),
          );
      }
      if (typeof value === "function") return value.bind(target);
      // Some are set on groups: connection.languages.inlayHint.on.
      const isGroup = typeof value === "object" && value !== null && HOLDS_GROUPS.test(name);
      return isGroup ? proxyOf(value, positions) : value;
    },
  });
}

const HOLDS_GROUPS = /^(?:languages|semanticTokens|inlayHint|workspace)$/;

function translatingHandler(given: unknown, positions: Positions): unknown {
  if (typeof given !== "function") return given;
  const handler = given as Handler;
  return (params: unknown, ...others: readonly unknown[]) => {
    const about = uriOf(params);
    const toWire = <T>(value: T) => positions.toWire(value, about);
    const answer = handler(
      positions.fromWire(params),
      ...others.map((it) => translatingReporter(it, toWire)),
    );
    return answer instanceof Promise ? answer.then(toWire) : toWire(answer);
  };
}

/** A part of an answer goes before the whole, and is told to what came with the question. */
function translatingReporter(given: unknown, toWire: <T>(value: T) => T): unknown {
  if (!isReporter(given)) return given;
  const report: Handler = (part, ...others) => given.report(toWire(part), ...others);
  return Object.create(given, { report: { value: report } });
}

function isReporter(value: unknown): value is { readonly report: Handler } {
  return (
    typeof value === "object" &&
    value !== null &&
    "report" in value &&
    typeof value.report === "function"
  );
}

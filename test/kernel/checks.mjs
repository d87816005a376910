// Compares what was found with what was planted.

/** What one list has and the other has not, each written as often as it is missing. */
export function difference(wanted, found) {
  const counts = new Map();
  for (const it of wanted) counts.set(it, (counts.get(it) ?? 0) + 1);
  for (const it of found) counts.set(it, (counts.get(it) ?? 0) - 1);
  const missing = [];
  const surplus = [];
  for (const [it, count] of counts) {
    if (count > 0) missing.push(...Array(count).fill(it));
    if (count < 0) surplus.push(...Array(-count).fill(it));
  }
  return { missing, surplus };
}

export function claimsOf({ annotations }) {
  return annotations.map(
    (it) => `${it.path}:${it.line}:${it.column} ${it.relation} ${it.reference}`,
  );
}

export function findingsOf({ findings }) {
  return findings.map((it) => `${it.path}:${it.line} ${it.code}`);
}

export function skippedIn({ skipped }) {
  return skipped.filter((it) => it.why.startsWith("larger than")).map((it) => it.path);
}

/** The server's diagnostics in the words of the command line. */
export function diagnosticsOf({ diagnostics, root }) {
  return [...diagnostics].flatMap(([uri, found]) => {
    const path = decodeURIComponent(uri.slice(root.length + 1));
    return found.map(({ range, code }) => `${path}:${range.start.line + 1} ${code}`);
  });
}

/** The claims of coverage, each once: by requirement, relation and place. */
export function coveredClaims(items, pathOf) {
  return items.flatMap((item) =>
    item.claims.map((it) => `${pathOf(it)} ${it.relation} ${item.reference}`),
  );
}

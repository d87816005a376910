/** The uri of a path in the project's folder; nothing for what leads, or may lead, out of it. */
export function evidenceUri(project: string, path: string): string | undefined {
  // A drive, a scheme, a share or the root of a disk.
  if (/^[a-z][a-z\d+.-]*:|^[/\\~]/i.test(path) || path.includes("\0")) return undefined;
  const segments: string[] = [];
  for (const segment of path.split(/[/\\]/)) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  if (segments.length === 0) return undefined;
  return `${project.replace(/\/$/, "")}/${segments.map(encodeURIComponent).join("/")}`;
}

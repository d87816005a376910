export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folders of a path; nothing for a file at the top. */
export function folderOf(path: string): string | undefined {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : undefined;
}

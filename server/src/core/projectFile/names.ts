/** The names of project files; where several stand in one folder the first is read. */
export const PROJECT_FILES = ["iec62443.yaml", "iec62443.yml", "iec62443.json"] as const;

/** Whether a path or uri is that of a project file. */
export function isProjectFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return PROJECT_FILES.some((it) => it === name);
}

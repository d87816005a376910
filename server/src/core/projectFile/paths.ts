/** Whether a path or glob of a project file names something outside its folder. */
export function leavesFolder(path: string): boolean {
  const forward = path.replaceAll("\\", "/").replace(/^!/, "");
  return (
    /^(?:\/|~|[a-z][a-z0-9+.-]*:)/i.test(forward) ||
    forward.split(/[/{},()|]/).some((step) => step === "..")
  );
}

import { formatReference } from "../../server/src/core/reference.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import type { FileSystem } from "../../server/src/workspace/fileSystem.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import { Workspace, type WorkspaceOptions } from "../../server/src/workspace/workspace.ts";
import { TODAY } from "./snapshotOf.ts";

/** A workspace that nothing has been read of yet. */
export function workspaceOf(
  files: FileSystem,
  folders: readonly string[] = ["/w"],
  today = () => TODAY,
  options: Partial<WorkspaceOptions> = {},
): Workspace {
  const workspace = new Workspace({
    files,
    catalog: builtInCatalog(),
    today,
    log: (message) => {
      throw new Error(message);
    },
    ruleCodes: ["unknown-requirement"],
    ...options,
  });
  workspace.setFolders(folders.map(uriOfPath));
  return workspace;
}

/** The uri of a path below the folder of the tests. */
export function at(path: string): string {
  return uriOfPath(`/w/${path}`);
}

/** What the index holds, one claim a line: `file:///w/a.c CR 1.5`. */
export function claimsOf({ snapshot }: Workspace): readonly string[] {
  return [...snapshot.index.sites()].map(
    ({ uri, claim }) => `${decodeURIComponent(uri)} ${formatReference(claim.reference)}`,
  );
}

/** The paths below the folder of the tests that hold anything. */
export function filesWithClaims({ snapshot }: Workspace): readonly string[] {
  return snapshot.index.uris.map((uri) => decodeURIComponent(uri).replace(/^file:\/\/\/w\//, ""));
}

/** All that a snapshot says, to compare two of them. */
export function everythingOf({ snapshot }: Workspace): unknown {
  const { index, projects, skipped } = snapshot;
  return { files: index.uris.map((uri) => [uri, index.inFile(uri)]), projects, skipped };
}

/** A C source with one claim. */
export const CLAIM = "// @iec62443 CR 1.5\nint lock;\n";

import type { FileSystem } from "./fileSystem.ts";

const GONE = { kind: "gone" } as const;

/** Where there is no disk, as in a browser: what an editor has open is all there is. */
export const NOWHERE: FileSystem = {
  isNowhere: true,
  list: () => GONE,
  read: () => GONE,
  stat: () => GONE,
};

/**
 * What tells that a file is the same as before, four numbers each: its size in bytes, when its content and when
 * anything of it was changed in milliseconds, and its number in the file system. The second time cannot be set back.
 */
export type Stamps = Float64Array;
export const STAMP = 4;

/**
 * Writes every reference of a file in its canonical way; a user may bind it to saving. As a word, since the
 * introduction names it, and what has the names of LSP's kinds takes longer to load than all else of that answer.
 */
export const FIX_ALL = "source.fixAll.iec62443";

/** What a token of an annotation is, by its number on the wire: the names are those of LSP. */
export const TOKEN_TYPES = ["macro", "keyword", "enumMember"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** What is said of a token besides, by its bit on the wire. */
export const TOKEN_MODIFIERS = ["deprecated"] as const;

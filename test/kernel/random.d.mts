export function randomOf(seed: number): () => number;

export function pickOne<T>(random: () => number, choices: readonly T[]): T;

export function shuffled<T>(random: () => number, members: readonly T[]): T[];

const BRITISH =
  /\b\w*(?:authoris|recognis|organis|initialis|minimis|harmonis|behaviour|colour|licence|centre|defence)/i;

/** Whether a text has a word that is spelled otherwise in America. */
export function isSpelledAsInBritain(text: string): boolean {
  return BRITISH.test(text);
}

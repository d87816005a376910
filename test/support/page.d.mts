export interface Block {
  /** Of the section that the block stands in. */
  readonly heading: string;
  /** As the fence names it; empty where it names none. */
  readonly language: string;
  readonly text: string;
}
export function readPage(path: string): string;
export function blocksOf(page: string): readonly Block[];
export function blockOf(path: string, heading: string, language: string): string;
export interface Table {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export function tablesOf(page: string): readonly Table[];
export function codesIn(text: string): readonly string[];

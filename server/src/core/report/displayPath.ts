import { fileOf } from "../notebook/cellUri.ts";

/** A file's path as people read it: relative to a folder where it stands below it, decoded; of a cell its notebook's. */
export function displayPath(document: string, folder: string): string {
  const uri = fileOf(document);
  if (uri === folder) return ".";
  if (uri.startsWith(folder) && uri.charAt(folder.length) === "/")
    return decoded(uri.slice(folder.length + 1));
  return decoded(uri.replace(/^file:\/\/(?=\/)/, ""));
}

/** Percent escapes read where they are valid, and left alone elsewhere. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

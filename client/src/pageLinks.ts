/**
 * A requirement's page with links that VS Code's Markdown preview follows. It refuses `file:` links and those of our
 * own scheme, looks up a path that begins with a slash in the first folder of the workspace, and any other beside the
 * page. A file outside of the first folder is named without a link.
 */
export function withFollowableLinks(markdown: string, firstFolder: string | undefined): string {
  const besides = markdown.replace(PAGE_LINK, (_, uri: string) => `](${fromPage(uri)})`);
  return besides.replace(FILE_LINK, (_, text: string, uri: string) => {
    const inside = firstFolder !== undefined && uri.startsWith(`${firstFolder}/`);
    return inside ? `[${text}](${uri.slice(firstFolder.length)})` : text;
  });
}

/** Every page stands two folders deep, by part and edition: `../../4-2/2019/CR%201.5.md`. */
function fromPage(uri: string): string {
  return `../..${uri.slice(uri.indexOf("/"))}`;
}

/** `[text](file:///w/a.c#L5)`; a bracket in the text is escaped. */
const FILE_LINK = /\[((?:[^\]\\]|\\.)*)\]\((file:[^)\s]*)\)/g;

/** A hover's text in which links to requirement pages are calls of the command that shows them. */
export function withPageCommands(markdown: string): string {
  return markdown.replace(PAGE_LINK, (_, uri: string) => {
    const parameters = encodeURIComponent(JSON.stringify([uri]));
    return `](command:iec62443.openPage?${parameters})`;
  });
}

/** `](iec62443:/4-2/2019/CR%201.5.md)`. */
const PAGE_LINK = /\]\((iec62443:[^)\s]*)\)/g;

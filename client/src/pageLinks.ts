/**
 * A requirement's page with links that VS Code's Markdown preview follows. It refuses `file:` links
 * and looks up a path that begins with a slash in the first folder of the workspace; a file outside
 * of that folder is named without a link.
 */
export function withFollowableLinks(markdown: string, firstFolder: string | undefined): string {
  return markdown.replace(FILE_LINK, (_, text: string, uri: string) => {
    const inside = firstFolder !== undefined && uri.startsWith(`${firstFolder}/`);
    return inside ? `[${text}](${uri.slice(firstFolder.length)})` : text;
  });
}

/** `[text](file:///w/a.c#L5)`; a bracket in the text is escaped. */
const FILE_LINK = /\[((?:[^\]\\]|\\.)*)\]\((file:[^)\s]*)\)/g;

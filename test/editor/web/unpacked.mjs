// The files of a packaged extension in a folder, as a server for the web keeps them.
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";

const INSIDE = "extension/";

/** The extension's folder, and `remove`. */
export async function unpacked(vsix) {
  const folder = await mkdtemp(join(tmpdir(), "iec62443-extension-"));
  await new Promise((resolve, reject) => {
    yauzl.open(vsix, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("entry", (entry) => unpack(zip, entry, folder).then(() => zip.readEntry(), reject));
      zip.on("error", reject).on("end", resolve);
      return zip.readEntry();
    });
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function unpack(zip, entry, folder) {
  const { fileName } = entry;
  if (!fileName.startsWith(INSIDE) || fileName.endsWith("/")) return;
  const to = join(folder, fileName.slice(INSIDE.length));
  await mkdir(dirname(to), { recursive: true });
  const stream = await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  await pipeline(stream, createWriteStream(to));
}

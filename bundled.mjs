// Which packages the bundles are made of: their licences are passed on, and the bill of materials lists them.

/** The folders of the packages that esbuild's builds took code from, sorted. */
export function bundledPackages(builds) {
  const inputs = builds.flatMap((it) => Object.keys(it.metafile.inputs));
  return [...new Set(inputs.flatMap(packageFolder))].sort();
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` belongs to `node_modules/a/node_modules/@b/c`. */
function packageFolder(path) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match === null ? [] : [match[1]];
}

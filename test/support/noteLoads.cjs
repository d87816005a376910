// Notes in the file NOTES which files of the build a program loads, and when it has written its first bytes.
const { appendFileSync } = require("node:fs");
const Module = require("node:module");
const { basename } = require("node:path");

const noted = new Set();
const note = (name) => {
  if (noted.has(name)) return;
  noted.add(name);
  appendFileSync(process.env.NOTES, `${name}\n`);
};

const load = Module._load;
Module._load = (request, ...given) => {
  if (request.endsWith(".cjs")) note(basename(request, ".cjs"));
  return load(request, ...given);
};

const { write } = process.stdout;
process.stdout.write = function (...given) {
  note("written");
  return write.apply(this, given);
};

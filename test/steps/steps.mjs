// The steps of `npm test`, in order. Each imports what it needs when it runs: before that nothing may be installed.
import { hasHost, VERSIONS } from "../editor/versions.mjs";
import { npm } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";

export const STEPS = [
  script("lint", "lint: Biome", "lint"),
  script("types", "types: TypeScript", "types"),
  {
    name: "package",
    title: "package: build, make the VSIX, look into it",
    run: async () => (await import("./packaged.mjs")).packaged(),
  },
  {
    name: "npm",
    needs: "package",
    title: "npm: pack, install into an empty project, run",
    run: async () => (await import("./npmPackage.mjs")).npmPackage(),
  },
  {
    name: "unit",
    title: "unit: core, server, command line, client",
    run: async () => (await import("./unit.mjs")).unit(),
  },
  {
    name: "panel",
    title: "panel: the page in Chromium, with axe",
    run: async () => (await import("./editor.mjs")).panelInBrowser(),
  },
  {
    name: "otherEditors",
    needs: "package",
    title: "other editors: Neovim and Emacs, set up by docs/editors.md",
    run: async () => (await import("./otherEditors.mjs")).otherEditors(),
  },
  ...(hasHost ? [triedOut(), ...VERSIONS.flatMap(inHost)] : [onDesktop()]),
];

/** A script of package.json whose exit code is its one result. */
function script(name, title, scriptName) {
  const run = async () => {
    const { code, output } = await npm(["run", "--silent", scriptName], { cwd: ROOT });
    if (code === 0) return { passed: 1, failures: [] };
    return { passed: 0, failures: [{ title: `npm run ${scriptName}`, detail: output }] };
  };
  return { name, title, run };
}

function triedOut() {
  return {
    name: "try",
    title: "try: npm run try, as a newcomer uses it",
    run: async () => (await import("./tryOut.mjs")).tryOut(),
  };
}

function inHost(version) {
  const editor = `editor: VS Code ${version.vscode}`;
  return [
    {
      name: "editor",
      needs: "package",
      title: `${editor}, in the extension host`,
      run: async () => (await import("./editor.mjs")).suiteInHost(version),
    },
    {
      name: "editor",
      needs: "package",
      title: `${editor}, by mouse and keyboard`,
      run: async () => (await import("./editor.mjs")).passInBrowser(version),
    },
    {
      name: "editor",
      needs: "package",
      title: `${editor}, in a browser with no machine behind it`,
      run: async () => (await import("./editor.mjs")).browserAlone(version),
    },
  ];
}

function onDesktop() {
  return {
    name: "editor",
    needs: "package",
    title: "editor: desktop VS Code, in the extension host",
    run: async () => (await import("../editor/desktop.mjs")).suiteOnDesktop(),
  };
}

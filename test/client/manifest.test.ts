import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { STATE_LOOKS } from "../../client/src/states.ts";
import { LEVEL_WORDS } from "../../client/src/targetLevels.ts";
import manifest from "../../package.json" with { type: "json" };
import { RELATIONS } from "../../server/src/core/annotation.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import grammar from "../../syntaxes/iec62443.injection.json" with { type: "json" };

const TOP = resolve(import.meta.dirname, "../..");
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);

describe("commands", () => {
  test("are the ones that the client registers", () => {
    const sources = readdirSync(join(TOP, "client/src")).map((it) =>
      readFileSync(join(TOP, "client/src", it), "utf8"),
    );
    const registered = sources.flatMap((source) =>
      [...source.matchAll(/^ +"(iec62443\.\w+)":/gm)].map(([, id]) => id),
    );
    expect(registered.sort()).toEqual([...commands].sort());
  });

  test("that need a row or a question of their own are not in the palette by themselves", () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === "false")
      .map(({ command }) => command);
    expect(hidden).toEqual(
      expect.arrayContaining([
        "iec62443.copyMarkdown",
        "iec62443.copyReference",
        "iec62443.goToClaim",
        "iec62443.hideHint",
        "iec62443.insertAnnotationOf",
        "iec62443.openPage",
      ]),
    );
  });

  test.each(["view/title", "view/item/context"] as const)(
    "have at most three icons of their own at once in %s",
    (place) => {
      const icons = contributes.menus[place].filter(({ group }) =>
        /^(navigation|inline)/.test(group),
      );
      expect(icons.length).toBeLessThanOrEqual(3);
      const shown = icons.map(({ command }) =>
        contributes.commands.find((it) => it.command === command),
      );
      expect(shown.filter((it) => it === undefined || !("icon" in it))).toEqual([]);
    },
  );

  test("that have an icon on a row stand in its menu as well, for who uses no mouse", () => {
    const menu = contributes.menus["view/item/context"];
    const isInline = ({ group }: { readonly group: string }) => group.startsWith("inline");
    const inMenu = menu.filter((it) => !isInline(it)).map(({ command }) => command);
    const onlyIcons = menu.filter(isInline).filter(({ command }) => !inMenu.includes(command));
    expect(onlyIcons).toEqual([]);
  });

  test("of rows are reached by kinds of rows that there are", () => {
    const kinds = contributes.menus["view/item/context"].flatMap(({ when }) =>
      [...(/viewItem (?:==|=~) (\S.*)$/.exec(when)?.[1]?.matchAll(/[a-z]+/gi) ?? [])].map(String),
    );
    const source = ["coverageNode.ts", "treeItems.ts"]
      .map((it) => readFileSync(join(TOP, "client/src", it), "utf8"))
      .join("\n");
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter((it) => it !== "b" && !source.includes(`"${it}"`))).toEqual([]);
  });

  test("all stand in the one category", () => {
    expect(contributes.commands.filter(({ category }) => category !== "IEC 62443")).toEqual([]);
  });

  test("are known wherever a menu or a welcome text names one", () => {
    const inMenus = Object.values(contributes.menus).flatMap((menu) =>
      menu.map((it) => it.command),
    );
    const welcome = contributes.viewsWelcome.map(({ contents }) => contents).join("\n");
    const inWelcome = [...welcome.matchAll(/\(command:(iec62443\.\w+)\)/g)].map(([, id]) => id);
    const unknown = [...inMenus, ...inWelcome].filter((it) => !commands.includes(it ?? ""));
    expect(unknown).toEqual([]);
  });
});

describe("settings", () => {
  const settings = contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties),
  );

  test.each(settings)("%s has a scope, an order and a description", (_, setting) => {
    expect(setting).toMatchObject({
      scope: expect.stringMatching(/^(resource|window)$/),
      order: expect.any(Number),
      markdownDescription: expect.stringMatching(/\.$/),
      default: expect.anything(),
    });
  });

  test("tell the target levels in the words of Set Target Level", () => {
    const target = contributes.configuration.find(({ id }) => id === "coverage")?.properties[
      "iec62443.target"
    ];
    const [, ...levels] = target?.enumDescriptions ?? [];
    expect(levels).toEqual(LEVEL_WORDS.map(({ words }) => `${words}.`));
  });

  test("offer every rule, at the levels there are", () => {
    const offered = contributes.configuration.find(({ id }) => id === "findings")?.properties[
      "iec62443.rules"
    ]?.properties;
    expect(Object.keys(offered ?? {}).sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  test("name the level that a rule has by itself", () => {
    const text = JSON.stringify(contributes.configuration);
    const silent = RULES.filter(
      ({ code, level }) => !new RegExp(`"${code}":[^}]*Without a setting: \`${level}\``).test(text),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});

test("every state has a colour that is contributed", () => {
  const colors = contributes.colors.map(({ id }) => id);
  const missing = Object.values(STATE_LOOKS).filter(({ color }) => !colors.includes(color));
  expect(missing).toEqual([]);
});

test("no two states look or sound alike", () => {
  const looks = Object.values(STATE_LOOKS);
  expect(new Set(looks.map(({ word }) => word)).size).toBe(looks.length);
  expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
});

describe("the injection grammars", () => {
  test("know the relations of the language", () => {
    const [, words] = /\((implements[^)]*)\)/.exec(grammar.repository.relation.match) ?? [];
    expect(words?.split("|")).toEqual([...RELATIONS]);
  });

  test.each(contributes.grammars)("$scopeName goes into each language once", (it) => {
    const text = readFileSync(join(TOP, it.path), "utf8");
    expect(JSON.parse(text)).toMatchObject({ scopeName: it.scopeName });
    expect(new Set(it.injectTo).size).toBe(it.injectTo.length);
  });
});

describe("the package", () => {
  const listed = execFileSync(
    "node",
    ["node_modules/@vscode/vsce/vsce", "ls", "--no-dependencies"],
    {
      cwd: TOP,
      encoding: "utf8",
    },
  )
    .split(/\r?\n/)
    .filter((line) => line !== "" && existsSync(join(TOP, line)));

  test("holds nothing but what is meant to be in it", () => {
    const allowed =
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(client|languageClient|server|session|languageServer|cli|catalog|yaml|scanWorker)\.cjs|dist\/panel\.(js|css)|dist\/THIRD-PARTY-NOTICES\.txt|media\/(activity\.svg|icon\.png)|syntaxes\/[\w.-]+\.json|catalog\/schema\/[\w-]+\.schema\.json)$/;
    expect(listed.filter((path) => !allowed.test(path))).toEqual([]);
  });

  test("holds every file that package.json names and that is not built", () => {
    const icons = [
      manifest.icon,
      ...Object.values(contributes.viewsContainers).flatMap((them) => them.map(({ icon }) => icon)),
    ];
    const grammars = contributes.grammars.map(({ path }) => path.slice(2));
    const schemas = contributes.yamlValidation.map(({ url }) => url.slice(2));
    const expected = ["package.json", "README.md", "LICENSE", ...icons, ...grammars, ...schemas];
    expect(listed).toEqual(expect.arrayContaining(expected));
  });
});

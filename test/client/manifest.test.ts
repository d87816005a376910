import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { STATE_LOOKS } from "../../client/src/states.ts";
import { levelWords } from "../../client/src/targetLevels.ts";
import { TASK_COMMANDS, TASK_TYPE } from "../../client/src/taskDefinition.ts";
import manifest from "../../package.json" with { type: "json" };
import nls from "../../package.nls.json" with { type: "json" };
import { RELATIONS } from "../../server/src/core/annotation.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import { FINDING_LEVELS } from "../../server/src/core/rules/rule.ts";
import grammar from "../../syntaxes/iec62443.injection.json" with { type: "json" };

const TOP = resolve(import.meta.dirname, "../..");
const { contributes } = manifest;
const english: Readonly<Record<string, string | undefined>> = nls;

/** What a person reads in place of a key. */
function said(key: string | undefined): string {
  return english[key?.replaceAll("%", "") ?? ""] ?? "";
}

const commands = contributes.commands.map(({ command }) => command);

const STEPS = contributes.walkthroughs.flatMap(({ steps }) => steps);

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
    const others = contributes.commands.filter(({ category }) => said(category) !== "IEC 62443");
    expect(others).toEqual([]);
  });

  test("are known wherever a menu or a welcome text names one", () => {
    const inMenus = Object.values(contributes.menus).flatMap((menu) =>
      menu.flatMap((it) => ("command" in it ? [it.command] : [])),
    );
    const texts = [
      ...contributes.viewsWelcome.map(({ contents }) => said(contents)),
      ...STEPS.map(({ description }) => said(description)),
    ].join("\n");
    const inTexts = [...texts.matchAll(/\(command:(iec62443\.\w+)\)/g)].map(([, id]) => id);
    expect(inTexts.length).toBeGreaterThan(5);
    const unknown = [...inMenus, ...inTexts].filter((it) => !commands.includes(it ?? ""));
    expect(unknown).toEqual([]);
  });
});

describe("settings", () => {
  const settings = contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties),
  );

  test.each(settings)("%s has a scope, an order and a description", (_, setting) => {
    expect(setting).toMatchObject({
      scope: expect.stringMatching(/^(resource|window|machine-overridable)$/),
      order: expect.any(Number),
      default: expect.anything(),
    });
    expect(said(setting.markdownDescription)).toMatch(/\.$/);
  });

  test("tell the target levels in the words of Set Target Level", () => {
    const target = contributes.configuration.find(({ id }) => id === "coverage")?.properties[
      "iec62443.target"
    ];
    const [, ...levels] = target?.markdownEnumDescriptions.map(said) ?? [];
    expect(levels).toEqual(levelWords().map(({ words }) => `${words}.`));
  });

  test("are few enough to be looked through, in sections that are ordered", () => {
    expect(settings.length).toBeLessThanOrEqual(20);
    const orders = contributes.configuration.map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    for (const { properties } of contributes.configuration) {
      const numbers = Object.values(properties).map(({ order }) => order);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test("say of every choice what it means", () => {
    const choices = enumsIn(contributes.configuration);
    expect(choices.length).toBeGreaterThan(RULES.length);
    const silent = choices.filter(
      ({ enum: values, markdownEnumDescriptions: texts }) => values.length !== texts?.length,
    );
    expect(silent).toEqual([]);
  });

  test("do not let a workspace that is not trusted decide what is read", () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const names = settings.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(restrictedConfigurations));
  });

  test("offer every rule, at the levels there are", () => {
    const offered = contributes.configuration.find(({ id }) => id === "coverage")?.properties[
      "iec62443.rules"
    ]?.properties;
    expect(Object.keys(offered ?? {}).sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  test("name the level that a rule has by itself", () => {
    const silent = RULES.filter(
      ({ code, level }) => !said(`rule.${code}`).includes(`Without a setting: \`${level}\``),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});

interface Choice {
  readonly enum: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
}

/** Every schema with an enum, however deep. */
function enumsIn(value: unknown): readonly Choice[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(enumsIn);
  return "enum" in value && Array.isArray(value.enum) ? [value as Choice, ...below] : below;
}

describe("menus", () => {
  test("say when each entry is there", () => {
    const always = Object.entries(contributes.menus).flatMap(([place, entries]) =>
      entries.filter((it) => !it.when).map((it) => `${place} ${JSON.stringify(it)}`),
    );
    expect(always).toEqual([]);
  });

  test("of the editor and the explorer are one entry each, for files on a disk where coverage is known", () => {
    const ids = contributes.submenus.map(({ id }) => id);
    const entries = [
      ...contributes.menus["editor/context"],
      ...contributes.menus["explorer/context"],
    ];
    expect(entries.map(({ submenu }) => submenu)).toEqual(ids);
    for (const { when } of entries) {
      expect(when).toContain("resourceScheme == file");
      expect(when).toContain("iec62443.state == 'ready' || iec62443.state == 'empty'");
    }
    for (const id of ids) expect(contributes.menus).toHaveProperty([id]);
  });

  test.each(["view/title", "view/item/context"] as const)("of %s belong to our view", (place) => {
    const strange = contributes.menus[place].filter(
      ({ when }) => !when.startsWith("view == iec62443.coverage"),
    );
    expect(strange).toEqual([]);
  });

  test("hide in the palette what is not enabled, by the same condition", () => {
    const palette = new Map(contributes.menus.commandPalette.map((it) => [it.command, it.when]));
    const other = contributes.commands.filter(
      (it) => "enablement" in it && palette.get(it.command) !== it.enablement,
    );
    expect(other.map(({ command }) => command)).toEqual([]);
  });

  test("offer nothing that runs a program where the workspace is not trusted", () => {
    const places = [
      ...contributes.menus.commandPalette,
      ...contributes.menus["view/title"],
      ...contributes.commands.map((it) => ({ command: it.command, when: it.enablement ?? "" })),
    ].filter(({ command }) => command === "iec62443.runCheck");
    expect(places.length).toBe(3);
    for (const { when } of places)
      expect(when).toContain(
        "isWorkspaceTrusted && !virtualWorkspace && processExecutionSupported",
      );
  });
});

describe("the welcome texts", () => {
  const contexts = contributes.viewsWelcome.map(({ when }) => when);
  const state = readFileSync(join(TOP, "client/src/coverageStatus.ts"), "utf8");
  const [, union = ""] = /type ViewState =([^;]+);/.exec(state) ?? [];

  test("speak in every state in which the tree may be empty", () => {
    const states = [...union.matchAll(/"([\w-]+)"/g)].map(([, it]) => it);
    const silent = states.filter((it) => !contexts.some((when) => when.includes(`'${it}'`)));
    // While the server starts the line above the tree says so; where there is coverage there are rows.
    expect(silent).toEqual(["starting", "ready"]);
  });

  test("know no state that the client does not tell", () => {
    const asked = contexts.flatMap((when) => [...when.matchAll(/state == '([\w-]+)'/g)]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, it]) => !union.includes(`"${it}"`))).toEqual([]);
  });

  test("tell of Restricted Mode and of folders that are on no disk", () => {
    expect(contexts.some((when) => when.includes("!isWorkspaceTrusted"))).toBe(true);
    expect(contexts.some((when) => / && \(?virtualWorkspace/.test(when))).toBe(true);
  });
});

describe("the walkthrough", () => {
  test("has five steps, each of which is done by doing it", () => {
    expect(STEPS.map(({ id }) => id)).toEqual([
      "folder",
      "project",
      "annotation",
      "coverage",
      "pipeline",
    ]);
    for (const { completionEvents } of STEPS) {
      expect(completionEvents.length).toBeGreaterThan(0);
      for (const event of completionEvents)
        expect(event).toMatch(/^on(Command|View|Context|SettingChanged):/);
    }
  });

  test("waits for commands, views, settings and context keys that there are", () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const views = contributes.views.iec62443.map(({ id }) => id);
    const source = ["coverageTree.ts", "walkthrough.ts"]
      .map((it) => readFileSync(join(TOP, "client/src", it), "utf8"))
      .join("\n")
      .replaceAll(/\s+/g, "");
    const known = { Command: commands, View: views, SettingChanged: settings };
    for (const event of STEPS.flatMap((it) => it.completionEvents)) {
      const [, kind = "", what = ""] = /^on(\w+):(.*)$/.exec(event) ?? [];
      if (kind !== "Context") expect(known[kind as keyof typeof known]).toContain(what);
      else
        for (const [key] of what.matchAll(/iec62443\.\w+/g))
          expect(source).toContain(`setContext("${key}"`);
    }
  });

  test.each(STEPS)("draws $id in colours of the theme alone, and says what is drawn", (step) => {
    const svg = readFileSync(join(TOP, step.media.svg), "utf8");
    expect(said(step.media.altText).length).toBeGreaterThan(20);
    const bare = svg.replace(
      /var\(--vscode-[\w-]+, (?:var\(--vscode-[\w-]+, [#\w]+\)|[^()]+)\)/g,
      "",
    );
    expect(bare).not.toMatch(/#[0-9a-f]{3,8}\b/i);
    expect(svg).not.toMatch(/<script|<image|href|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  });
});

describe("the tools for chat models", () => {
  const tools = contributes.languageModelTools;

  test("are the ones that the client registers", () => {
    const source = readFileSync(join(TOP, "client/src/languageModelTools.ts"), "utf8");
    const registered = [...source.matchAll(/^ +(iec62443_\w+):/gm)].map(([, name]) => name);
    expect(tools.map(({ name }) => name)).toEqual(registered);
  });

  test.each(tools)("$name tells people and models what it does, and takes nothing else", (tool) => {
    expect(tool.modelDescription).toContain("Read-only.");
    expect(said(tool.userDescription)).toMatch(/\.$/);
    expect(said(tool.displayName)).toMatch(/^IEC 62443 /);
    expect(tool).toMatchObject({ canBeReferencedInPrompt: true, icon: expect.any(String) });
    expect(tool.inputSchema.additionalProperties).toBe(false);
  });

  test("know every state", () => {
    const coverage = tools.find(({ name }) => name === "iec62443_list_coverage");
    expect(coverage?.inputSchema.properties.states?.items.enum.toSorted()).toEqual(
      Object.keys(STATE_LOOKS).sort(),
    );
  });
});

describe("the task type", () => {
  const [definition] = contributes.taskDefinitions;

  test("offers what the provider offers", () => {
    expect(definition?.type).toBe(TASK_TYPE);
    expect(definition?.properties.command.enum).toEqual([...TASK_COMMANDS]);
  });

  const [matcher] = contributes.problemMatchers;
  const pattern = new RegExp(matcher?.pattern.regexp ?? "(?!)");

  test.each([
    [
      "firmware/a.c:12:8 error unknown-requirement  The catalog has no CR 9.9.",
      ["firmware/a.c", "12", "8", "error", "unknown-requirement", "The catalog has no CR 9.9."],
    ],
    [
      "a b:c.c:1:1 hint duplicate-claim  Says: 3:4 error twice.",
      ["a b:c.c", "1", "1", "hint", "duplicate-claim", "Says: 3:4 error twice."],
    ],
  ])("finds a finding in %s", (line, parts) => {
    expect(pattern.exec(line)?.slice(1)).toEqual(parts);
  });

  test.each([
    "  12 | // @iec62443 CR 9.9",
    "     |              ^^^^^^",
    "2 errors in 3 files",
    "::error file=a.c,line=1::no",
    "",
    `${"a:1".repeat(5000)} error`,
  ])("finds none in %j", (line) => {
    expect(pattern.exec(line)).toBeNull();
  });

  test("knows every level of a finding", () => {
    for (const level of FINDING_LEVELS) {
      expect(pattern.test(`a.c:1:1 ${level} unverified  No test.`)).toBe(true);
    }
  });
});

test("every colour has a value for each of the four kinds of theme", () => {
  for (const { defaults } of contributes.colors) {
    expect(Object.keys(defaults)).toEqual(["dark", "light", "highContrast", "highContrastLight"]);
  }
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
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(client|languageClient|server|session|languageServer|cli|catalog|yaml|reports|scanWorker)\.cjs|dist\/(client|server)Browser\.js|dist\/panel\.(js|css)|dist\/(THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json)|l10n\/bundle\.l10n(\.de)?\.json|media\/(activity\.svg|icon\.png)|media\/walkthrough\/\w+\.svg|package\.nls(\.de)?\.json|syntaxes\/[\w.-]+\.json|catalog\/schema\/[\w-]+\.schema\.json)$/;
    expect(listed.filter((path) => !allowed.test(path))).toEqual([]);
  });

  test("holds every file that package.json names and that is not built", () => {
    const icons = [
      manifest.icon,
      ...Object.values(contributes.viewsContainers).flatMap((them) => them.map(({ icon }) => icon)),
    ];
    const grammars = contributes.grammars.map(({ path }) => path.slice(2));
    const schemas = contributes.yamlValidation.map(({ url }) => url.slice(2));
    const pictures = STEPS.map(({ media }) => media.svg);
    const words = ["package.nls.json", "package.nls.de.json", "l10n/bundle.l10n.de.json"];
    const others = [...icons, ...grammars, ...schemas, ...pictures, ...words];
    const expected = ["package.json", "README.md", "LICENSE", ...others];
    expect(listed).toEqual(expect.arrayContaining(expected));
  });
});

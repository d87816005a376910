import { describe, expect, test } from "vitest";
import { formatByteSize, parseByteSize } from "../../server/src/core/byteSize.ts";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { parseConfig } from "../../server/src/core/parseConfig.ts";

describe("settings", () => {
  test("are read as the editor sends them", () => {
    const { config, problems } = parseConfig({
      component: ["embedded-device", "network-device"],
      target: 2,
      scan: {
        exclude: ["third_party/**"],
        maxFileSize: "512KiB",
        languages: { "*.inc": "c" },
      },
      rules: { "unknown-requirement": "warning", "duplicate-claim": "off" },
      codeLens: false,
      inlayHints: true,
      documentSymbols: false,
      trace: { server: "off" },
    });
    expect(config).toEqual({
      components: ["EDR", "NDR"],
      codeLens: false,
      inlayHints: true,
      documentSymbols: false,
      target: 2,
      exclude: ["third_party/**"],
      maxFileSize: 524_288,
      languages: { "*.inc": "c" },
      rules: { "unknown-requirement": "warning", "duplicate-claim": "off" },
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["no settings", {}],
    ["settings of null", { component: null, target: null, scan: null, rules: null }],
    ["the editor's defaults", { component: [], target: 0, scan: { maxFileSize: "2MiB" } }],
  ])("are the defaults for %s", (_, raw) => {
    expect(parseConfig(raw)).toEqual({ config: DEFAULT_CONFIG, problems: [] });
  });

  test.each<[unknown, unknown]>([
    ["SL 3", 3],
    ["3", 3],
    ["SL-C 4", 4],
    [1, 1],
  ])("aim at a level written as %j", (target, expected) => {
    expect(parseConfig({ target }).config.target).toBe(expected);
  });

  test.each(["EDR", "edr", "Embedded device", "embedded-device", "embedded_device"])(
    "name a component type as %s",
    (component) => {
      expect(parseConfig({ component }).config.components).toEqual(["EDR"]);
    },
  );

  test("keep what is right beside what is wrong", () => {
    const { config } = parseConfig({
      component: ["toaster", "host-device"],
      scan: { exclude: ["a", 1, "b"], languages: { "*.x": "klingon", "*.y": "c" } },
      rules: { "unknown-requirement": "loud", "duplicate-claim": "info" },
    });
    expect(config).toMatchObject({
      components: ["HDR"],
      exclude: ["a", "b"],
      languages: { "*.y": "c" },
      rules: { "duplicate-claim": "info" },
    });
  });

  test.each<[string, unknown]>([
    ["no object", "on"],
    ["a level there is not", { target: 7 }],
    ["a level of the wrong type", { target: { "FR 1": 2 } }],
    ["a component type there is not", { component: ["toaster"] }],
    ["globs of the wrong type", { scan: { exclude: { "**/x": true } } }],
    ["a size without meaning", { scan: { maxFileSize: "much" } }],
    ["no size", { scan: { maxFileSize: 0 } }],
    ["an unknown language", { scan: { languages: { "*.x": "klingon" } } }],
    ["languages of the wrong type", { scan: { languages: ["c"] } }],
    ["a switch that is neither on nor off", { codeLens: "yes" }],
    ["another such switch", { inlayHints: 1 }],
    ["a third such switch", { documentSymbols: 1 }],
    ["a rule there is not", { rules: { nonsense: "error" } }],
    ["a level of a rule there is not", { rules: { unverified: 1 } }],
  ])("of %s fall back, and say so once", (_, raw) => {
    const { config, problems } = parseConfig(raw, ["unverified"]);
    expect(config).toEqual(DEFAULT_CONFIG);
    expect(problems).toHaveLength(1);
  });

  test("say what to write instead", () => {
    const { problems } = parseConfig(
      {
        component: ["toaster"],
        target: 7,
        scan: { exclude: [1], maxFileSize: "much", languages: { "*.x": "klingon" } },
        rules: { nonsense: "error", unverified: "loud" },
      },
      ["unverified"],
    );
    expect(problems.join("\n")).toMatchInlineSnapshot(`
      "The setting iec62443.target is 7. Write a security level from 1 to 4, or 0 for none.
      The setting iec62443.scan.exclude holds 1. Write a list of globs such as \`third_party/**\`.
      The setting iec62443.scan.maxFileSize is "much". Write a size such as 512KiB or 2MiB, or a number of bytes.
      The setting iec62443.scan.languages gives "klingon" to "*.x". Write the id of a language, such as \`c\` or \`python\`.
      The setting iec62443.rules names "nonsense". The rules are unverified.
      The setting iec62443.rules gives "loud" to unverified. Write one of error, warning, info, hint, off.
      The setting iec62443.component holds "toaster". Write one of software-application, embedded-device, host-device, network-device."
    `);
  });

  test("cannot reach the prototype of anything", () => {
    const raw: unknown = JSON.parse('{"rules": {"__proto__": "error", "unverified": "off"}}');
    const { config } = parseConfig(raw);
    expect(Object.getPrototypeOf(config.rules)).toBe(Object.prototype);
  });
});

test.each<[unknown, number | undefined]>([
  [1000, 1000],
  ["1000", 1000],
  ["1000 b", 1000],
  ["2MiB", 2_097_152],
  ["2 mb", 2_097_152],
  ["2M", 2_097_152],
  ["1.5 KiB", 1536],
  ["1g", 1_073_741_824],
  ["0", 0],
  [-1, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  ["", undefined],
  ["MiB", undefined],
  ["1 TiB", undefined],
  ["1,5 MiB", undefined],
  [null, undefined],
])("the size %j is %j bytes", (written, bytes) => {
  expect(parseByteSize(written)).toBe(bytes);
});

test.each([
  [0, "0 bytes"],
  [1023, "1023 bytes"],
  [1024, "1 KiB"],
  [1536, "1.5 KiB"],
  [2_097_152, "2 MiB"],
  [5_000_000_000, "4.7 GiB"],
])("%d bytes read as %s", (bytes, written) => {
  expect(formatByteSize(bytes)).toBe(written);
});

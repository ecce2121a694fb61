// The packaging configuration as far as it can be judged without the runtime: by electron-builder's own schema, and by what the
// project promises. What electron-builder makes of it is in tests/long/package.test.ts.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findReleaseNotes } from "../../.ci/packaging/release-notes.ts";
import { makeIcns, makeIco } from "../../.ci/packaging/icon-files.ts";

const root = resolve(import.meta.dirname, "../..");
const place = "resources/packaging/electron-builder.json";
const readText = (path: string): string => readFileSync(join(root, path), "utf8");

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Platform {
  readonly target: readonly Target[];
}
interface Configuration {
  readonly win: Platform & { readonly requestedExecutionLevel: string; readonly verifyUpdateCodeSignature: boolean };
  readonly mac: Platform & { readonly hardenedRuntime: boolean; readonly entitlements: string };
  readonly linux: Platform;
  readonly nsis: { readonly perMachine: boolean; readonly allowElevation: boolean; readonly include: string };
  readonly deb: { readonly fpm: readonly string[] };
  readonly fileAssociations: readonly { readonly ext: string }[];
}

const configuration = JSON.parse(readText(place)) as Configuration;
const listTargets = ({ target }: Platform): readonly string[] =>
  target.map((one) => `${one.target} ${one.arch.join(" ")}`);

type ValidateSchema = (schema: unknown, data: unknown, names: { readonly name: string }) => void;

function validate(data: unknown): void {
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve("electron-builder"));
  const { validateSchema } = fromBuilder("app-builder-lib/out/util/config/schemaValidator") as {
    readonly validateSchema: ValidateSchema;
  };
  // It coerces what it is given.
  validateSchema(fromBuilder("app-builder-lib/scheme.json"), structuredClone(data), { name: place });
}

describe("the packaging configuration", () => {
  test("is one that electron-builder accepts", () => {
    expect(() => validate(configuration)).not.toThrow();
  });

  test("is refused by that schema when an option is misspelled", () => {
    expect(() => validate({ ...configuration, nsis: { ...configuration.nsis, perMachin: true } })).toThrow(
      "configuration.nsis",
    );
  });

  test("names only files that are there, or are made by npm run package", () => {
    const named = [...readText(place).matchAll(/"((?:resources|out|dist)\/[^"*=]+)[="]/g)].map(([, path = ""]) => path);
    const made = ["dist/", "out/"];
    const missing = named.filter((path) => !existsSync(join(root, path)) && !made.some((one) => path.startsWith(one)));
    expect([named.length > 5, missing]).toEqual([true, []]);
  });

  test("makes for Windows an installer without rights of an administrator and a plain ZIP, for both processors", () => {
    const { win, nsis } = configuration;
    expect([listTargets(win), win.requestedExecutionLevel, nsis.perMachine, nsis.allowElevation]).toEqual([
      ["nsis x64 arm64", "zip x64 arm64"],
      "asInvoker",
      false,
      false,
    ]);
  });

  test("makes for macOS a universal disk image with the hardened runtime, loosened for compiling only", () => {
    const { mac } = configuration;
    const loosened = [...readText(mac.entitlements).matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key);
    expect([listTargets(mac)[0], mac.hardenedRuntime, loosened]).toEqual([
      "dmg universal",
      true,
      ["com.apple.security.cs.allow-jit"],
    ]);
  });

  test("makes for Linux an AppImage and a package that brings the udev rule to where udev reads it", () => {
    expect([listTargets(configuration.linux), configuration.deb.fpm]).toEqual([
      ["AppImage x64 arm64", "deb x64 arm64"],
      ["resources/packaging/70-counterpart.rules=/usr/lib/udev/rules.d/70-counterpart.rules"],
    ]);
  });

  test("gives the app log captures, evidence packs and plans to open", () => {
    expect(configuration.fileAssociations.map(({ ext }) => ext)).toEqual([
      "counterpart-log",
      "counterpart-pack",
      "counterpart-plan",
    ]);
  });

  test("checks who signed an update on Windows", () => {
    expect(configuration.win.verifyUpdateCodeSignature).toBe(true);
  });
});

test("the installer refuses a Windows before 10 in both languages and names what works there", () => {
  const script = readText(configuration.nsis.include);
  const refusal = script.slice(script.indexOf("${IfNot} ${AtLeastWin10}"), script.indexOf("${EndIf}"));
  expect(
    ["needs Windows 10 or 11", "需要 Windows 10 或 11", "paper-check.html", "Quit"].filter(
      (word) => !refusal.includes(word),
    ),
  ).toEqual([]);
});

describe("release notes", () => {
  const changelog = "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.0] - 2026-01-01\n\n- now\n";

  test("are the section of the version", () => {
    expect(findReleaseNotes(changelog, "1.2.0")).toBe("- now\n");
  });

  test("are what is not released yet before the version has a section", () => {
    expect(findReleaseNotes(changelog, "1.3.0")).toBe("- later\n");
  });

  test("are found for this version of this project", () => {
    const { version } = JSON.parse(readText("package.json")) as { readonly version: string };
    expect(findReleaseNotes(readText("CHANGELOG.md"), version)).toMatch(/\w/);
  });

  test("are missing where the changelog says nothing", () => {
    expect(findReleaseNotes("# Changelog\n", "1.0.0")).toBeNull();
  });
});

describe("icon files", () => {
  const pictures = [16, 256].map((size) => ({ size, png: Uint8Array.from([size % 251, 1, 2]) }));

  test("for Windows point at each picture", () => {
    const file = Buffer.from(makeIco(pictures));
    const found = [0, 1].map((index) => {
      const entry = 6 + 16 * index;
      const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
      return [file.readUInt8(entry), [...file.subarray(offset, offset + length)]];
    });
    expect(found).toEqual([
      [16, [16, 1, 2]],
      [0, [5, 1, 2]],
    ]);
  });

  test("for macOS hold each picture for both densities of screens", () => {
    const file = Buffer.from(makeIcns(pictures));
    expect([file.toString("latin1", 0, 4), file.readUInt32BE(4), file.length]).toEqual([
      "icns",
      8 + 3 * 11,
      8 + 3 * 11,
    ]);
  });
});

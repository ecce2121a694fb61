// An update from a file: signed as the release script signs it, judged and handed over as the app does it, on real files.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { placePublicKey, readUpdateKey, signUpdates } from "../../.ci/packaging/sign-updates.ts";
import { findAppImage } from "../../electron/main/find-app-image.ts";
import type { RunningApp } from "../../electron/main/judge-update.ts";
import { offerUpdateFiles } from "../../electron/main/offer-update-files.ts";
import { takeUpdate, type TakeUpdateParts } from "../../electron/main/take-update.ts";

const publisher = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");
const onDebian: RunningApp = { release: "1.2.0", platform: "linux", arch: "x64", appImage: null };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-update-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const deb = "counterpart_1.3.0_amd64.deb";

interface Case {
  readonly file?: string;
  readonly release?: string;
  readonly key?: typeof publisher;
  readonly app?: Partial<RunningApp>;
  /** What happens to the files before the person brings them. */
  readonly before?: (file: string) => void;
  readonly says?: boolean;
}

/** A published file on a stick, chosen in the app. */
async function take({ file = deb, release = "1.3.0", key = publisher, app = {}, before, says = true }: Case) {
  const stick = join(folder, "stick");
  mkdirSync(stick);
  writeFileSync(join(stick, file), `the program ${release}`);
  await signUpdates(stick, release, key.privateKey);
  before?.(join(stick, file));
  const opened: string[] = [];
  const asked: string[] = [];
  const parts: TakeUpdateParts = {
    app: { ...onDebian, ...app },
    publicKey: publisher.publicKey,
    folder: join(folder, "update"),
    choose: () => Promise.resolve(join(stick, file)),
    confirm: (wanted) => {
      asked.push(wanted);
      return Promise.resolve(says);
    },
    openPath: (path) => {
      opened.push(`${path.slice(folder.length)}: ${readFileSync(path, "utf8")}`);
      return Promise.resolve("");
    },
  };
  const taken = await takeUpdate(parts);
  return { taken: taken.ok ? taken.value : taken.failure.message.en, asked, opened };
}

test("a newer one that the publisher signed is opened by the system, from a folder that is only this person's", async () => {
  expect(await take({})).toEqual({
    taken: "started",
    asked: ["1.3.0"],
    opened: [`/update/${deb}: the program 1.3.0`],
  });
  expect(statSync(join(folder, "update")).mode & 0o777).toBe(0o700);
});

test("nothing is opened when the person does not want it after all", async () => {
  expect(await take({ says: false })).toEqual({ taken: "none", asked: ["1.3.0"], opened: [] });
});

describe("refused, in words, before anybody is asked and anything is opened", () => {
  const cases: readonly (readonly [string, Case, RegExp])[] = [
    [
      "its signature is missing",
      { before: (file) => rmSync(`${file}.sig`) },
      /signature is missing: a file .+\.deb\.sig/,
    ],
    ["somebody else signed it", { key: stranger }, /signature is not the publisher's/],
    ["its signature is for another text", { before: (file) => swapRelease(file, "9.9.9") }, /not the publisher's/],
    [
      "its signature is no signature",
      { before: (file) => writeFileSync(`${file}.sig`, "MZ\n\n") },
      /not the publisher's/,
    ],
    ["its signature is endless", { before: (file) => writeFileSync(`${file}.sig`, "x".repeat(9000)) }, /is missing/],
    [
      "the file was changed",
      { before: (file) => writeFileSync(file, "another program") },
      /not the file that was signed/,
    ],
    ["the file is cut", { before: (file) => writeFileSync(file, "the program") }, /not the file that was signed/],
    ["it is as old as what runs", { release: "1.2.0" }, /not newer .+1\.2\.0, 1\.2\.0/],
    ["it is older", { release: "1.1.9" }, /not newer/],
    [
      "it is for Windows",
      { file: "Counterpart Setup 1.3.0.exe" },
      /another computer \(win32 x64, arm64; this is linux x64\)/,
    ],
    ["it is for another processor", { file: "counterpart_1.3.0_arm64.deb" }, /another computer \(linux arm64/],
    ["it is an AppImage, and the app was installed", { file: "Counterpart-1.3.0.AppImage" }, /ends with \.deb/],
    ["the file is gone", { before: (file) => rmSync(file) }, /./],
  ];
  test.for(cases)("when %s", async ([, given, words]) => {
    const { taken, asked, opened } = await take(given);
    expect(taken).toMatch(words);
    expect([asked, opened]).toEqual([[], []]);
  });

  function swapRelease(file: string, release: string): void {
    const text = readFileSync(`${file}.sig`, "utf8");
    writeFileSync(`${file}.sig`, text.replace('"release":"1.3.0"', `"release":"${release}"`));
  }
});

test("an update that a trial of the same release runs is newer", async () => {
  expect((await take({ app: { release: "1.3.0-beta.2" } })).taken).toBe("started");
});

test("an AppImage takes the place of the one that runs, which can be started again", async () => {
  const appImage = join(folder, "Counterpart.AppImage");
  writeFileSync(appImage, "the program 1.2.0");
  const { taken, opened } = await take({ file: "Counterpart-1.3.0.AppImage", app: { appImage } });
  expect([taken, opened, readFileSync(appImage, "utf8"), statSync(appImage).mode & 0o111]).toEqual([
    "in-place",
    [],
    "the program 1.3.0",
    0o111,
  ]);
});

test.for([
  ["from its own AppImage", "/tmp/.mount_Counte1/counterpart", "/apps/Counterpart.AppImage"],
  ["installed, and was started by a program from another AppImage", "/opt/Counterpart/counterpart", null],
] as const)("where it runs %s, that is known", ([, program, found]) => {
  const environment = { APPIMAGE: "/apps/Counterpart.AppImage", APPDIR: "/tmp/.mount_Counte1" };
  expect([findAppImage(environment, program), findAppImage({}, program)]).toEqual([found, null]);
});

test.for([
  ["Counterpart Setup 1.3.0.exe", { platform: "win32", arch: "arm64" }],
  ["Counterpart-1.3.0-universal.dmg", { platform: "darwin", arch: "arm64" }],
] as const)("%s is one for its system", async ([file, app]) => {
  expect((await take({ file, app })).taken).toBe("started");
});

describe("the key", () => {
  test("that signs is a file of the publisher's, and its public half goes into the app", () => {
    const file = join(folder, "key.pem");
    writeFileSync(file, publisher.privateKey.export({ type: "pkcs8", format: "pem" }));
    mkdirSync(join(folder, "out/main"), { recursive: true });
    placePublicKey(folder, readUpdateKey(file));
    const built = readFileSync(join(folder, "out/main/update-key.pem"), "utf8");
    expect([built, built.includes("PRIVATE")]).toEqual([
      publisher.publicKey.export({ type: "spki", format: "pem" }),
      false,
    ]);
  });

  test("of another kind is refused", () => {
    const file = join(folder, "key.pem");
    writeFileSync(file, generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(() => readUpdateKey(file)).toThrow("Ed25519");
  });

  test("that is missing leaves no way to install from a file, also after a build that had one", () => {
    mkdirSync(join(folder, "out/main"), { recursive: true });
    placePublicKey(folder, publisher.privateKey);
    placePublicKey(folder, null);
    const keyFile = join(folder, "out/main/update-key.pem");
    const offered = offerUpdateFiles({ keyFile } as Parameters<typeof offerUpdateFiles>[0]);
    expect([existsSync(keyFile), offered]).toEqual([false, null]);
  });
});

test("only what a person installs from is signed", async () => {
  for (const file of [deb, "Counterpart-1.3.0-win.zip", "latest.yml", `${deb}.sig`, "builder-debug.yml"]) {
    writeFileSync(join(folder, file), "");
  }
  expect(await signUpdates(folder, "1.3.0", publisher.privateKey)).toEqual([deb]);
});

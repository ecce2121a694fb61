import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerPreferences } from "../../../electron/app/preferences/answer-preferences.ts";
import { PreferencesFile } from "../../../electron/app/preferences/preferences-file.ts";
import { keepInEnvironment, type SecretKeeper } from "../../../electron/app/preferences/secret-keeper.ts";
import { readSiteContext } from "../../../electron/app/preferences/site-context.ts";
import { preferencesSchema } from "../../../electron/contract/preferences.ts";
import { succeed } from "../../../electron/core/failures/result.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-preferences-"));
  path = join(folder, "data/preferences.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const first = preferencesSchema.parse({});
const call = { signal: AbortSignal.timeout(5000), emit: () => undefined };

function keepInMemory(): SecretKeeper {
  let kept: string | null = null;
  return {
    keeper: "system",
    read: () => Promise.resolve(kept),
    keep: (secret) => {
      kept = secret;
      return Promise.resolve(succeed(null));
    },
  };
}

function open(secret: SecretKeeper = keepInMemory()) {
  return answerPreferences({ file: new PreferencesFile(path), secret, isDesktop: true });
}

describe("the file of preferences", () => {
  test("is made for this user only, and read again by the next start", () => {
    new PreferencesFile(path).write({ ...first, theme: "dark" });
    expect([statSync(path).mode & 0o777, new PreferencesFile(path).preferences.theme]).toEqual([0o600, "dark"]);
  });

  test.for(["", "{", "[]", '{"theme":"purple"}', `{"pad":"${"x".repeat(70_000)}"}`])(
    "that holds %.20s is set aside, whole, and the first preferences hold",
    (text) => {
      mkdirSync(join(folder, "data"));
      writeFileSync(path, text);
      const file = new PreferencesFile(path);
      expect([file.preferences, readFileSync(file.setAside ?? "", "utf8")]).toEqual([first, text]);
    },
  );

  test("of an earlier version gets what came since", () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(path, '{"theme":"light"}');
    expect(new PreferencesFile(path).preferences).toEqual({ ...first, theme: "light" });
  });

  test("that cannot be written leaves the old one as it was, and says so", () => {
    const file = new PreferencesFile(path);
    file.write({ ...first, theme: "dark" });
    mkdirSync(`${path}.part`);
    const written = file.write({ ...first, theme: "light" });
    rmSync(`${path}.part`, { recursive: true, force: true });
    expect([written.ok, file.preferences.theme, new PreferencesFile(path).preferences.theme]).toEqual([
      false,
      "dark",
      "dark",
    ]);
  });

  test("that another program of ours wrote meanwhile is read again, and only what changes is written over it", async () => {
    const handlers = open();
    new PreferencesFile(path).write({ ...first, theme: "dark" });
    await handlers["preferences.change"]({ drawing: "software" }, call);
    expect(new PreferencesFile(path).preferences).toEqual({ ...first, theme: "dark", drawing: "software" });
  });

  test("is not written by a window that only asks", async () => {
    const asked = await open()["preferences.window"]({}, call);
    expect([asked.ok && asked.value.theme, existsSync(path)]).toEqual(["system", false]);
  });

  test("leaves nothing beside it", () => {
    new PreferencesFile(path).write(first);
    expect(readdirSync(join(folder, "data"))).toEqual(["preferences.json"]);
  });
});

describe("the commands", () => {
  test("a change replaces what it names and leaves the rest", async () => {
    const handlers = open();
    await handlers["preferences.window"]({ theme: "dark", baudRate: 9600 }, call);
    const changed = await handlers["preferences.change"]({ policyFile: "/site.yaml" }, call);
    expect(changed.ok && changed.value.preferences).toEqual({
      ...first,
      theme: "dark",
      line: { baudRate: 9600 },
      policyFile: "/site.yaml",
    });
  });

  test("what is exported is imported on another computer, and holds no secret", async () => {
    const here = open();
    await here["preferences.window"]({ language: "zh-CN", role: "install" }, call);
    await here["preferences.change"]({ drawing: "software" }, call);
    await here["preferences.keep-database-url"]({ url: "postgres://till:word@db.example/register" }, call);
    const exported = await here["preferences.export"]({}, call);
    const text = exported.ok ? exported.value.text : "";
    path = join(folder, "other/preferences.json");
    const imported = await open()["preferences.import"]({ text }, call);
    expect([text.includes("word"), imported.ok && imported.value.preferences]).toEqual([
      false,
      { ...first, language: "zh-CN", role: "install", drawing: "software" },
    ]);
  });

  test("nothing of a text with a fault is used", async () => {
    const handlers = open();
    await handlers["preferences.window"]({ theme: "dark" }, call);
    const imported = await handlers["preferences.import"]({ text: '{"theme":"light","drawing":"magic"}' }, call);
    const after = await handlers["preferences.read"]({}, call);
    expect([imported.ok, after.ok && after.value.preferences.theme]).toEqual([false, "dark"]);
  });

  test("a database's address is kept and told as there, never as it is", async () => {
    const handlers = open();
    const kept = await handlers["preferences.keep-database-url"](
      { url: "postgres://till:word@db.example/register" },
      call,
    );
    expect([kept.ok && kept.value.databaseUrl, JSON.stringify(kept).includes("word")]).toEqual([
      { isSet: true, keeper: "system" },
      false,
    ]);
  });

  test.for(["https://db.example/", "file:///register", "register", "javascript:1"])(
    "%s is no database",
    async (url) => {
      const kept = await open()["preferences.keep-database-url"]({ url }, call);
      expect(kept.ok).toBe(false);
    },
  );

  test("without the desktop the address comes from the environment, and none is written from here", async () => {
    const handlers = open(keepInEnvironment({ COUNTERPART_DATABASE_URL: "postgres://db.example/register" }));
    const read = await handlers["preferences.read"]({}, call);
    const kept = await handlers["preferences.keep-database-url"]({ url: "postgres://other.example/register" }, call);
    expect([read.ok && read.value.databaseUrl, kept.ok || kept.failure.code]).toEqual([
      { isSet: true, keeper: "environment" },
      "secret-unkept",
    ]);
  });
});

describe("the site's policy that is named", () => {
  test("is what terminals are judged by", async () => {
    const policy = join(folder, "site.yaml");
    writeFileSync(
      policy,
      readFileSync(join(import.meta.dirname, "../../../resources/knowledge/site-policy.example.yaml")),
    );
    const { context, failure } = await readSiteContext(policy);
    expect([context.policy === null, failure]).toEqual([false, null]);
  });

  test("is not used where it cannot be read, and that is said", async () => {
    const { context, failure } = await readSiteContext(join(folder, "missing.yaml"));
    expect([context.policy, failure?.code]).toEqual([null, "file-unreadable"]);
  });

  test("is not used where it has a fault, and that is said", async () => {
    writeFileSync(join(folder, "site.yaml"), "no: [such");
    const { context, failure } = await readSiteContext(join(folder, "site.yaml"));
    expect([context.policy, failure?.code]).toEqual([null, "input-invalid"]);
  });
});

// Packs as somebody could make them who means harm: each is refused in words, in little time and memory.
import { createHash } from "node:crypto";
import { strToU8, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { answerPack } from "../../../electron/app/diagnosis/pack/correction-file.ts";
import { makePack } from "../../../electron/app/diagnosis/pack/make-pack.ts";
import { readPack } from "../../../electron/app/diagnosis/pack/read-pack.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { readFrom } from "../open-session.ts";

const settings = networkSettingsSchema.parse(readFrom("SN-1", {}));
const known = { settings, stages: [], lines: [], answers: [], codes: [], channel: null, terminalId: "" };
const { entries } = makePack({ ...known, made: "2026-11-22T10:00:00Z" });

function sign(files: Readonly<Record<string, string>>): Uint8Array {
  const manifest = JSON.parse(entries[0]?.text ?? "") as Record<string, unknown>;
  const listed = Object.entries(files).map(([name, text]) => ({
    name,
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
  return zip({ ...files, "manifest.json": JSON.stringify({ ...manifest, files: listed }) });
}

function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const octets: Zippable = {};
  for (const [name, content] of Object.entries(files))
    octets[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(octets, { level: 9 });
}

const whole = Object.fromEntries(entries.map(({ name, text }) => [name, text]));
const refused = { ok: false, failure: { code: "input-invalid" } };

function outcome(octets: Uint8Array): string {
  const read = readPack(octets, "pack.zip");
  return read.ok ? "read" : read.failure.code;
}

test("what is no ZIP, an empty one and one cut short are refused", () => {
  const good = zip(whole);
  const octets = [strToU8("not a zip"), new Uint8Array(0), zip({}), good.subarray(0, good.length - 40)];
  expect(octets.map(outcome)).toEqual(octets.map(() => "input-invalid"));
});

test("a bomb of 64 MB of zeros is not unfolded", () => {
  const bomb = zip({ ...whole, "log.txt": new Uint8Array(64 * 1024 * 1024) });
  const made = process.memoryUsage().arrayBuffers;
  expect([outcome(bomb), bomb.length < 200_000, process.memoryUsage().arrayBuffers - made < 32 * 1024 * 1024]).toEqual([
    "input-invalid",
    true,
    true,
  ]);
});

test("an entry that unfolds to more than it says is refused", () => {
  const bomb = Buffer.from(zip({ ...whole, "log.txt": new Uint8Array(8 * 1024 * 1024) }));
  // Central directory, APPNOTE 4.3.12: the uncompressed size at offset 24 of the entry, the name at 46.
  const name = bomb.lastIndexOf("log.txt");
  bomb.writeUInt32LE(10, name - 46 + 24);
  expect(readPack(bomb, "pack.zip")).toMatchObject(refused);
});

test("files beyond a pack's own, such as paths that lead elsewhere, are never looked at", () => {
  const read = readPack(zip({ ...whole, "../../escape.json": "{}", __proto__x: "x", "a/b.txt": "x" }), "pack.zip");
  expect(read.ok && read.value.files.map(({ name }) => name)).toEqual(entries.slice(1).map(({ name }) => name));
});

test("a manifest that names a path is refused", () => {
  expect(readPack(sign({ "../settings.json": "{}" }), "pack.zip")).toMatchObject(refused);
});

test("settings that no digest vouches for are not read, and nothing can be bound to them", () => {
  const octets = zip({
    "manifest.json": JSON.stringify({ ...JSON.parse(whole["manifest.json"] ?? ""), files: [] }),
    "settings.json": whole["settings.json"] ?? "",
  });
  const read = readPack(octets, "pack.zip");
  if (!read.ok) throw new Error(read.failure.message.en);
  expect([read.value.settings, answerPack(read.value, ["eth0.ipv4.gateway=192.168.1.1"], "pack.zip").ok]).toEqual([
    null,
    false,
  ]);
});

test("settings beyond every bound are refused with the rest", () => {
  const many = Array.from({ length: 100_000 }, (_, at) => ({ name: `eth${at}` }));
  const read = readPack(sign({ "settings.json": JSON.stringify({ interfaces: many }) }), "pack.zip");
  expect(read.ok && read.value.settings).toBe(null);
});

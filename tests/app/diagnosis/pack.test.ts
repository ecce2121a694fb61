// The evidence pack, and the correction that answers it: reproducible, without secrets, bound to one terminal.
import { expect, test } from "vitest";
import { planCorrection, answerPack } from "../../../electron/app/diagnosis/pack/correction-file.ts";
import { makePack } from "../../../electron/app/diagnosis/pack/make-pack.ts";
import { readPack } from "../../../electron/app/diagnosis/pack/read-pack.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { openScripted, readFrom, task } from "../open-session.ts";

/** A test number with a valid check digit. */
const cardNumber = "4012888888881881";

const reading = readFrom("SN-1", {});
const known = {
  made: "2026-11-22T10:00:00Z",
  terminalId: "",
  settings: networkSettingsSchema.parse(reading),
  stages: [],
  lines: [`pan=${cardNumber} declined`],
  answers: [],
  codes: [],
  channel: null,
};

function pack(of = known) {
  const read = readPack(Buffer.from(makePack(of).zip, "base64"), "pack.zip");
  if (!read.ok) throw new Error(read.failure.message.en);
  return read.value;
}

function answer(): string {
  const [first] = known.settings.interfaces;
  const made = answerPack(pack(), [`${first?.name}.ipv4.gateway=192.168.1.9`], "pack.zip");
  if (!made.ok) throw new Error(made.failure.message.en);
  return made.value;
}

test("the same input gives the same octets", () => {
  expect(makePack(known)).toEqual(makePack(structuredClone(known)));
});

test("no card number, no Wi-Fi key and no user of an access point leaves", () => {
  const [first] = known.settings.interfaces;
  const secret = networkSettingsSchema.parse({
    ...known.settings,
    interfaces: [{ ...first, wifi: { ssid: "shop", passphrase: "not-for-you" }, ppp: { user: "payer-7" } }],
  });
  const { entries } = makePack({ ...known, settings: secret });
  const leaving = entries.map(({ text }) => text).join("\n");
  expect([cardNumber, "not-for-you", "payer-7"].filter((text) => leaving.includes(text))).toEqual([]);
});

test("what is shown beforehand is what the ZIP holds", () => {
  const shown = makePack(known).entries.filter(({ name }) => name !== "manifest.json");
  expect(pack().files).toEqual(shown);
});

test("a pack that was changed on the way is refused", () => {
  const octets = Buffer.from(makePack(known).zip, "base64");
  const changed = octets.fill(0, 200, 230);
  expect(readPack(changed, "pack.zip")).toMatchObject({ ok: false, failure: { code: "input-invalid" } });
});

test("the correction becomes a plan on the terminal that it was made for", async () => {
  const planned = await planCorrection(openScripted({ reads: [reading] }), { name: "fix.json", text: answer() }, task);
  expect(planned.ok && planned.value.plan.changes.map(({ field, to }) => [field, to])).toEqual([
    ["ipv4.gateway", "192.168.1.9"],
  ]);
});

test("the correction is refused on another terminal", async () => {
  const other = openScripted({ reads: [readFrom("SN-2", {})] });
  const planned = await planCorrection(other, { name: "fix.json", text: answer() }, task);
  expect(planned).toMatchObject({ ok: false, failure: { code: "other-terminal" } });
});

test("the correction is refused when the settings moved on", async () => {
  const moved = openScripted({ reads: [readFrom("SN-1", { gateway: "192.168.1.77" })] });
  const planned = await planCorrection(moved, { name: "fix.json", text: answer() }, task);
  expect(planned).toMatchObject({ ok: false, failure: { code: "plan-stale" } });
});

test("a correction file that was changed on the way is refused", async () => {
  const text = answer().replace("192.168.1.9", "192.168.1.8");
  const planned = await planCorrection(openScripted({ reads: [reading] }), { name: "fix.json", text }, task);
  expect(planned).toMatchObject({ ok: false, failure: { code: "input-invalid" } });
});

// The evidence pack, and the correction that answers it: reproducible, without secrets, bound to one terminal.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { planCorrection, answerPack } from "../../../electron/app/diagnosis/pack/correction-file.ts";
import { makePack } from "../../../electron/app/diagnosis/pack/make-pack.ts";
import { readPack } from "../../../electron/app/diagnosis/pack/read-pack.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { makeTestCardNumber } from "../../peers/test-card-number.ts";
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

test("a number planted in every text of a terminal, its tests and its log stands in no file of the pack", () => {
  const planted = (text: string): string => `${text} ${cardNumber}`;
  const [first] = known.settings.interfaces;
  const settings = networkSettingsSchema.parse({
    ...known.settings,
    interfaces: [
      {
        ...first,
        name: planted("eth0"),
        mac: planted("mac"),
        ipv4: { method: "static", address: cardNumber, prefixLength: 24, gateway: cardNumber, dns: [cardNumber] },
        wifi: { ssid: planted("shop"), passphrase: cardNumber },
        cellular: { apn: cardNumber, user: cardNumber, iccid: cardNumber, operator: planted("operator") },
        ppp: { user: cardNumber, peer: cardNumber, dialNumber: cardNumber },
      },
    ],
    routes: [{ destination: planted("route"), gateway: cardNumber }],
    nameServers: [{ address: cardNumber, source: planted("file") }],
    hosts: [{ host: planted("host"), port: 443, purpose: `password=hunter22 ${cardNumber}` }],
    tpdu: cardNumber,
    merchantNumber: cardNumber,
    terminalNumber: planted("terminal"),
    settable: [planted("tpdu")],
    terminal: { vendor: planted("V"), model: planted("M"), serialNumber: cardNumber, hostName: planted("till") },
    site: planted("site"),
  });
  const { entries } = makePack({
    ...known,
    terminalId: cardNumber,
    settings,
    stages: [
      {
        stage: "tcp",
        from: "terminal",
        outcome: "failed",
        reason: "refused",
        target: cardNumber,
        ms: 1,
        detail: planted("said"),
      },
    ],
    lines: [`pan=${cardNumber}`, `track 2 ;${cardNumber}=29121010000012300000?`],
    answers: [{ question: cardNumber, option: planted("other") }],
    codes: [{ code: "91", acquirer: planted("bank"), attempt: "this" as const, channel: null }],
  });
  const found = entries.filter(({ text }) => [cardNumber, "hunter22"].some((secret) => text.includes(secret)));
  expect(found.map(({ name }) => name)).toEqual([]);
  expect(entries.map(({ name }) => name)).toEqual([
    ...["manifest.json", "settings.json", "findings.json", "stages.json", "diagnosis.json", "log.txt"],
  ]);
});

test("a modem's own number is a serial number, although it passes a card number's check", () => {
  const imei = "490154203237518";
  const settings = networkSettingsSchema.parse({ ...known.settings, terminal: { serialNumber: imei } });
  const { entries } = makePack({ ...known, settings });
  expect(entries[0]?.text).toContain(imei);
});

test.for<[string, boolean]>([
  ["898", true],
  ["371", false],
])(
  "a merchant number that begins with %s and passes a card number's check is left in the pack: %j",
  ([prefix, isLeft]) => {
    // Made for this test.
    const merchantNumber = makeTestCardNumber(prefix, 15, 7);
    const settings = networkSettingsSchema.parse({ ...known.settings, merchantNumber });
    const { entries } = makePack({ ...known, settings });
    expect(entries.some(({ text }) => text.includes(merchantNumber))).toBe(isLeft);
  },
);

test("the manifest says which app and which knowledge made it", () => {
  const file = resolve(import.meta.dirname, "../../../package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  const { app, knowledge = "" } = pack().manifest.versions ?? {};
  expect([app, /^[0-9a-f]{16}$/.test(knowledge)]).toEqual([version, true]);
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

test("the correction for a modem whose user the pack hides is accepted on that modem", async () => {
  const [first] = reading.interfaces;
  if (first === undefined) throw new Error("no interface");
  const cellular = { apn: "cmnet", context: 1, user: "payer-7", authentication: "pap" } as const;
  const modem = networkSettingsSchema.parse({ ...reading, interfaces: [{ ...first, cellular }] });
  const settings = modem;
  const made = answerPack(pack({ ...known, settings }), [`${first.name}.ipv4.gateway=192.168.1.9`], "pack.zip");
  const open = openScripted({ reads: [{ ...reading, interfaces: modem.interfaces }] });
  const planned = await planCorrection(open, { name: "fix.json", text: made.ok ? made.value : "" }, task);
  expect(planned).not.toMatchObject({ ok: false, failure: { code: "plan-stale" } });
});

test("a correction carries no secret", () => {
  const refused = answerPack(pack(), ["cellular.cellular.password=hunter22"], "pack.zip");
  expect(refused.ok).toBe(false);
});

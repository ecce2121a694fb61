import { expect, test } from "vitest";
import { makeBackup } from "../../../electron/app/backup/make-backup.ts";
import { planRestore } from "../../../electron/app/backup/plan-restore.ts";
import { digestJson } from "../../../electron/core/plans/basis-digest.ts";
import type { Reading } from "../../../electron/core/dialects/dialect.ts";
import { interfaceSchema } from "../../../electron/core/settings/network-settings.ts";
import { makeRecords } from "../make-records.ts";
import { openScripted, readFrom, task } from "../open-session.ts";

const secret = "correct horse battery";
const shop = withKind(readFrom("SN-1", {}));
const replacement = withKind(readFrom("SN-2", { address: "10.0.0.9", gateway: "10.0.0.1", dns: [] }));

/** The scripted reading says of its interface no more than its name. */
function withKind(reading: Reading, kind: "ethernet" | "wifi" = "ethernet"): Reading {
  return { ...reading, interfaces: reading.interfaces.map((each) => ({ ...each, kind })) };
}

function withSecret(reading: Reading): Reading {
  const wlan0 = interfaceSchema.parse({ name: "wlan0", kind: "wifi", wifi: { ssid: "shop", passphrase: secret } });
  return { ...reading, interfaces: [...reading.interfaces, wlan0] };
}

async function backUp(reads: readonly Reading[], passphrase: string | null = null) {
  return makeBackup({ open: openScripted({ reads }), records: makeRecords() }, { passphrase }, task);
}

async function makeText(reading: Reading = shop, passphrase: string | null = null): Promise<string> {
  const made = await backUp([reading, reading], passphrase);
  return made.ok ? made.value.text : made.failure.code;
}

async function restore(text: string, reading: Reading, passphrase: string | null = null) {
  return planRestore(openScripted({ reads: [reading] }), { name: "till.json", text, passphrase }, task);
}

async function restoreCode(text: string, reading = shop, passphrase: string | null = null): Promise<string> {
  const planned = await restore(text, reading, passphrase);
  return planned.ok ? "planned" : planned.failure.code;
}

test("a backup holds the settings, who the terminal is, and a digest over all of it", async () => {
  const { digest, ...rest } = JSON.parse(await makeText()) as Readonly<Record<string, unknown>>;
  expect([rest["format"], rest["version"], digest === digestJson(rest), rest]).toMatchObject([
    "counterpart-backup",
    1,
    true,
    {
      terminal: { serialNumber: "SN-1" },
      settings: { interfaces: [{ name: "eth0", ipv4: { gateway: "192.168.1.1" } }] },
    },
  ]);
});

test("settings that read differently the second time are no backup", async () => {
  const moved = withKind(readFrom("SN-1", { gateway: "192.168.1.77" }));
  const made = await backUp([shop, moved]);
  expect(made.ok ? null : [made.failure.code, made.failure.details]).toEqual(["backup-unsteady", { what: "eth0" }]);
});

test("another terminal at the second reading is no backup", async () => {
  const made = await backUp([shop, withKind(readFrom("SN-2", {}))]);
  expect(made.ok ? null : made.failure.code).toBe("backup-unsteady");
});

test("a lease, a carrier and the strength of a signal may change in between", async () => {
  const lease = (address: string, link: "up" | "down"): Reading => {
    const reading = withKind(readFrom("SN-1", { method: "dhcp", address }));
    return { ...reading, interfaces: reading.interfaces.map((each) => ({ ...each, link })) };
  };
  expect((await backUp([lease("192.168.1.50", "up"), lease("192.168.1.51", "down")])).ok).toBe(true);
});

test("an interface whose settings somebody keeps and nobody could read makes it incomplete", async () => {
  const unread = { ...shop, interfaces: shop.interfaces.map((each) => ({ ...each, ipv4: null })) };
  const made = await backUp([unread, unread]);
  expect(made.ok ? null : made.failure.code).toBe("backup-incomplete");
});

test("without a pass-phrase the secrets are left out, and it is said how many", async () => {
  const made = await backUp([withSecret(shop), withSecret(shop)]);
  expect(made.ok && [made.value.text.includes(secret), made.value.secrets]).toEqual([false, { sealed: 0, leftOut: 1 }]);
});

test("with a pass-phrase they are sealed: opened by it, and by no other", async () => {
  const text = await makeText(withSecret(shop), "open sesame");
  const opened = await restore(text, withSecret(shop), "open sesame");
  expect([
    text.includes(secret),
    opened.ok && opened.value.leftOut,
    await restoreCode(text, shop, "open sesam"),
  ]).toEqual([false, expect.arrayContaining(["wlan0.wifi.passphrase"]), "passphrase-wrong"]);
});

test("the same letters typed on another keyboard are the same pass-phrase", async () => {
  const text = await makeText(withSecret(shop), "caf\u00e9");
  expect(await restoreCode(text, shop, "cafe\u0301")).toBe("planned");
});

test("sealed secrets do not open in a file that was made to look like another terminal's", async () => {
  const { digest: _, ...rest } = JSON.parse(await makeText(withSecret(shop), "open sesame")) as Record<string, unknown>;
  const forged = { ...rest, terminal: { ...(rest["terminal"] as object), serialNumber: "SN-9" } };
  const text = JSON.stringify({ ...forged, digest: digestJson(forged) });
  expect(await restoreCode(text, shop, "open sesame")).toBe("passphrase-wrong");
});

test("a restore is the plan from what the terminal has to what the file says", async () => {
  const planned = await restore(
    await makeText(),
    withKind(readFrom("SN-1", { gateway: "192.168.9.9", dns: ["1.1.1.1"] })),
  );
  expect(planned.ok && [planned.value.isOtherTerminal, planned.value.plan.changes]).toEqual([
    false,
    [
      { interface: "eth0", field: "ipv4.gateway", from: "192.168.9.9", to: "192.168.1.1" },
      { interface: "eth0", field: "ipv4.dns", from: "1.1.1.1", to: "9.9.9.9" },
    ],
  ]);
});

test("onto a replacement it says that this is another terminal, and plans all of it", async () => {
  const planned = await restore(await makeText(), replacement);
  expect(
    planned.ok && [
      planned.value.isOtherTerminal,
      planned.value.from.serialNumber,
      planned.value.to.serialNumber,
      planned.value.plan.changes.length,
    ],
  ).toEqual([true, "SN-1", "SN-2", 3]);
});

test("an interface of the same name and another kind is not taken for the same", async () => {
  expect(await restoreCode(await makeText(), withKind(shop, "wifi"))).toBe("restore-nothing");
});

test("what the terminal has not, and what cannot be written, is named", async () => {
  const planned = await restore(await makeText(withSecret(shop)), shop);
  expect(planned.ok && planned.value.unmatched).toEqual(["wlan0 (wifi)"]);
});

test("DHCP is restored as DHCP, without the lease's addresses", async () => {
  const leased = withKind(readFrom("SN-1", { method: "dhcp", address: "192.168.1.50", gateway: "192.168.1.1" }));
  const planned = await restore(await makeText(leased), shop);
  expect(planned.ok && planned.value.plan.changes[0]).toMatchObject({ field: "ipv4.method", to: "dhcp" });
});

test.each<[string, (text: string) => string, RegExp]>([
  ["is empty", () => "", /not JSON/],
  ["is cut off", (text) => text.slice(0, -30), /not JSON/],
  ["is other JSON", () => `{"interfaces":[]}`, /not a backup/],
  ["is a list", () => "[]", /not a backup/],
  ["is of a later format", (text) => text.replace('"version": 1', '"version": 2'), /format 2/],
  ["was changed by hand", (text) => text.replace("192.168.1.1", "192.168.1.2"), /digest/],
  ["has no digest", (text) => text.replace(/,\s*"digest": "\w+"/, ""), /digest/],
])("a file that %s is refused in words, before the terminal is read", async (_name, change, words) => {
  const text = change(await makeText());
  const open = openScripted({ reads: [shop] });
  const planned = await planRestore(open, { name: "till.json", text, passphrase: null }, task);
  expect([
    planned.ok ? null : planned.failure.code,
    planned.ok ? "" : planned.failure.message.en,
    open.dialect.asked,
  ]).toEqual(["input-invalid", expect.stringMatching(words), []]);
});

test("values that must not reach a terminal do not come by way of a file either", async () => {
  const { digest: _, ...rest } = JSON.parse(await makeText()) as Record<string, unknown>;
  const text = JSON.stringify(rest).replace('"gateway":"192.168.1.1"', '"gateway":"1.1.1.1;reboot"');
  const forged = JSON.stringify({ ...(JSON.parse(text) as object), digest: digestJson(JSON.parse(text)) });
  expect(await restoreCode(forged)).toBe("input-invalid");
});

test.each(["format", "made", "terminal", "settings", "secrets"])(
  "a file without its %s is refused, not guessed at",
  async (name) => {
    const { digest: _, ...rest } = JSON.parse(await makeText()) as Record<string, unknown>;
    const { [name]: __, ...left } = rest;
    expect(await restoreCode(JSON.stringify({ ...left, digest: digestJson(left) }))).toBe("input-invalid");
  },
);

const acquirer = {
  hosts: [{ host: "gw.example.net", port: 7443, tls: null, purpose: null, place: 1 }],
  tpdu: "6000030000",
  merchantNumber: "CTDEMO000000001",
  terminalNumber: null,
  settable: ["host.1", "host.2", "tpdu", "merchantNumber", "terminalNumber"],
};
const paying: Reading = { ...shop, ...acquirer };
const moved: Reading = {
  ...paying,
  hosts: [
    { host: "other.example.net", port: 443, tls: null, purpose: null, place: 1 },
    { host: "spare.example.net", port: 443, tls: null, purpose: null, place: 2 },
  ],
  tpdu: null,
  terminalNumber: "CT000031",
};

test("what the terminal pays through is restored, and what was empty is emptied again", async () => {
  const planned = await restore(await makeText(paying), moved);
  expect(planned.ok && planned.value.plan.changes.map(({ field, to }) => [field, to])).toEqual([
    ["host.1", "gw.example.net:7443"],
    ["host.2", null],
    ["tpdu", "6000030000"],
    ["terminalNumber", null],
  ]);
});

test("on a terminal that does not take it, it is named as left out where it differs", async () => {
  const { settable: _, ...fixed } = { ...moved, merchantNumber: "CTDEMO000000001" };
  const planned = await restore(await makeText(paying), fixed);
  expect(planned.ok && [planned.value.plan.changes, planned.value.leftOut]).toEqual([
    [],
    ["host.1", "host.2", "tpdu", "terminalNumber"],
  ]);
});

test("a backup is refused when the merchant number reads differently the second time", async () => {
  const made = await backUp([paying, { ...paying, merchantNumber: "CTDEMO000000002" }]);
  expect(made.ok ? null : made.failure.details).toEqual({ what: "merchant" });
});

// A modem through the contract: its access point by plan and push, secrets, the PIN's tries, its signal. The modem is the
// simulated one; the app is started anew where a test says so.
import { afterEach, describe, expect, test } from "vitest";
import { createApp } from "../../electron/app/app.ts";
import type { Records } from "../../electron/app/records/records.ts";
import { type Client, createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { healthyModem, type ModemProfile, modemWithoutApn } from "../../electron/simulator/at/modem-profile.ts";
import { ModemTerminal } from "../../electron/simulator/at/modem-terminal.ts";
import type { StepFault } from "../../electron/simulator/step-faults.ts";
import { hurry } from "../contracts/fast-clock.ts";
import { take } from "../peers/terminal-client.ts";
import { makeRecords, makeRecordsFolder } from "./make-records.ts";
import { noPorts } from "./no-ports.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

function makeModem(profile: ModemProfile, steps: readonly StepFault[] = []): ModemTerminal {
  return new ModemTerminal("at", { surroundings: hurry(20), profile }, { faults: { steps }, bootTime: 100 });
}

/** A fresh app on the modem's line. */
async function start(
  modem: ModemTerminal,
  records: Records,
): Promise<{ client: Client; session: string; stop: () => Promise<void> }> {
  const openPort = () => Promise.resolve(modem.connect());
  const app = createApp({
    openPort,
    ...noPorts,
    surroundings: hurry(20),
    records,
    capturesFolder: makeRecordsFolder(),
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  ends.push(() => app.close());
  const client = createClient(near);
  const nobody = { family: "at", login: null, become: null, becomePassword: null };
  const { session } = take(
    await client.call("terminal.connect", { port: "/dev/modem", line: defaultLine, timeoutSeconds: 5, ...nobody }),
  );
  return { client, session, stop: () => app.close() };
}

async function push(modem: ModemTerminal, set: readonly string[], records = makeRecords()) {
  const { client, session, stop } = await start(modem, records);
  const plan = await client.call("plan.make", { session, set, fix: false });
  const pushed = plan.ok
    ? await client.call("plan.push", { session, digest: plan.value.digest, override: true })
    : plan;
  await stop();
  if (!pushed.ok)
    return {
      code: pushed.failure.code,
      reason: pushed.failure.details["reason"],
      said: JSON.stringify([plan, pushed]),
    };
  return { code: pushed.value.outcome, reason: pushed.value.failure?.code, said: JSON.stringify([plan, pushed]) };
}

const locked: ModemProfile = {
  ...healthyModem,
  sim: { pin: "4711", iccid: "89001010000000000174", imsi: "001010000000017", tries: 3 },
};

const pinsOf = ({ asked }: ModemTerminal): readonly string[] => asked.filter((line) => line.startsWith("AT+CPIN="));

describe("the access point of a modem", () => {
  test("is set, and applied when the network has granted it", async () => {
    const modem = makeModem(modemWithoutApn);
    const { code } = await push(modem, ["cellular.apn=pos.example"]);
    expect([code, modem.modem.contexts.get(1)?.apn, modem.modem.active.get(1)]).toEqual([
      "confirmed",
      "pos.example",
      "pos.example",
    ]);
  });

  test("is planned without a word on what the network will give for it", async () => {
    const { client, session } = await start(makeModem(modemWithoutApn), makeRecords());
    take(await client.call("terminal.read", { session }));
    const plan = take(await client.call("plan.make", { session, set: ["cellular.apn=pos.example"], fix: false }));
    expect(plan.findingsAfter.map(({ rule }) => rule)).not.toContain("cellular.no-address");
  });

  test("goes back when the network refuses the new one, and the terminal is attached with the old one", async () => {
    const modem = makeModem(healthyModem);
    const { code } = await push(modem, ["cellular.apn=wrong.example"]);
    expect([code, modem.modem.contexts.get(1)?.apn, modem.modem.active.get(1)]).toEqual([
      "rolled-back",
      "pos.example",
      "pos.example",
    ]);
  });

  test("goes back when the modem says OK and has set nothing", async () => {
    const modem = makeModem(healthyModem, [{ step: "AT+CGDCONT=", occurrence: 1, effect: { kind: "lie" } }]);
    expect((await push(modem, ["cellular.pdpType=ipv4v6"])).code).toBe("rolled-back");
  });

  test("is unknown when the cable is pulled in between, and settled after connecting again", async () => {
    const modem = makeModem(healthyModem, [{ step: "AT+CGDCONT=", occurrence: 1, effect: { kind: "cut" } }]);
    const records = makeRecords();
    const cut = await push(modem, ["cellular.pdpType=ipv4v6"], records);
    const { client, session } = await start(modem, records);
    take(await client.call("terminal.read", { session }));
    const { resumed } = take(await client.call("push.resume", { session }));
    expect([cut.code, resumed?.outcome, modem.modem.contexts.get(1)?.type]).toEqual(["unknown", "rolled-back", "IP"]);
  });

  test("is never said to go back by itself", async () => {
    const { client, session } = await start(makeModem(healthyModem), makeRecords());
    const told: boolean[] = [];
    client.on("armed", ({ guarded }) => told.push(guarded));
    const report = take(await client.call("terminal.read", { session }));
    const plan = take(await client.call("plan.make", { session, set: ["cellular.pdpType=ipv4v6"], fix: false }));
    await client.call("plan.push", { session, digest: plan.digest, override: false });
    expect([report.capabilities["arm-timer"]?.state, told]).toEqual(["no", [false]]);
  });

  test.each([
    ["cellular.apn=a b", "unusable-value"],
    ["cellular.apn=x.gprs", "unusable-value"],
    ['cellular.user=a"b', "unusable-value"],
    ["cellular.apn=a\rAT+CPIN=1", "value-refused"],
    ["cellular.pdpType=ppp", "unusable-value"],
    ["cellular.ipv4.method=dhcp", "refused"],
    ["cellular.auth=pap", "unusable-value"],
  ])("%j is refused before anything is sent", async (set, code) => {
    const modem = makeModem(healthyModem);
    const refused = await push(modem, [set]);
    const writes = modem.asked.filter((line) => /CGDCONT=|CGATT=|CGAUTH=|CPIN=/.test(line));
    expect([refused.code, writes]).toEqual([code, []]);
  });
});

describe("a modem's secrets", () => {
  const set = ["cellular.apn=vpn.pos.example", "cellular.user=till", "cellular.password=test-only"];

  test("reach the modem, and neither the plan, the result nor the records", async () => {
    const modem = makeModem(healthyModem);
    const records = makeRecords();
    const { code, said } = await push(modem, set, records);
    const rows = records.read((database) => JSON.stringify(database.prepare("SELECT * FROM pushes").all()));
    const trail = records.read((database) => JSON.stringify(database.prepare("SELECT * FROM audit").all()));
    const kept = `${said}${rows.ok ? rows.value : ""}${trail.ok ? trail.value : ""}`;
    expect([code, modem.modem.logins.get(1)?.password, kept.includes("test-only"), kept.length > 500]).toEqual([
      "confirmed",
      "test-only",
      false,
      true,
    ]);
  });

  test("that are wrong take the access point back with them", async () => {
    const modem = makeModem(healthyModem);
    const wrong = set.with(2, "cellular.password=wrong-one");
    const { code } = await push(modem, wrong);
    expect([code, modem.modem.logins.size, modem.modem.active.get(1)]).toEqual(["rolled-back", 0, "pos.example"]);
  });
});

describe("a SIM card's PIN", () => {
  test("is sent once, as it was typed, and unlocks the card", async () => {
    const modem = makeModem(locked);
    const { code, said } = await push(modem, ["cellular.pin=4711"]);
    expect([code, pinsOf(modem), modem.modem.isUnlocked, said.includes("4711")]).toEqual([
      "confirmed",
      ['AT+CPIN="4711"'],
      true,
      false,
    ]);
  });

  test("that is wrong is never tried a third time, whatever app is started and whatever the card says", async () => {
    const modem = makeModem({ ...locked, sim: { ...locked.sim, pin: "4711", tries: 9 } as ModemProfile["sim"] });
    const records = makeRecords();
    const codes: unknown[] = [];
    for (const pin of ["0001", "0002", "0003", "4711"]) {
      const { code, reason } = await push(modem, [`cellular.pin=${pin}`], records);
      codes.push([code, reason]);
    }
    expect([codes.slice(2), pinsOf(modem)]).toEqual([
      [
        ["unusable-value", "pin-last-try"],
        ["unusable-value", "pin-last-try"],
      ],
      ['AT+CPIN="0001"', 'AT+CPIN="0002"'],
    ]);
  });

  test("is refused when the card says that one try is left, although nothing is recorded", async () => {
    const modem = makeModem(locked);
    modem.modem.triesLeft = 1;
    const { code, reason } = await push(modem, ["cellular.pin=4711"]);
    expect([code, reason, pinsOf(modem)]).toEqual(["unusable-value", "pin-last-try", []]);
  });

  test("is tried once only on a card that does not tell its tries", async () => {
    const silent: StepFault = { step: "AT+CPINR", effect: { kind: "fail", message: "ERROR", status: 1 } };
    const modem = makeModem(locked, [silent]);
    const records = makeRecords();
    await push(modem, ["cellular.pin=0001"], records);
    await push(modem, ["cellular.pin=0002"], records);
    expect(pinsOf(modem)).toEqual(['AT+CPIN="0001"']);
  });

  test.each(["123", "123456789", "12a4", "4711\r"])("%j is no PIN, and is not quoted back", async (pin) => {
    const modem = makeModem(locked);
    const { said } = await push(modem, [`cellular.pin=${pin}`]);
    expect([pinsOf(modem), said.includes(pin.trim())]).toEqual([[], false]);
  });

  test("is not taken when the card asks for none", async () => {
    const modem = makeModem(healthyModem);
    const { code, reason } = await push(modem, ["cellular.pin=4711"]);
    expect([code, reason, pinsOf(modem)]).toEqual(["unusable-value", "pin-not-wanted", []]);
  });
});

test("a modem's signal is asked for without reading everything else", async () => {
  const modem = makeModem(healthyModem);
  const { client, session } = await start(modem, makeRecords());
  const before = modem.asked.length;
  const signal = take(await client.call("terminal.signal", { session }));
  expect([typeof signal.csq, signal.rsrpDbm !== null, modem.asked.slice(before)]).toEqual([
    "number",
    true,
    ["AT+CSQ", "AT+CESQ"],
  ]);
});

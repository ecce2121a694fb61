// The simulated modem by itself: what real programs lean on, and its faults on demand.
import { describe, expect, test } from "vitest";
import { healthyModem, type ModemProfile } from "../../electron/simulator/at/modem-profile.ts";
import { ModemTerminal, type ModemTerminalOptions } from "../../electron/simulator/at/modem-terminal.ts";
import { hurry } from "../contracts/fast-clock.ts";

interface Line {
  readonly modem: ModemTerminal;
  /** Types it, and hears until `end` is there. */
  readonly type: (text: string, end: string) => Promise<string>;
  readonly write: (text: string) => Promise<void>;
}

function open(options: ModemTerminalOptions = {}, profile: ModemProfile = healthyModem): Line {
  const modem = new ModemTerminal("at", { surroundings: hurry(20), profile }, { bootTime: 50, ...options });
  const port = modem.connect();
  if (!port.ok) throw new Error(port.failure.code);
  let heard = "";
  let wake: () => void = () => undefined;
  port.value.onBytes((bytes) => {
    heard += String.fromCharCode(...bytes);
    wake();
  });
  const write = (text: string): Promise<void> => port.value.write(Buffer.from(text, "latin1"));
  const type = async (text: string, end: string): Promise<string> => {
    heard = "";
    await write(text);
    while (!heard.includes(end)) await new Promise<void>((resolve) => (wake = resolve));
    return heard;
  };
  return { modem, type, write };
}

const locked: ModemProfile = {
  ...healthyModem,
  sim: { pin: "4711", iccid: "89001010000000000174", imsi: "001010000000017", tries: 3 },
};

describe("the simulated modem", () => {
  test("echoes until it is told not to, and again after ATZ", async () => {
    const { type } = open();
    const said = [
      await type("ATE0\r", "OK"),
      await type("AT\r", "OK"),
      await type("ATZ\r", "OK"),
      await type("AT\r", "OK"),
    ];
    expect(said.map((text) => text.startsWith("AT"))).toEqual([true, false, false, true]);
  });

  test("takes several commands on one line, as wvdial sends them", async () => {
    const { type } = open();
    expect(await type("ATE0Q0V1S0=0&C1&D2+FCLASS=0\r", "OK")).not.toContain("ERROR");
    expect(await type("AT+CREG=2;+CREG?\r", "OK")).toContain('+CREG: 2,1,"1A2B"');
  });

  test("answers by number when words are switched off", async () => {
    const { type } = open();
    await type("ATE0V0\r", "0\r");
    expect(await type("ATDT12345\r", "\r")).toBe("3\r");
  });

  test("names its errors as AT+CMEE wants them", async () => {
    const { type } = open({}, { ...healthyModem, sim: null });
    const plain = await type("AT+CPIN?\r", "ERROR");
    await type("AT+CMEE=1\r", "OK");
    const numbered = await type("AT+CPIN?\r", "ERROR: 10");
    await type("AT+CMEE=2\r", "OK");
    const worded = await type("AT+CPIN?\r", "inserted");
    expect([plain.includes("CME"), numbered.includes("+CME ERROR: 10"), worded.includes("SIM not inserted")]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("locks its card after three wrong PINs", async () => {
    const { type, modem } = open({}, locked);
    for (const pin of ["0001", "0002", "0003"]) await type(`AT+CPIN="${pin}"\r`, "ERROR");
    expect([await type("AT+CPIN?\r", "OK"), modem.modem.isUnlocked]).toEqual([
      expect.stringContaining("SIM PUK"),
      false,
    ]);
  });

  test("swallows what is sent in the data call, and comes back by the escape", async () => {
    const { type, write, modem } = open();
    await type("ATDT*99#\r", "CONNECT");
    await write('AT+CGDCONT=1,"IP","stolen"\r');
    // The guard time before and after, on a clock twenty times as fast.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const back = await type("+++", "OK");
    expect([back.includes("OK"), modem.modem.contexts.get(1)?.apn, await type("ATH\r", "OK")]).toEqual([
      true,
      "pos.example",
      expect.stringContaining("OK"),
    ]);
  });

  test("keeps its contexts when it restarts in the middle of a command, and says that it is back", async () => {
    const reboot = { step: "AT+CGATT=0", effect: { kind: "reboot" } } as const;
    const { type, modem } = open({ faults: { steps: [reboot] } });
    await type('AT+CGDCONT=2,"IP","vpn.pos.example"\r', "OK");
    await type("AT+CGATT=0\r", "RDY");
    expect([modem.modem.contexts.get(2)?.apn, modem.modem.isAttached]).toEqual(["vpn.pos.example", true]);
  });

  test("says OK to what it does not do, when it is told to lie", async () => {
    const lie = { step: "AT+CGDCONT=", effect: { kind: "lie" } } as const;
    const { type, modem } = open({ faults: { steps: [lie] } });
    await type('AT+CGDCONT=1,"IP","other"\r', "OK");
    expect(modem.modem.contexts.get(1)?.apn).toBe("pos.example");
  });
});

// The simulated modem in front of comgt, gammu's network questions and pppd's chat.
import { closeSync, openSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AtModem, startAtModem } from "../peers/at-modem.ts";
import { runProgram } from "../peers/owned-process.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("modem");

describe.skipIf(obstacle !== null)("the simulated modem", () => {
  let modem: AtModem;

  beforeAll(async () => {
    modem = await startAtModem();
  });
  afterAll(() => modem.stop());

  test("is registered for comgt, which is told its signal and its access point", async () => {
    const [registered, signal, told] = [
      await modem.run("comgt", "-d", modem.link, "reg"),
      await modem.run("comgt", "-d", modem.link, "sig"),
      await modem.run("comgt", "-d", modem.link, "info"),
    ];
    expect([
      /Registered on Home network: "Test PLMN 1-1"/.test(registered[1]),
      /Signal Quality: \d\d,99/.test(signal[1]),
      /Manufacturer: +Counterpart Demo/.test(told[1]) && told[1].includes('1,"IP","pos.example"'),
    ]).toEqual([true, true, true]);
  });

  test("tells gammu its network", async () => {
    const config = modem.write("gammurc", ["[gammu]", `device = ${modem.link}`, "connection = at115200"]);
    const [status, said] = await modem.run("gammu", "-c", config, "networkinfo");
    expect([status, /Network state +: home network/.test(said), /GPRS +: attached/.test(said)]).toEqual([
      0,
      true,
      true,
    ]);
  });

  test("connects pppd's chat to the data call, takes nothing from it, and hangs up", async () => {
    const script = modem.write("chat", [
      "TIMEOUT 8",
      "ABORT ERROR",
      "ABORT 'NO CARRIER'",
      "'' ATZ",
      "OK ATDT*99#",
      // What is said in the data call is swallowed; then a second of silence, the escape, and another.
      "CONNECT '\\d\\d\\c'",
      "TIMEOUT 4",
      "'' '+++\\c'",
      "OK ATH",
      "OK AT+CGACT?",
      "'+CGACT: 1,1' ''",
    ]);
    const device = openSync(modem.link, "r+");
    try {
      const { status, stderr } = await runProgram("sh", [
        "-c",
        `chat -v -s -f '${script}' <'${modem.link}' >'${modem.link}'`,
      ]);
      expect([status, /CONNECT\n? -- got it/.test(stderr), /ATH/.test(stderr)]).toEqual([0, true, true]);
    } finally {
      closeSync(device);
    }
  });
});

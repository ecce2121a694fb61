// The simulated modem in front of programs of Debian that speak to real ones: wvdial and gammu here, comgt and pppd's chat in
// tests/long/at-programs.test.ts. None of them gets a connection that anything could be sent over.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AtModem, startAtModem } from "./at-modem.ts";
import { findObstacle } from "./system-packages.ts";
import { startTerminalClient, take } from "./terminal-client.ts";

const obstacle = findObstacle("modem");

describe.skipIf(obstacle !== null)("the simulated modem", () => {
  let modem: AtModem;

  beforeAll(async () => {
    modem = await startAtModem();
  });
  afterAll(() => modem.stop());

  test("is set up by wvdial, and refuses to call a number", async () => {
    const config = modem.write("wvdial.conf", [
      "[Dialer Defaults]",
      `Modem = ${modem.link}`,
      "Baud = 115200",
      "Init1 = ATZ",
      'Init2 = AT+CGDCONT=1,"IP","pos.example"',
      "Phone = 12345",
      "Username = nobody",
      "Password = nothing",
      "Dial Attempts = 1",
    ]);
    const [, said] = await modem.run("wvdial", "-C", config);
    expect([said.includes("Modem initialized."), said.includes("No Carrier!"), said.includes("pppd")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("is identified by gammu", async () => {
    const config = modem.write("gammurc", ["[gammu]", `device = ${modem.link}`, "connection = at115200"]);
    const [status, said] = await modem.run("gammu", "-c", config, "identify");
    expect([status, /Model +: unknown \(CT-M400\)/.test(said), /IMEI +: 001013000000416/.test(said)]).toEqual([
      0,
      true,
      true,
    ]);
  });

  test("is recognised and read by Counterpart over the same line", async () => {
    const counterpart = startTerminalClient();
    const session = await counterpart.connect(modem.link);
    const report = take(await counterpart.client.call("terminal.read", { session }));
    await counterpart.close();
    expect([report.terminal.family, report.verdict.code, report.interfaces[0]?.cellular?.apn]).toEqual([
      "at",
      "healthy",
      "pos.example",
    ]);
  });
});

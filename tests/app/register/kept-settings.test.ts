import { expect, test } from "vitest";
import { keepSettings } from "../../../electron/app/register/kept-settings.ts";
import { compareSettings } from "../../../electron/core/settings/compare-settings.ts";
import { readFrom } from "../open-session.ts";

test("what a terminal pays through is kept, and two moments of it differ by its names", () => {
  const hosts = (host: string) => [{ host, port: 443, tls: null, purpose: null, place: 1 }];
  const paying = { ...readFrom("SN-1", {}), hosts: hosts("gw.example.net"), tpdu: "6000030000" };
  const one = keepSettings({ ...paying, merchantNumber: "CTDEMO000000001", terminalNumber: null });
  const other = keepSettings({ ...paying, merchantNumber: "CTDEMO000000002", terminalNumber: "CT000031" });
  expect([one.digest === other.digest, compareSettings(one.settings, other.settings)]).toEqual([
    false,
    [
      { field: "merchantNumber", from: "CTDEMO000000001", to: "CTDEMO000000002" },
      { field: "terminalNumber", from: null, to: "CT000031" },
    ],
  ]);
});

test("which of it the terminal takes is no setting, and makes no other entry", () => {
  const reading = readFrom("SN-1", {});
  expect(keepSettings({ ...reading, settable: ["tpdu"] }).digest).toBe(keepSettings(reading).digest);
});

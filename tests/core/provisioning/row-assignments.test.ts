import { expect, test } from "vitest";
import { type PlanRow, planRowSchema } from "../../../electron/core/provisioning/plan-row.ts";
import { wishFor } from "../../../electron/core/provisioning/row-assignments.ts";
import { makeSettings } from "../findings/make-settings.ts";

const hosts = [{ host: "gw.example.net", port: 7443, place: 1 }];
const takesAll = { hosts, settable: ["host.1", "tpdu", "merchantNumber", "terminalNumber"] };

function makeRow(settings: object, more: Partial<PlanRow> = {}): PlanRow {
  const empty = { serialNumber: null, interface: null, merchantNumber: null, terminalNumber: null, profile: null };
  const own = { interfaces: [{ name: "eth0", kind: "ethernet" }], ...settings };
  return planRowSchema.parse({ line: 2, ...empty, notes: null, isAllocated: false, settings: own, ...more });
}

function wish(row: PlanRow, terminal: object = takesAll): readonly string[] {
  const { set, exceptions } = wishFor(row, makeSettings({}, {}, terminal));
  return [...set, ...exceptions.map(({ field, wanted, found }) => `by hand: ${field} ${wanted} (${found ?? "-"})`)];
}

test.for<[string, readonly string[], PlanRow, object?]>([
  ["a host with its port", ["host.1=10.1.1.1:443"], makeRow({ hosts: [{ host: "10.1.1.1", port: 443 }] })],
  ["a host without a port, which stays", ["host.1=10.1.1.1:7443"], makeRow({ hosts: [{ host: "10.1.1.1" }] })],
  [
    "a host without a port, where the terminal has none either",
    ["by hand: host 10.1.1.1 (-)"],
    makeRow({ hosts: [{ host: "10.1.1.1" }] }),
    { settable: ["host.1"] },
  ],
  [
    "a host that the terminal does not take",
    ["by hand: host 10.1.1.1:443 (gw.example.net:7443)"],
    makeRow({ hosts: [{ host: "10.1.1.1", port: 443 }] }),
    { hosts, settable: ["tpdu"] },
  ],
  [
    "a host that the terminal does not take, and has",
    [],
    makeRow({ hosts: [{ host: "GW.example.net", port: 7443 }] }),
    { hosts },
  ],
  [
    "numbers, and a TPDU with blanks",
    ["tpdu=60 00 04 00 00", "merchantNumber=898110000000001", "terminalNumber=00000041"],
    makeRow({ tpdu: "60 00 04 00 00" }, { merchantNumber: "898110000000001", terminalNumber: "00000041" }),
  ],
  [
    "a number that is too short for the terminal",
    ["by hand: merchantNumber 89811 (-)"],
    makeRow({}, { merchantNumber: "89811" }),
  ],
])("a row sets %s", ([, expected, row, terminal]) => {
  expect(wish(row, terminal)).toEqual(expected);
});

import { expect, test } from "vitest";
import { compareSettings } from "../../../electron/core/settings/compare-settings.ts";

const eth0 = { name: "eth0", ipv4: { address: "192.168.1.20", dns: ["192.168.1.1"] } };
const wlan0 = { name: "wlan0", ipv4: null };

test("names what differs, and nothing else", () => {
  const after = {
    interfaces: [{ ...eth0, ipv4: { address: "192.168.1.21", dns: ["192.168.1.1", "1.1.1.1"] } }],
    tpdu: "60",
  };
  expect(compareSettings({ interfaces: [eth0], tpdu: null }, after)).toEqual([
    { field: "interfaces.eth0.ipv4.address", from: "192.168.1.20", to: "192.168.1.21" },
    { field: "interfaces.eth0.ipv4.dns.1", from: null, to: "1.1.1.1" },
    { field: "tpdu", from: null, to: "60" },
  ]);
});

test("does not mind the order in which interfaces were read", () => {
  expect(compareSettings({ interfaces: [eth0, wlan0] }, { interfaces: [wlan0, eth0] })).toEqual([]);
});

test("tells items of one name apart", () => {
  const [one, other] = [
    { host: "pos.example", port: 1 },
    { host: "pos.example", port: 2 },
  ];
  expect(compareSettings({ hosts: [one, one] }, { hosts: [one, other] })).toEqual([
    { field: "hosts.pos.example#1.port", from: "1", to: "2" },
  ]);
});

test("compares with nothing", () => {
  expect(compareSettings(null, { tpdu: "60" })).toEqual([{ field: "tpdu", from: null, to: "60" }]);
});

// As OpenWrt's documentation prints it; no real OpenWrt has confirmed it here, which is why it is only read.
import { expect, test } from "vitest";
import { readUci } from "../../../../../electron/core/dialects/linux-console/facts/uci.ts";

const shown = `network.loopback=interface
network.loopback.device='lo'
network.loopback.proto='static'
network.loopback.ipaddr='127.0.0.1'
network.loopback.netmask='255.0.0.0'
network.@device[0]=device
network.@device[0].name='br-lan'
network.@device[0].ports='lan1' 'lan2'
network.lan=interface
network.lan.device='br-lan'
network.lan.proto='static'
network.lan.ipaddr='192.168.1.20'
network.lan.netmask='255.255.255.0'
network.lan.gateway='192.168.1.1'
network.lan.dns='192.168.1.1' '9.9.9.9'
network.wan=interface
network.wan.ifname='eth1'
network.wan.proto='dhcp'
network.old=interface
network.old.type='bridge'
network.old.ifname='eth2 eth3'
network.old.proto='static'
network.old.ipaddr='10.0.0.1/8'
`;

test("a static interface has its address, mask, gateway and name servers", () => {
  expect(readUci(shown, "br-lan")?.ipv4).toEqual({
    method: "static",
    address: "192.168.1.20",
    prefixLength: 24,
    gateway: "192.168.1.1",
    dns: ["192.168.1.1", "9.9.9.9"],
    additional: [],
  });
});

test.each([
  ["eth1", "dhcp", null],
  ["br-old", "static", "10.0.0.1"],
  ["lo", "static", "127.0.0.1"],
])("%s is %s", (name, method, address) => {
  const { ipv4 } = readUci(shown, name) ?? {};
  expect([ipv4?.method, ipv4?.address]).toEqual([method, address]);
});

test.each(["lan1", "eth2", "eth9", ""])("%j, which no interface has as its device, keeps nothing", (name) => {
  expect(readUci(shown, name)).toBe(null);
});

import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import { judge } from "../../../electron/core/findings/judge.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { makeSettings } from "./make-settings.ts";

const lease = {
  method: "dhcp",
  address: "192.168.1.50",
  prefixLength: 24,
  gateway: "192.168.1.1",
  dns: ["192.168.1.1"],
};
const lan = { method: "static", address: "192.168.1.1", prefixLength: 24, gateway: null, dns: [] };
const loopback = { name: "lo", kind: "loopback", link: "up", ipv4: { address: "127.0.0.1", prefixLength: 8 } };
const defaultRoute = { destination: "0.0.0.0/0", gateway: "192.168.1.1", interface: "eth0", metric: 100 };

const stock: Readonly<Record<string, unknown>> = {
  "Debian with ifupdown and DHCP": {
    interfaces: [
      loopback,
      {
        name: "eth0",
        kind: "ethernet",
        link: "up",
        manager: "ifupdown",
        ipv4: { method: "dhcp" },
        running: { ipv4: lease },
      },
    ],
    routes: [defaultRoute],
    nameServers: [{ address: "192.168.1.1", source: "/etc/resolv.conf" }],
  },
  "NetworkManager on Wi-Fi with an unplugged cable and a container bridge": {
    interfaces: [
      loopback,
      {
        name: "eth0",
        kind: "ethernet",
        link: "down",
        manager: "networkmanager",
        ipv4: { method: "dhcp" },
        running: { ipv4: {} },
      },
      { name: "wlan0", kind: "wifi", link: "up", manager: "networkmanager", ipv4: lease, running: { ipv4: lease } },
      { name: "docker0", kind: "bridge", link: "down", ipv4: { address: "172.17.0.1", prefixLength: 16 } },
      { name: "veth1", kind: "virtual", link: "up", ipv4: { address: "169.254.1.1", prefixLength: 16 } },
    ],
    routes: [{ ...defaultRoute, interface: "wlan0" }],
    nameServers: [{ address: "192.168.1.1", source: "/etc/resolv.conf" }],
  },
  "systemd-networkd with systemd-resolved": {
    interfaces: [
      loopback,
      {
        name: "eth0",
        kind: "ethernet",
        link: "up",
        manager: "systemd-networkd",
        ipv4: lease,
        running: { ipv4: lease },
      },
    ],
    routes: [defaultRoute, { destination: "192.168.1.1/32", interface: "eth0", metric: 100 }],
    nameServers: [
      { address: "127.0.0.53", source: "/etc/resolv.conf" },
      { address: "192.168.1.1", source: "systemd-resolved" },
    ],
  },
  "an OpenWrt router": {
    interfaces: [
      loopback,
      { name: "br-lan", kind: "bridge", link: "up", manager: "openwrt-uci", ipv4: lan, running: { ipv4: lan } },
      {
        name: "eth1",
        kind: "ethernet",
        link: "up",
        manager: "openwrt-uci",
        ipv4: { method: "dhcp" },
        running: { ipv4: { address: "100.64.3.4", prefixLength: 24, gateway: "100.64.3.1" } },
      },
      { name: "eth0", kind: "ethernet", link: "up", ipv4: null },
    ],
    routes: [{ ...defaultRoute, gateway: "100.64.3.1", interface: "eth1" }],
    nameServers: [
      { address: "127.0.0.1", source: "/etc/resolv.conf" },
      { address: "::1", source: "/etc/resolv.conf" },
    ],
  },
  "ConnMan with its own resolver": {
    interfaces: [
      loopback,
      { name: "eth0", kind: "ethernet", link: "up", manager: "connman", ipv4: lease, running: { ipv4: lease } },
    ],
    routes: [defaultRoute],
    nameServers: [
      { address: "127.0.0.1", source: "/etc/resolv.conf" },
      { address: "::1", source: "/etc/resolv.conf" },
    ],
  },
  "a cellular link with a /32": {
    interfaces: [
      loopback,
      {
        name: "wwan0",
        kind: "cellular",
        link: "up",
        ipv4: { method: "static", address: "10.64.0.0", prefixLength: 32, gateway: "10.64.64.64", dns: ["221.6.4.66"] },
      },
      { name: "ppp0", kind: "ppp", link: "up", ipv4: { address: "10.9.8.7", prefixLength: 32 } },
    ],
  },
  "a /31 between two devices": {
    interfaces: [
      {
        name: "lan",
        kind: "other",
        link: "up",
        ipv4: { method: "static", address: "10.0.0.0", prefixLength: 31, gateway: "10.0.0.1", dns: ["10.0.0.1"] },
      },
    ],
  },
  "a gateway in the network of a second address": {
    interfaces: [
      {
        name: "eth0",
        kind: "ethernet",
        link: "up",
        ipv4: { ...lease, method: "static", gateway: "10.0.0.1", additional: ["10.0.0.9/24"] },
      },
    ],
  },
};

test.each(Object.entries(stock))("%s has nothing wrong and nothing odd", (_name, settings) => {
  const parsed = networkSettingsSchema.parse(settings);
  const findings = check(parsed);
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(judge(findings, parsed).code).toBe("healthy");
});

test("a terminal set by hand whose values run has no finding", () => {
  const ipv4 = makeSettings().interfaces[1]?.ipv4;
  expect(check(makeSettings({}, { running: { ipv4 } }))).toEqual([]);
});

test("a terminal whose only cable is unplugged is neither healthy nor wrong", () => {
  const settings = makeSettings({}, { link: "down", running: { ipv4: {} } });
  expect([check(settings), judge(check(settings), settings).code]).toEqual([[], "unknown"]);
});

test("a terminal of which nothing could be read is not judged", () => {
  const settings = networkSettingsSchema.parse({ interfaces: [{ name: "eth0" }] });
  expect(judge(check(settings), settings)).toMatchObject({ code: "unknown", rule: null });
});

// A real uci and a real netifd printed what is read here.
import { expect, test } from "vitest";
import { readNetifdServers, readUci } from "../../../../../electron/core/dialects/linux-console/facts/uci.ts";
import { readCapture } from "./corpus.ts";

const shown = readCapture("uci-show-network", "shown");

test("a static interface has its addresses, gateway and name servers", () => {
  expect(readUci(shown, "br-lan")?.ipv4).toEqual({
    method: "static",
    address: "192.168.1.20",
    prefixLength: 24,
    gateway: "192.168.1.1",
    dns: ["192.168.1.1", "9.9.9.9"],
    additional: ["10.0.0.9/8"],
  });
});

test("the older form, with a mask of its own and a bridge named after its section, is read too", () => {
  expect(readUci(shown, "br-old")?.ipv4).toMatchObject({
    address: "192.168.7.20",
    prefixLength: 24,
    dns: ["192.168.7.1", "9.9.9.9"],
  });
});

test.each([
  ["eth1", "dhcp", null],
  ["lo", "static", "127.0.0.1"],
])("%s is %s", (name, method, address) => {
  const { ipv4 } = readUci(shown, name) ?? {};
  expect([ipv4?.method, ipv4?.address]).toEqual([method, address]);
});

test.each(["lan1", "eth0.1", "eth9", ""])("%j, which no interface has as its device, keeps nothing", (name) => {
  expect(readUci(shown, name)).toBe(null);
});

test("the name servers of a device are those that netifd has passed on for its section", () => {
  const captured = readCapture("netifd-reload", "captured");
  const auto = captured.split("$ cat /tmp/resolv.conf.d/resolv.conf.auto\n")[1]?.split("[exit")[0] ?? "";
  const network = captured.split("$ uci -q show network\n")[1]?.split("[exit")[0] ?? "";
  const files = new Map([["/tmp/resolv.conf.d/resolv.conf.auto", auto]]);
  const found = ["eth0", "eth1", "eth9"].map((name) => readNetifdServers(network, files, name));
  expect(found).toEqual([["192.168.1.254", "192.168.1.1"], [], null]);
});

test("where netifd has passed nothing on, nothing is said of it", () => {
  expect(readNetifdServers(shown, new Map(), "br-lan")).toBe(null);
});

// The commands that change OpenWrt's settings. What a real uci and a real netifd make of them stands in
// tests/corpus/linux-console/netifd-reload.
import { describe, expect, test } from "vitest";
import { readCapture } from "../facts/corpus.ts";
import type { InterfaceSettings } from "../../../../../electron/core/settings/network-settings.ts";
import { combine } from "../../../../../electron/core/dialects/linux-console/write/wanted.ts";
import { writeUci } from "../../../../../electron/core/dialects/linux-console/write/uci.ts";
import { readUci } from "../../../../../electron/core/dialects/linux-console/facts/uci.ts";

const otherForms = readCapture("uci-show-network", "shown");
const captured = readCapture("netifd-reload", "captured");

type Changes = Readonly<Record<string, string | null>>;

/** The commands of the step that sets, or the refusal. */
function compose(name: string, changes: Changes, shown = otherForms): string {
  const kept = readUci(shown, name)?.ipv4 ?? null;
  const ipv4 = kept && { ...kept, dns: kept.dns ?? [] };
  const current: InterfaceSettings = {
    name,
    kind: "ethernet",
    mac: null,
    link: "up",
    mtu: 1500,
    manager: "openwrt-uci",
    ipv4,
    ipv6: null,
    running: { ipv4, ipv6: null },
  };
  const asked = Object.entries(changes).map(([field, to]) => ({ interface: name, field, from: null, to }));
  const wanted = combine(current, asked);
  if (!wanted.ok) return wanted.failure.code;
  const steps = writeUci(current, wanted.value, shown);
  if (!steps.ok) return `${steps.failure.code} ${String(steps.failure.details["manager"])}`;
  return steps.value.apply.find((step) => step.name === "uci set")?.shell ?? "";
}

function listEdits(commands: string): readonly string[] {
  return [...commands.matchAll(/uci (?:-q )?(\w+) network\.([^|&;]+)/g)].map(([, verb, rest]) => `${verb} ${rest}`);
}

/** What a command printed when a real uci ran it, the first time. */
function findPrinted(command: string): string {
  return captured.split(`$ ${command}\n`)[1]?.split("[exit")[0] ?? "";
}

describe("uci is told", () => {
  test.each([
    [
      "an address as ADDRESS/PREFIX in a list, with the further ones behind it",
      "br-lan",
      { "ipv4.address": "192.168.1.77/25" },
      [
        "set lan.proto=static",
        "delete lan.ipaddr",
        "add_list lan.ipaddr=192.168.1.77/25",
        "add_list lan.ipaddr=10.0.0.9/8",
        "delete lan.broadcast",
        "set lan.gateway=192.168.1.1",
      ],
    ],
    [
      "an address with its mask where it had one",
      "br-old",
      { "ipv4.address": "192.168.7.77/25" },
      [
        "set old.proto=static",
        "set old.ipaddr=192.168.7.77",
        "set old.netmask=255.255.255.128",
        "delete old.broadcast",
        "delete old.gateway",
      ],
    ],
    [
      "name servers as a whole list",
      "br-lan",
      { "ipv4.dns": "9.9.9.9,192.168.1.1" },
      ["set lan.proto=static", "delete lan.dns", "add_list lan.dns=9.9.9.9", "add_list lan.dns=192.168.1.1"],
    ],
    [
      "that a lease takes the place of all that was fixed",
      "br-lan",
      { "ipv4.method": "dhcp", "ipv4.address": null, "ipv4.gateway": null, "ipv4.dns": null },
      [
        "set lan.proto=dhcp",
        "delete lan.ipaddr",
        "delete lan.netmask",
        "delete lan.gateway",
        "delete lan.broadcast",
        "delete lan.dns",
      ],
    ],
    [
      "a fixed address in place of a lease",
      "eth1",
      { "ipv4.method": "static", "ipv4.address": "10.7.0.9/16", "ipv4.gateway": "10.7.0.1" },
      [
        "set wan.proto=static",
        "set wan.ipaddr=10.7.0.9",
        "set wan.netmask=255.255.0.0",
        "delete wan.broadcast",
        "set wan.gateway=10.7.0.1",
      ],
    ],
  ])("%s", (_, name, changes, expected) => {
    expect(listEdits(compose(name, changes))).toEqual(expected);
  });

  test.each<[string, Changes]>([
    [
      "new values",
      { "ipv4.address": "192.168.1.77/24", "ipv4.gateway": "192.168.1.254", "ipv4.dns": "192.168.1.254,192.168.1.1" },
    ],
    ["a lease", { "ipv4.method": "dhcp", "ipv4.address": null, "ipv4.gateway": null, "ipv4.dns": null }],
  ])("%s in the words that a real netifd has taken up", (_, changes) => {
    const commands = compose("eth0", changes, findPrinted("uci -q show network")).replace(/^[^;]*;/, "");
    expect(
      captured
        .replaceAll(/^\$ |\n\[exit 0\]$/gm, "")
        .split("\n")
        .join("&&"),
    ).toContain(commands);
  });

  test("nothing of name servers beside a lease", () => {
    expect(compose("eth1", { "ipv4.dns": "9.9.9.9" })).toBe("not-writable DHCP");
  });
});

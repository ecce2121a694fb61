// Values on their way into described commands: by kind, or not at all.
import { describe, expect, test } from "vitest";
import type { DescribedTextInterface } from "../../../../electron/core/dialects/text/description.ts";
import { makeSetCommands, type WantedSettings } from "../../../../electron/core/dialects/text/set-commands.ts";

const described = {
  name: "eth0",
  kind: "ethernet",
  fields: {
    method: { from: "m", static: "S", dhcp: "D" },
    address: { from: "a", form: "dotted", unset: "0.0.0.0" },
    mask: { from: "k", form: "prefix" },
    gateway: { from: "g", form: "padded", unset: "-" },
    dns: [{ from: "d", form: "dotted" }],
  },
  set: [
    { send: "ip {method} {address}/{mask} {gateway}", within: 5 },
    { send: "dns {dns1}", within: 5 },
  ],
} as const satisfies DescribedTextInterface;

const settings: WantedSettings = {
  "ipv4.method": "static",
  "ipv4.address": "10.1.2.3/20",
  "ipv4.gateway": "10.1.0.1",
  "ipv4.dns": "9.9.9.9",
};

function make(change: Partial<WantedSettings>): unknown {
  const fields = Object.keys(change) as (keyof WantedSettings)[];
  const made = makeSetCommands(described, { ...settings, ...change }, fields);
  return made.ok ? made.value.map(({ text }) => text) : made.failure.code;
}

describe("described set commands", () => {
  test("hold each value in its own form, and only those that concern a change are sent", () => {
    expect(make({ "ipv4.gateway": "10.1.0.254" })).toEqual(["ip S 10.1.2.3/20 010.001.000.254"]);
  });

  test("write none as the description says", () => {
    expect(make({ "ipv4.gateway": null })).toEqual(["ip S 10.1.2.3/20 -"]);
  });

  test("send nothing of what a lease brings", () => {
    const dhcp = { "ipv4.method": "dhcp", "ipv4.address": null, "ipv4.gateway": null, "ipv4.dns": null };
    expect(make(dhcp)).toEqual(["ip D 0.0.0.0/0 -"]);
  });

  test.each([
    [{ "ipv4.gateway": "10.0.0.1\r\nreload" }, "value-refused"],
    [{ "ipv4.gateway": "10.0.0.1; reload" }, "value-refused"],
    [{ "ipv4.gateway": "10.0.0" }, "value-refused"],
    [{ "ipv4.address": "10.1.2.3/33" }, "value-refused"],
    [{ "ipv4.address": "10.1.2.3/2 4" }, "value-refused"],
    [{ "ipv4.dns": "" }, "parameter-missing"],
    [{ "ipv4.dns": "9.9.9.9,1.1.1.1" }, "parameter-missing"],
  ])("refuse %j as %s", (change, code) => {
    expect(make(change)).toBe(code);
  });
});

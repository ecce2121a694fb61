import { describe, expect, test } from "vitest";
import { compareHealthy, type HealthyRecord } from "../../../electron/core/diagnosis/compare-healthy.ts";
import type { Stage } from "../../../electron/core/diagnosis/stage.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

interface Differently {
  readonly ipv4?: object;
  readonly around?: object;
  readonly settings?: object;
  readonly stages?: readonly Stage[];
}

function record(address: string, { ipv4, around, settings, stages = [] }: Differently = {}): HealthyRecord {
  return {
    stages,
    settings: networkSettingsSchema.parse({
      interfaces: [
        { name: "lo", kind: "loopback", link: "up", ipv4: { method: "static", address: "127.0.0.1", prefixLength: 8 } },
        {
          name: "eth0",
          kind: "ethernet",
          link: "up",
          mac: `00:1a:2b:3c:4d:${address.slice(-2)}`,
          ipv4: { method: "static", address, prefixLength: 24, gateway: "192.168.1.1", ...ipv4 },
          ...around,
        },
      ],
      nameServers: [{ address: "192.168.1.1" }],
      hosts: [{ host: "pay.example.com", port: 443, tls: true }],
      tpdu: "6000030000",
      terminal: { vendor: "V", model: "M", firmware: "1.2", serialNumber: address },
      clock: { aheadSeconds: 2 },
      ...settings,
    }),
  };
}

function tell(stage: Stage["stage"], outcome: Stage["outcome"], from: Stage["from"] = "terminal"): Stage {
  return { stage, from, outcome, reason: null, target: null, ms: 3, detail: "" };
}

const healthy = record("192.168.1.21", { stages: [tell("gateway", "passed"), tell("tcp", "passed")] });

function compare(one: HealthyRecord, other = healthy): readonly string[] {
  return compareHealthy(one, other).map(
    ({ part, field, here, healthy: right, how }) => `${part} ${field} ${how}: ${here} | ${right}`,
  );
}

describe("beside a healthy terminal", () => {
  test("two terminals of one shop differ in nothing but what names them", () => {
    expect(compare(record("192.168.1.22"))).toEqual([]);
  });

  test("the stage that fails comes first, then the setting that it fails for", () => {
    const one = record("192.168.1.22", {
      ipv4: { gateway: "192.168.2.1" },
      stages: [tell("gateway", "failed"), tell("tcp", "skipped")],
    });
    expect(compare(one)).toEqual([
      "stage gateway.terminal differs: failed | passed",
      "settings ipv4.gateway differs: 192.168.2.1 | 192.168.1.1",
    ]);
  });

  test("the same address on both is said", () => {
    expect(compare(record("192.168.1.21"))).toContain("settings ipv4.address same: 192.168.1.21 | 192.168.1.21");
  });

  test("another network, another host and another header are each named", () => {
    const one = record("192.168.7.22", {
      settings: { hosts: [{ host: "pay.example.com", port: 444, tls: true }], tpdu: "6000040000" },
    });
    expect(compare(one)).toEqual([
      "settings hosts differs: tls:pay.example.com:444 | tls:pay.example.com:443",
      "settings tpdu differs: 6000040000 | 6000030000",
      "settings ipv4.network differs: 192.168.7.0/24 | 192.168.1.0/24",
    ]);
  });

  test("what only the healthy one has is missing here", () => {
    expect(compare(record("192.168.1.22", { settings: { nameServers: [] } }))).toEqual([
      "settings nameServers missing: null | 192.168.1.1",
    ]);
  });

  test("a signal weaker by 12 dB is named, one weaker by 11 is not", () => {
    const on = (signalDbm: number): Differently => ({ around: { kind: "wifi", wifi: { ssid: "shop", signalDbm } } });
    const other = record("192.168.1.21", on(-50));
    const weaker = [-61, -62].map((dbm) => compare(record("192.168.1.22", on(dbm)), other));
    expect(weaker).toEqual([[], ["radio wifi.signalDbm differs: -62 | -50"]]);
  });

  test("a clock that is days off and an older firmware are named", () => {
    const one = record("192.168.1.22", {
      settings: { clock: { aheadSeconds: -90_000 }, terminal: { vendor: "V", model: "M", firmware: "1.1" } },
    });
    expect(compare(one)).toEqual([
      "settings clock.aheadSeconds differs: -90000 s | 2 s",
      "terminal firmware differs: 1.1 | 1.2",
    ]);
  });

  test("of another model only that is said", () => {
    expect(compare(record("192.168.1.22", { settings: { terminal: { model: "N", firmware: "9" } } }))).toEqual([
      "terminal model differs: N | M",
    ]);
  });

  test("no password is ever compared", () => {
    const on = (passphrase: string): Differently => ({ around: { kind: "wifi", wifi: { ssid: "shop", passphrase } } });
    expect(compare(record("192.168.1.22", on("one-key")), record("192.168.1.21", on("other-key")))).toEqual([]);
  });
});

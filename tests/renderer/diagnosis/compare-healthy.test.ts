import { describe, expect, test } from "vitest";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { compareHealthy, type Compared } from "../../../renderer/features/diagnosis/compare-healthy.ts";

const settings = networkSettingsSchema.parse({
  interfaces: [
    {
      name: "eth0",
      kind: "ethernet",
      link: "down",
      ipv4: {
        method: "static",
        address: "192.168.1.23",
        prefixLength: 24,
        gateway: "192.168.2.1",
        dns: ["192.168.1.1"],
      },
    },
    { name: "lo", kind: "loopback", link: "down" },
  ],
  clock: { aheadSeconds: -90_000 },
});

const values = [
  { interface: "eth0", field: "ipv4.address", value: "192.168.1.23/24" },
  { interface: "eth0", field: "ipv4.gateway", value: "192.168.1.1" },
  { interface: "eth0", field: "ipv4.dns", value: "192.168.1.1" },
];

function list(compared: Partial<Compared>): readonly string[] {
  const all = compareHealthy({ settings: null, stages: [], healthy: null, ...compared });
  return all.map(({ id, now, healthy }) => `${id}: ${now} / ${healthy}`);
}

describe("this terminal beside a healthy one", () => {
  test("only the settings that differ from its last good record stand there", () => {
    expect(list({ settings, healthy: { at: "2026-11-22T10:00:00Z", values } })[0]).toBe(
      "eth0.ipv4.gateway: 192.168.2.1 / 192.168.1.1",
    );
  });

  test("without a record, a link that is down and a clock that is wrong still differ from a healthy one", () => {
    expect(list({ settings })).toEqual(["eth0.link: down / up", "clock: -90000 s / 0 s"]);
  });

  test("a stage that failed differs, and those skipped after it do not", () => {
    const stage = { from: "terminal", reason: null, target: null, ms: 1, detail: "" } as const;
    const stages = [
      { ...stage, stage: "gateway", outcome: "failed" },
      { ...stage, stage: "tcp", outcome: "skipped" },
    ] as const;
    expect(list({ stages })).toEqual(["terminal gateway null: failed / passed"]);
  });
});

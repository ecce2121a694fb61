// Reports as `terminal.read` gives them, from the same rules.
import type { Report } from "../../electron/contract/commands.ts";
import { check } from "../../electron/core/findings/check.ts";
import { judge } from "../../electron/core/findings/judge.ts";
import { networkSettingsSchema } from "../../electron/core/settings/network-settings.ts";

interface Wanted {
  readonly method?: "static" | "dhcp";
  readonly address?: string | null;
  readonly prefixLength?: number | null;
  readonly gateway?: string | null;
  readonly dns?: readonly string[];
  readonly link?: "up" | "down";
  readonly manager?: "ifupdown" | null;
  readonly hosts?: readonly string[];
}

/** eth0 of a terminal in a shop, healthy but for what is wanted otherwise; it runs what is configured. */
export function makeReport(wanted: Wanted = {}): Report {
  const ipv4 = {
    method: wanted.method ?? "static",
    address: wanted.address === undefined ? "192.168.1.23" : wanted.address,
    prefixLength: wanted.prefixLength === undefined ? 24 : wanted.prefixLength,
    gateway: wanted.gateway === undefined ? "192.168.1.1" : wanted.gateway,
    dns: [...(wanted.dns ?? ["192.168.1.1"])],
  };
  const settings = networkSettingsSchema.parse({
    interfaces: [
      { name: "lo", kind: "loopback", link: "up" },
      {
        name: "eth0",
        kind: "ethernet",
        mac: "52:54:00:12:34:56",
        link: wanted.link ?? "up",
        manager: wanted.manager === undefined ? "ifupdown" : wanted.manager,
        ipv4,
        running: { ipv4 },
      },
    ],
    hosts: (wanted.hosts ?? []).map((host) => ({ host, port: 443 })),
  });
  const findings = check(settings);
  return {
    ...settings,
    terminal: {
      family: "linux-console",
      vendor: null,
      model: null,
      serialNumber: null,
      firmware: null,
      hostName: "till",
    },
    clock: null,
    capabilities: {} as Report["capabilities"],
    findings,
    verdict: judge(findings, settings),
  };
}

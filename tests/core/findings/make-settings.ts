import { type NetworkSettings, networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

/** A shop's terminal on a cable, set by hand and healthy, with `ipv4` laid over its values. */
export function makeSettings(ipv4: object = {}, around: object = {}, terminal: object = {}): NetworkSettings {
  const base = {
    method: "static",
    address: "192.168.1.23",
    prefixLength: 24,
    gateway: "192.168.1.1",
    dns: ["192.168.1.1"],
  };
  return networkSettingsSchema.parse({
    interfaces: [
      { name: "lo", kind: "loopback", link: "up", ipv4: { method: "static", address: "127.0.0.1", prefixLength: 8 } },
      { name: "eth0", kind: "ethernet", mac: "00:1a:2b:3c:4d:5e", link: "up", ipv4: { ...base, ...ipv4 }, ...around },
    ],
    ...terminal,
  });
}

import { parseHostName } from "../../settings/host-name.ts";
import type { Host } from "../../settings/network-settings.ts";
import type { TerminalRule } from "../rule.ts";

/** Silent where nothing could be read of the application's hosts. */
export const policyHost = {
  id: "policy.host-missing",
  severity: "error",
  source: "the site's policy: hosts",
  needs: "policy",
  observe: ({ settings, policy }) => {
    const wanted = policy?.entries.hosts ?? [];
    if (wanted.length === 0 || settings.hosts.length === 0) {
      return [];
    }
    const known = settings.hosts.map((host) => ({ ...host, name: nameHost(host.host) }));
    const missing = wanted.filter(
      (one) =>
        !known.some(
          (host) =>
            host.name === nameHost(one.host) &&
            (one.port === undefined || host.port === null || host.port === one.port) &&
            (one.tls === undefined || host.tls === null || host.tls === one.tls),
        ),
    );
    const evidence = {
      missing: missing.map(({ host, port }) => printHost(host, port ?? null)),
      hosts: settings.hosts.map((host: Host) => printHost(host.host, host.port)).toSorted(),
    };
    return missing.length === 0 ? [] : [{ interface: null, field: "hosts", evidence }];
  },
} as const satisfies TerminalRule;

function nameHost(text: string): string {
  const name = parseHostName(text);
  return name.ok ? name.value : text.toLowerCase();
}

function printHost(host: string, port: number | null): string {
  return port === null ? host : host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

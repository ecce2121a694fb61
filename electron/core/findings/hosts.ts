// The payment application's hosts with their addresses parsed. Rules observe them at their places: `hosts.0`.
import type { Host } from "../settings/network-settings.ts";
import { readServer, type ServerFacts } from "./interface-facts.ts";
import type { Observation } from "./observation.ts";
import type { TerminalFacts } from "./terminal-facts.ts";

interface HostFacts extends ServerFacts {
  readonly settings: Host;
}

/** One observation for every host of which `observe` says something. */
export function observeHosts(
  { settings }: TerminalFacts,
  observe: (host: HostFacts) => Pick<Observation, "evidence" | "severity"> | null,
  part: "host" | "port" = "host",
): readonly Observation[] {
  const found: Observation[] = [];
  for (const [place, host] of settings.hosts.entries()) {
    const seen = observe({ ...readServer(host.host), settings: host });
    if (seen !== null) found.push({ interface: null, field: `hosts.${place}.${part}`, ...seen });
  }
  return found;
}

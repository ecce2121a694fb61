// report -> the path picture: terminal, link, router, names, acquirer, each with one state and the value it stands on.
// Only what was read is judged: a hop is `ok` when its settings are right, whoever answers there.
import type { Report } from "../../../electron/contract/commands.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import type { InterfaceSettings, IpSettings } from "../../../electron/core/settings/network-settings.ts";
import { parseIpv4 } from "../../../electron/core/settings/ipv4.ts";
import type { HopId } from "../../ui/hop-glyph.tsx";
import type { HopState } from "../../ui/state-mark.tsx";

export interface Hop {
  readonly id: HopId;
  readonly state: HopState;
  /** Of this hop, the worst first. */
  readonly findings: readonly Finding[];
}

export interface TracedPath {
  /** The interface whose way out is drawn; null when the terminal has none. */
  readonly interface: InterfaceSettings | null;
  readonly hops: readonly Hop[];
  /** The first hop that is wrong, else the first that is odd. */
  readonly broken: Hop | null;
}

export const hopOrder: readonly HopId[] = ["terminal", "link", "router", "names", "acquirer"];

export function tracePath(report: Report): TracedPath {
  const chosen = choosePathInterface(report);
  const findings = report.findings.filter((one) => one.interface === null || one.interface === (chosen?.name ?? null));
  const hops = hopOrder.map((id): Hop => {
    const own = findings.filter((one) => placeFinding(one) === id);
    return { id, findings: own, state: judgeHop(own) ?? judgeQuietly(id, report, chosen) };
  });
  const broken = hops.find((hop) => hop.state === "wrong") ?? hops.find((hop) => hop.state === "odd") ?? null;
  return { interface: chosen, hops, broken };
}

/** What is in force on an interface: the configured values, or what runs where a lease brings them. */
export function findInForce(one: InterfaceSettings | null): IpSettings | null {
  const configured = one?.ipv4 ?? null;
  const running = one?.running?.ipv4 ?? null;
  return configured?.method === "static" || running?.address == null ? (configured ?? running) : running;
}

/** The one that the verdict is about; else the one with the way out; else the first that is plugged in. */
function choosePathInterface({ interfaces, findings, verdict, routes }: Report): InterfaceSettings | null {
  const real = interfaces.filter((one) => one.kind !== "loopback" && one.kind !== "virtual");
  const decisive = findings.find((one) => one.rule === verdict.rule)?.interface;
  const leading = routes.find((route) => route.destination === "0.0.0.0/0")?.interface;
  return (
    real.find((one) => one.name === decisive) ??
    real.find((one) => one.name === leading) ??
    real.find((one) => one.link === "up" && findInForce(one)?.address != null) ??
    real.find((one) => one.link !== "down") ??
    real[0] ??
    null
  );
}

function placeFinding({ rule, field }: Finding): HopId {
  if (rule.startsWith("link.") || rule === "ipv4.dhcp-no-address") return "link";
  if (rule.startsWith("dns.") || field === "ipv4.dns" || field === "nameServers") return "names";
  if (field === "ipv4.gateway" || rule.startsWith("ipv4.gateway")) return "router";
  return field?.startsWith("hosts") || field === "tpdu" ? "acquirer" : "terminal";
}

function judgeHop(findings: readonly Finding[]): HopState | null {
  if (findings.some((one) => one.severity === "error")) return "wrong";
  return findings.some((one) => one.severity === "warning") ? "odd" : null;
}

/** Without a finding: whether there is anything to be right. */
function judgeQuietly(id: HopId, report: Report, chosen: InterfaceSettings | null): HopState {
  const inForce = findInForce(chosen);
  switch (id) {
    case "terminal":
      return inForce?.address != null ? "ok" : "unknown";
    case "link":
      return chosen?.link === "up" ? "ok" : chosen?.link === "down" ? "wrong" : "unknown";
    case "router":
      return inForce?.gateway != null ? "ok" : "unknown";
    case "names":
      if (report.hosts.length > 0 && report.hosts.every(({ host }) => parseIpv4(host).ok)) return "not-needed";
      return listNameServers(report, inForce).length > 0 ? "ok" : "unknown";
    case "acquirer":
      return "unknown";
  }
}

export function listNameServers(report: Report, inForce: IpSettings | null): readonly string[] {
  const own = inForce?.dns ?? [];
  return own.length > 0 ? own : report.nameServers.map((server) => server.address);
}

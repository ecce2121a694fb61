// Settings and what a person names -> the staged tests, each hop of the path in its order.
//
//   link -> address -> duplicate -> gateway -> name -> tcp -> tls
//
// The first stage that fails explains those after it: they are skipped, and say so.
import type { TerminalTest } from "../dialects/terminal-test.ts";
import { parseHostName } from "../settings/host-name.ts";
import { parseIpv4 } from "../settings/ipv4.ts";
import type { InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";
import type { StageName } from "./stage.ts";

export interface PlannedStage {
  readonly stage: StageName;
  readonly tests: readonly TerminalTest[];
  /** Its failure leaves nothing for the stages after it to find out. */
  readonly isDecisive: boolean;
}

export interface HostTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** More hosts than a terminal has; each may take its whole time to stay silent. */
const mostHosts = 3;

/** What to ask of a terminal: only what its settings or the person name. */
export function planStages(settings: NetworkSettings, named: readonly HostTarget[]): readonly PlannedStage[] {
  const used = findUsed(settings);
  if (used === null) return [];
  const hosts = listHosts(settings, named);
  const { name } = used;
  const address = readAddress(used.running?.ipv4?.address ?? used.ipv4?.address);
  const gateway = readAddress(used.ipv4?.gateway ?? used.running?.ipv4?.gateway);
  const names = hosts.filter(({ host }) => !parseIpv4(host).ok && parseHostName(host).ok);
  const isWired = used.kind === "ethernet" || used.kind === "wifi" || used.kind === null;
  return [
    decisive("link", [{ kind: "link", interface: name }]),
    decisive("address", address === null ? [] : [{ kind: "address", interface: name, address }]),
    {
      stage: "duplicate",
      tests: address === null || !isWired ? [] : [{ kind: "duplicate", interface: name, address }],
      isDecisive: false,
    },
    decisive("gateway", gateway === null ? [] : [{ kind: "gateway", interface: name, address: gateway }]),
    decisive(
      "name",
      names.slice(0, 1).map(({ host }) => ({ kind: "name", name: host, server: null })),
    ),
    decisive(
      "tcp",
      hosts.map(({ host, port }) => ({ kind: "tcp", host, port })),
    ),
    decisive(
      "tls",
      hosts.filter(({ tls }) => tls).map(({ host, port }) => ({ kind: "tls", host, port })),
    ),
  ];
}

/** The interface that payments take: the one with a gateway, else one with an address or a link, else the first that is no loop. */
export function findUsed({ interfaces }: NetworkSettings): InterfaceSettings | null {
  const real = interfaces.filter(({ kind }) => kind !== "loopback" && kind !== "virtual" && kind !== "bridge");
  const rank = ({ ipv4, running, link }: InterfaceSettings): number =>
    (ipv4?.gateway != null || running?.ipv4?.gateway != null ? 4 : 0) +
    (ipv4?.address != null || running?.ipv4?.address != null || ipv4?.method === "dhcp" ? 2 : 0) +
    (link === "up" ? 1 : 0);
  return real.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Whom the person names comes first. */
function listHosts({ hosts }: NetworkSettings, named: readonly HostTarget[]): readonly HostTarget[] {
  const known = hosts.flatMap(({ host, port, tls }) =>
    port !== null && port > 0 && port < 65_536 && (parseHostName(host).ok || parseIpv4(host).ok)
      ? [{ host, port, tls: tls === true }]
      : [],
  );
  const all = [...named, ...known];
  return all
    .filter((one, at) => all.findIndex(({ host, port }) => host === one.host && port === one.port) === at)
    .slice(0, mostHosts);
}

function readAddress(text: string | null | undefined): string | null {
  const plain = text?.split("/")[0] ?? "";
  return parseIpv4(plain).ok ? plain : null;
}

function decisive(stage: StageName, tests: readonly TerminalTest[]): PlannedStage {
  return { stage, tests, isDecisive: true };
}

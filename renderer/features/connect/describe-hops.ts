// The traced path in the words of the window.
import type { Report } from "../../../electron/contract/commands.ts";
import type { Translate } from "../../i18n/translate.ts";
import type { HopView } from "../../ui/path-picture.tsx";
import type { HopId } from "../../ui/hop-glyph.tsx";
import { findInForce, type Hop, listNameServers, type TracedPath } from "./trace-path.ts";

export function describeHops(path: TracedPath, report: Report, say: Translate): readonly HopView[] {
  return path.hops.map((hop) => {
    const name = say(`path.${hop.id}`);
    const state = say(`path.${hop.state}`);
    const value = describeValue(hop, path, { report, say });
    const spoken = value === null ? say("path.hop-bare", { name, state }) : say("path.hop", { name, state, value });
    const glyph = hop.id === "link" && isWireless(path) ? "wifi" : hop.id;
    return { id: hop.id, glyph, name, state: hop.state, word: state, value, spoken };
  });
}

interface Source {
  readonly report: Report;
  readonly say: Translate;
}

function describeValue({ id, state }: Hop, path: TracedPath, { report, say }: Source): string | null {
  const inForce = findInForce(path.interface);
  const values: Readonly<Record<HopId, () => string | null>> = {
    terminal: () => inForce?.address ?? say("path.no-address"),
    link: () => describeLink(path, say),
    router: () =>
      inForce?.gateway ?? (path.interface?.ipv4?.method === "dhcp" ? say("path.by-router") : say("path.no-gateway")),
    names: () => {
      if (state === "not-needed") return say("path.only-addresses");
      const [first, ...rest] = listNameServers(report, inForce);
      if (first === undefined) return say("path.no-servers");
      return rest.length === 0 ? first : say("path.more", { first, count: rest.length });
    },
    acquirer: () => {
      const [host] = report.hosts;
      return host === undefined ? say("path.untested") : host.port === null ? host.host : `${host.host}:${host.port}`;
    },
  };
  return values[id]();
}

function describeLink({ interface: chosen }: TracedPath, say: Translate): string | null {
  if (chosen === null || chosen.link === null) return chosen?.name ?? null;
  const { name, kind, link } = chosen;
  // A modem has no name that a person would know it by.
  if (kind === "cellular") return say(link === "up" ? "path.mobile-up" : "path.mobile-down");
  const isWifi = kind === "wifi";
  if (link === "up") return say(isWifi ? "path.wifi-up" : "path.link-up", { name });
  return say(isWifi ? "path.wifi-down" : "path.link-down", { name });
}

function isWireless({ interface: chosen }: TracedPath): boolean {
  return chosen?.kind === "wifi" || chosen?.kind === "cellular";
}

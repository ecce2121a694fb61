// How iproute2 6.1.0 prints routes, and how the kernel prints them in /proc/net/route.
import { formatQuad, maskOf } from "./dotted-quad.ts";
import type { NetworkStack } from "./network-stack.ts";
import type { Route } from "./route-table.ts";

export interface RouteView {
  readonly json: boolean;
  /** Set when the person asked for one device: then no line names it. */
  readonly device: string | null;
}

export function showRoutes(stack: NetworkStack, routes: readonly Route[], view: RouteView): string {
  const parts = routes.map((route) => partsOf(stack, route, view));
  if (view.json) return `${JSON.stringify(parts)}\n`;
  return parts.map((one) => `${textOf(one)}\n`).join("");
}

interface RouteParts {
  readonly dst: string;
  readonly gateway?: string;
  readonly dev?: string;
  readonly protocol?: string;
  readonly scope?: string;
  readonly prefsrc?: string;
  readonly metric?: number;
  readonly flags: readonly string[];
}

function partsOf(stack: NetworkStack, route: Route, view: RouteView): RouteParts {
  const link = stack.link(route.device);
  const down = link !== null && link.up && !link.carrier;
  return {
    dst: formatDestination(route),
    ...(route.gateway === null ? {} : { gateway: formatQuad(route.gateway) }),
    ...(view.device === null ? { dev: route.device } : {}),
    ...(route.protocol === "boot" ? {} : { protocol: route.protocol }),
    ...(route.scope === "global" ? {} : { scope: route.scope }),
    ...(route.source === null ? {} : { prefsrc: formatQuad(route.source) }),
    ...(route.metric === 0 ? {} : { metric: route.metric }),
    flags: [...(route.onLink ? ["onlink"] : []), ...(down ? ["linkdown"] : [])],
  };
}

function textOf(parts: RouteParts): string {
  const words = [
    parts.dst,
    parts.gateway && `via ${parts.gateway}`,
    parts.dev && `dev ${parts.dev}`,
    parts.protocol && `proto ${parts.protocol}`,
    parts.scope && `scope ${parts.scope}`,
    parts.prefsrc && `src ${parts.prefsrc}`,
    parts.metric && `metric ${parts.metric}`,
    ...parts.flags,
  ];
  return words.map((word) => (word ? `${word} ` : "")).join("");
}

function formatDestination(route: Pick<Route, "destination" | "prefixLength">): string {
  if (route.prefixLength === 0) return "default";
  const address = formatQuad(route.destination);
  return route.prefixLength === 32 ? address : `${address}/${route.prefixLength}`;
}

const flagUp = 1;
const flagGateway = 2;
const flagHost = 4;
const procLineWidth = 127;

/** /proc/net/route: addresses as little-endian words, every line padded to 127 characters. */
export function showProcRoutes(routes: readonly Route[]): string {
  const head = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";
  const lines = routes.map((route) => {
    const flags = flagUp | (route.gateway === null ? 0 : flagGateway) | (route.prefixLength === 32 ? flagHost : 0);
    const words = [route.destination, route.gateway ?? 0].map(littleEndian).join("\t");
    const mask = littleEndian(maskOf(route.prefixLength));
    return `${route.device}\t${words}\t${flags.toString(16).toUpperCase().padStart(4, "0")}\t0\t0\t${route.metric}\t${mask}\t0\t0\t0`;
  });
  return [head, ...lines].map((line) => `${line.padEnd(procLineWidth)}\n`).join("");
}

function littleEndian(value: number): string {
  const swapped = ((value & 255) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
  return (swapped >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

// Addresses and routes as the kernel runs them, with `ip` or, without it, `ifconfig` and `route`.
import type { InterfaceSettings, Route } from "../../../settings/network-settings.ts";
import type { Steps } from "./steps.ts";
import { printMask, type Wanted } from "./wanted.ts";

/** For interfaces that nobody manages: it works at once and is gone after a restart. */
export function writeRunTime(current: InterfaceSettings, wanted: Wanted, routes: readonly Route[]): Steps {
  const name = wanted.name;
  return {
    prepare: [],
    files: [],
    apply: [
      ...(wanted.touched.has("ipv4.address") || wanted.touched.has("ipv4.method")
        ? [
            { name: "ip address", shell: setAddress(name, wanted.address ?? "", wanted.prefixLength ?? 32) },
            // Setting it has taken the others away, and the routes through them.
            ...listOthers(current).map((each) => ({ name: "ip address", shell: `ip addr add ${each} dev ${name}` })),
          ]
        : []),
      ...(wanted.gateway === null
        ? wanted.touched.has("ipv4.gateway")
          ? [{ name: "ip route", shell: removeGateway(name) }]
          : []
        : [{ name: "ip route", shell: setGateway(name, wanted.gateway) }]),
      ...(wanted.touched.has("ipv4.address") ? [{ name: "routes", shell: restoreOtherRoutes(current, routes) }] : []),
      { name: "read back", shell: checkRunning(wanted) },
    ],
    persist: [],
    undo: [restoreRunning(current, routes)],
    isRestored: [checkOld(current, wanted)],
  };
}

/** True on the terminal when the address and the gateway run that ran before. */
export function checkOld(current: InterfaceSettings, wanted: Wanted): string {
  const ran = current.running?.ipv4 ?? null;
  if (!ran?.address || !isDotted(ran.address)) return ":";
  const gateway = ran.gateway !== null && isDotted(ran.gateway) ? ran.gateway : null;
  return checkRunning({ ...wanted, address: ran.address, gateway });
}

/** Puts the interface's addresses and routes back as they ran. */
export function restoreRunning(current: InterfaceSettings, routes: readonly Route[]): string {
  const ran = current.running?.ipv4 ?? null;
  const name = current.name;
  const flush = `ip -4 addr flush dev ${name} scope global||ifconfig ${name} 0.0.0.0`;
  if (!ran?.address || !isDotted(ran.address)) return flush;
  const own = routes.filter((route) => route.interface === name && isIpv4Route(route));
  return [
    `{ ${flush};}`,
    setAddress(name, ran.address, ran.prefixLength ?? 32),
    ...listOthers(current).map((each) => `ip addr add ${each} dev ${name}`),
    ...own.map((route) => restoreRoute(name, route)),
  ].join(";");
}

/** Further addresses that are taken away with the first one; link-local ones stay. */
function listOthers({ running }: InterfaceSettings): readonly string[] {
  const others = running?.ipv4?.additional ?? [];
  return others.filter((each) => /^\d+\.\d+\.\d+\.\d+\/\d+$/.test(each) && !each.startsWith("169.254."));
}

/** Routes through gateways, save the default one, as far as the new addresses still reach these. */
function restoreOtherRoutes({ name }: InterfaceSettings, routes: readonly Route[]): string {
  const own = routes.filter((route) => route.interface === name && isIpv4Route(route));
  const others = own.filter(({ destination }) => destination !== "0.0.0.0/0");
  return [...others.map((route) => restoreRoute(name, route, "")), ":"].join(";");
}

function restoreRoute(name: string, { destination, gateway, metric }: Route, otherwise = " onlink"): string {
  const by = `ip route replace ${destination} via ${gateway} dev ${name}`;
  const [network = "", length] = destination.split("/");
  const target = length === "0" ? "default" : `-net ${network} netmask ${printMask(Number(length))}`;
  return `{ ${by}${metric === null ? "" : ` metric ${metric}`}${otherwise === "" ? "" : `||${by}${otherwise}`}||route add ${target} gw ${gateway} ${name};}`;
}

function removeGateway(name: string): string {
  return `{ if type ip>/dev/null 2>&1;then while ip route del default dev ${name} 2>/dev/null;do :;done;else while route del default ${name} 2>/dev/null;do :;done;fi;}`;
}

function setAddress(name: string, address: string, prefixLength: number): string {
  return `{ if type ip>/dev/null 2>&1;then ip -4 addr flush dev ${name} scope global&&ip addr add ${address}/${prefixLength} brd + dev ${name}&&ip link set ${name} up;else ifconfig ${name} ${address} netmask ${printMask(prefixLength)} up;fi;}`;
}

function setGateway(name: string, gateway: string): string {
  return `{ if type ip>/dev/null 2>&1;then while ip route del default dev ${name} 2>/dev/null;do :;done;ip route add default via ${gateway} dev ${name};else route del default 2>/dev/null;route add default gw ${gateway} ${name};fi;}`;
}

/** True on the terminal when the kernel runs what is wanted. */
export function checkRunning(wanted: Wanted): string {
  const address =
    wanted.address === null
      ? `{ ip -4 addr show dev ${wanted.name}||ifconfig ${wanted.name};} 2>/dev/null|grep -q 'inet '`
      : `{ ip -4 addr show dev ${wanted.name}||ifconfig ${wanted.name};} 2>/dev/null|grep -qwF ${wanted.address}`;
  const gateway = wanted.gateway === null ? "" : `&&{ ip route||route -n;} 2>/dev/null|grep -qwF ${wanted.gateway}`;
  return `${address}${gateway}`;
}

function isDotted(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text);
}

function isIpv4Route({ destination, gateway }: Route): boolean {
  return /^\d+\.\d+\.\d+\.\d+\/\d+$/.test(destination) && gateway !== null && isDotted(gateway);
}

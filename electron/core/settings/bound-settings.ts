// A terminal may report more than the model holds; what is kept of it is what its network stands on, and what is left out
// is counted.
import {
  type InterfaceSettings,
  type IpSettings,
  mostOf,
  type NetworkSettings,
  type Route,
} from "./network-settings.ts";

/** How many of each were left out; absent where nothing was. */
type LeftOut = NonNullable<NetworkSettings["leftOut"]>;

export function boundSettings<Settings extends NetworkSettings>(settings: Settings): Settings {
  const interfaces = keepFirst(settings.interfaces, mostOf.interfaces, isOfNetwork).map(boundInterface);
  const routes = keepFirst(settings.routes, mostOf.routes, isDefault);
  const nameServers = settings.nameServers.slice(0, mostOf.nameServers);
  const hosts = settings.hosts.slice(0, mostOf.hosts);
  const kept = { ...settings, interfaces, routes, nameServers, hosts };
  const leftOut: LeftOut = {
    interfaces: settings.interfaces.length - interfaces.length,
    routes: settings.routes.length - routes.length,
    others: countOthers(settings, interfaces) - countOthers(kept, interfaces),
  };
  return Object.values(leftOut).some((count) => count > 0) ? { ...kept, leftOut } : settings;
}

/** At most so many, those that matter before the others, in the order that they had. */
function keepFirst<Item>(items: readonly Item[], most: number, matters: (item: Item) => boolean): readonly Item[] {
  if (items.length <= most) return items;
  const chosen = new Set([...items.filter(matters), ...items.filter((item) => !matters(item))].slice(0, most));
  return items.filter((item) => chosen.has(item));
}

/** Made by software, by the hundred, are bridges and the like. */
function isOfNetwork({ kind }: InterfaceSettings): boolean {
  return kind !== "virtual" && kind !== "bridge";
}

function isDefault({ destination }: Route): boolean {
  return destination === "0.0.0.0/0" || destination === "::/0";
}

function boundInterface(each: InterfaceSettings): InterfaceSettings {
  const { ipv4, ipv6, running } = each;
  if ([ipv4, ipv6, running?.ipv4, running?.ipv6].every(isWithin)) return each;
  return {
    ...each,
    ipv4: boundIp(ipv4),
    ipv6: boundIp(ipv6),
    running: running && { ipv4: boundIp(running.ipv4), ipv6: boundIp(running.ipv6) },
  };
}

function isWithin(ip: IpSettings | null | undefined): boolean {
  return !ip || (ip.dns.length <= mostOf.servers && ip.additional.length <= mostOf.additional);
}

function boundIp(ip: IpSettings | null): IpSettings | null {
  return ip && { ...ip, dns: ip.dns.slice(0, mostOf.servers), additional: ip.additional.slice(0, mostOf.additional) };
}

/** Values of the interfaces that are kept, name servers and hosts. */
function countOthers({ interfaces, nameServers, hosts }: NetworkSettings, kept: readonly InterfaceSettings[]): number {
  const names = new Set(kept.map(({ name }) => name));
  const values = interfaces
    .filter(({ name }) => names.has(name))
    .flatMap(({ ipv4, ipv6, running }) => [ipv4, ipv6, running?.ipv4, running?.ipv6])
    .map((ip) => (ip ? ip.dns.length + ip.additional.length : 0));
  return values.reduce((sum, count) => sum + count, nameServers.length + hosts.length);
}

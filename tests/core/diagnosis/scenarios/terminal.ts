// Terminals as shops have them, each different: addresses, prefixes, who gives them, hosts by name or by number.
import type { Random } from "./random.ts";

export interface Shop {
  readonly address: string;
  readonly gateway: string;
  readonly prefixLength: number;
  readonly server: string;
  readonly isDhcp: boolean;
  readonly hosts: readonly { readonly host: string; readonly port: number; readonly tls: boolean }[];
}

const prefixes = [24, 24, 24, 23, 22] as const;
const nets = ["192.168.1", "192.168.0", "192.168.31", "192.168.8", "10.0.4", "10.20.30", "172.16.8"] as const;
const names = ["pay.example.com", "pos.example.net", "gw1.example.org", "trans.example.cn"] as const;
const ports = [443, 8443, 9000, 7001, 10_443] as const;

/** `few`: hosts that the settings name, one or two unless said otherwise. */
export function openShop(random: Random, few: { readonly hosts?: number; readonly tls?: boolean } = {}): Shop {
  const net = random.pick(nets);
  const gateway = `${net}.${random.pick([1, 1, 254])}`;
  const count = few.hosts ?? random.between(1, 2);
  const tls = few.tls ?? random.chance(0.6);
  const isNamed = random.chance(0.5);
  return {
    address: `${net}.${random.between(20, 200)}`,
    gateway,
    prefixLength: random.pick(prefixes),
    server: random.chance(0.6) ? gateway : "114.114.114.114",
    isDhcp: random.chance(0.5),
    hosts: Array.from({ length: count }, (_, at) => ({
      host: isNamed ? `${at}${random.pick(names)}` : `11.${random.between(1, 200)}.${random.between(1, 200)}.${at + 7}`,
      port: random.pick(ports),
      tls,
    })),
  };
}

export function cabled(shop: Shop, ipv4: object = {}, around: object = {}): object {
  const set = {
    method: shop.isDhcp ? "dhcp" : "static",
    address: shop.address,
    prefixLength: shop.prefixLength,
    gateway: shop.gateway,
    dns: [shop.server],
    ...ipv4,
  };
  return {
    interfaces: [
      { name: "lo", kind: "loopback", link: "up", ipv4: { method: "static", address: "127.0.0.1", prefixLength: 8 } },
      { name: "eth0", kind: "ethernet", mac: "00:1a:2b:3c:4d:5e", link: "up", ipv4: set, ...around },
    ],
    nameServers: [{ address: shop.server, source: null }],
    hosts: shop.hosts.map((host) => ({ ...host, purpose: null })),
  };
}

export function onWifi(shop: Shop, wifi: object = {}, ipv4: object = {}): object {
  const around = { name: "wlan0", kind: "wifi", wifi: { ssid: "shop", security: "wpa2", signalDbm: -58, ...wifi } };
  return cabled(shop, { method: "dhcp", ...ipv4 }, around);
}

/** `data`: whether the network gave it an address. */
export function onMobile(shop: Shop, cellular: object, data = false): object {
  const modem = { apn: "cmnet", csq: 20, registration: "home", sim: "ready", active: data, ...cellular };
  const address = { method: "dhcp", address: "10.66.7.8", prefixLength: 32 };
  return {
    interfaces: [
      {
        name: "cellular",
        kind: "cellular",
        link: data ? "up" : "down",
        cellular: modem,
        running: data ? { ipv4: address } : null,
      },
    ],
    hosts: shop.hosts.map((host) => ({ ...host, purpose: null })),
  };
}

export function onPhoneLine(shop: Shop): object {
  return {
    interfaces: [{ name: "ppp0", kind: "ppp", ppp: { dialNumber: "95700" } }],
    hosts: shop.hosts.map((host) => ({ ...host, purpose: null })),
  };
}

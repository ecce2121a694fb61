// What the rules cost, on one core, against the limits that the product promises: the "peer" of these rows is the limit.
import { check, checkFleet } from "../../electron/core/findings/check.ts";
import { preparePolicy } from "../../electron/core/findings/policy/prepare-policy.ts";
import { sitePolicySchema } from "../../electron/core/findings/policy/site-policy.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../electron/core/settings/network-settings.ts";
import { type BenchRow, makeRow } from "./rows.ts";

const fleetSize = 10_000;
const shopSize = 200;
/** Milliseconds: for the fleet, and for a thousand single checks (20 microseconds each). */
const fleetLimit = 500;
const thousandLimit = 20;
const warmUp = 2000;

const policy = preparePolicy(
  sitePolicySchema.parse({
    site: "a chain",
    subnets: ["192.168.0.0/16"],
    dhcpPool: ["192.168.1.200-192.168.1.250"],
    gatewayEndsIn: 1,
    dns: { forbidPublic: true, forbidden: ["10.9.9.9"] },
    namePattern: "pos-*",
    rules: { "ipv4.mask-unusual": "off", "dns.server-duplicate": "error" },
    terminals: Array.from({ length: 100 }, (_, place) => ({
      match: { serialNumber: `SN${place * 7}` },
      reason: "back office",
      gatewayEndsIn: 254,
    })),
  }),
);

export function measureChecks(rounds: number): readonly BenchRow[] {
  const fleet = Array.from({ length: fleetSize }, (_, place) => makeTerminal(place));
  const [healthy, broken] = [makeTerminal(3), makeTerminal(10)];
  const context = { policy };
  const row = (name: string, limit: number, run: () => unknown): BenchRow => {
    const note = "processor time; the peer is the limit";
    const ours = measure(run, rounds);
    return makeRow({ name, limit: 1, note }, { ours, peer: [limit] });
  };
  return [
    row("check 10,000 terminals with policy and duplicates", fleetLimit, () => checkFleet(fleet, context)),
    row("1,000 checks of a healthy terminal", thousandLimit, () => repeat(() => check(healthy))),
    row("1,000 checks of a broken terminal, with corrections", thousandLimit, () => repeat(() => check(broken))),
  ];
}

/** Every tenth has its gateway elsewhere; every fiftieth the address, name and hardware address of the one before. */
function makeTerminal(place: number): NetworkSettings {
  const twin = place % 50 === 49 ? place - 1 : place;
  const inShop = twin % shopSize;
  const ipv4 = {
    method: "static",
    address: `192.168.1.${inShop + 10}`,
    prefixLength: 24,
    gateway: place % 10 === 0 ? "192.168.2.1" : "192.168.1.1",
    dns: ["192.168.1.1"],
  };
  const mac = `00:1a:2b:${[16, 8, 0].map((shift) => ((twin >> shift) & 255).toString(16).padStart(2, "0")).join(":")}`;
  return networkSettingsSchema.parse({
    terminal: { serialNumber: `SN${place}`, hostName: `pos-${twin}` },
    site: `shop ${Math.floor(twin / shopSize)}`,
    interfaces: [
      { name: "lo", kind: "loopback", link: "up", ipv4: { method: "static", address: "127.0.0.1", prefixLength: 8 } },
      { name: "eth0", kind: "ethernet", mac, link: "up", mtu: 1500, ipv4, running: { ipv4 } },
    ],
    routes: [{ destination: "0.0.0.0/0", gateway: ipv4.gateway, interface: "eth0" }],
    nameServers: [{ address: "192.168.1.1", source: "/etc/resolv.conf" }],
    hosts: [{ host: "pos.example.com", port: 5000, tls: true }],
    tpdu: "6000030000",
  });
}

function repeat(run: () => unknown): void {
  for (let count = 0; count < 1000; count += 1) run();
}

/** Milliseconds of processor time of each round, all threads together, once the engine has compiled what it runs. */
function measure(run: () => unknown, rounds: number): readonly number[] {
  const warm = performance.now() + warmUp;
  while (performance.now() < warm) run();
  return Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
}

// How long a check may take, whatever it is given.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { someContext, someSettings } from "./some-settings.ts";

/** What one interface may hold at most: 16 servers and 32 further addresses in each family. */
const most = { interfaces: 64, servers: 16, additional: 32, routes: 1024, nameServers: 32, hosts: 64 };

function many<Item>(count: number, make: (place: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

interface Filling {
  readonly ipv4: (place: number) => object;
  readonly server: (place: number) => string;
  readonly further: (place: number) => string;
}

const fillings: Readonly<Record<string, Filling>> = {
  "everything wrong": {
    ipv4: (place) => ({ address: `192.168.${place}.255`, prefixLength: 24, gateway: "10.0.0.1" }),
    server: (place) => (place % 2 === 0 ? "0.0.0.0" : `192.168.${place}.255`),
    further: (place) => `10.0.${place}.255/24`,
  },
  "one address everywhere": {
    ipv4: () => ({ address: "192.168.1.23", prefixLength: 24, gateway: "192.168.2.1" }),
    server: (place) => `bad${place}`,
    further: () => "192.168.1.23/24",
  },
  "everything right": {
    ipv4: (place) => ({ address: `192.168.${place}.23`, prefixLength: 24, gateway: `192.168.${place}.1` }),
    server: (place) => `9.9.9.${place}`,
    further: (place) => `10.0.${place}.5/24`,
  },
  "texts as long as can be": {
    ipv4: () => ({ address: "9".repeat(4096), gateway: "x".repeat(4096) }),
    server: (place) => `${"9".repeat(4090)}${place}`,
    further: (place) => `${"9".repeat(4090)}${place}`,
  },
};

/** Everything as large as the schema lets it be. */
function makeLargest({ ipv4, server, further }: Filling): unknown {
  const lists = { dns: many(most.servers, server), additional: many(most.additional, further) };
  const ipv6 = { method: "static", address: "240e::9", prefixLength: 64, gateway: "240f::1", ...lists };
  return {
    interfaces: many(most.interfaces, (place) => {
      const own = { method: "static", ...ipv4(place), ...lists };
      const running = { ipv4: { ...own, address: "192.168.250.7" }, ipv6 };
      const link = { kind: "ethernet", mac: "00:00:00:00:00:00", link: "up", mtu: 100 };
      return { name: `eth${place}`, ...link, ipv4: own, ipv6, running };
    }),
    routes: many(most.routes, (place) => ({
      destination: place % 2 === 0 ? "0.0.0.0/0" : `10.9.${place % 256}.0/24`,
      gateway: place % 2 === 0 ? "1.2.3.4" : null,
      interface: `eth${place % most.interfaces}`,
    })),
    nameServers: many(most.nameServers, (place) => ({ address: server(place) })),
    hosts: many(most.hosts, (place) => ({ host: `-x${place}`, port: 0 })),
  };
}

/** Milliseconds of the quickest of several, so that a busy machine does not count. */
function timeBest(run: () => void): number {
  const times = Array.from({ length: 100 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test.each(Object.entries(fillings))("the largest settings, %s, are checked within 10 ms", (_name, filling) => {
  const largest = networkSettingsSchema.parse(makeLargest(filling));
  expect(timeBest(() => check(largest))).toBeLessThan(10);
});

test.each(["servers", "additional"] as const)("one more of the %s of an interface is refused", (which) => {
  const field = which === "servers" ? "dns" : "additional";
  const filled = (count: number): boolean =>
    networkSettingsSchema.safeParse({ interfaces: [{ name: "eth0", ipv4: { [field]: many(count, () => "x") } }] })
      .success;
  expect([filled(most[which]), filled(most[which] + 1)]).toEqual([true, false]);
});

test.each(["interfaces", "routes", "nameServers", "hosts"] as const)("one more of the %s is refused", (which) => {
  const items = {
    interfaces: { name: "x" },
    routes: { destination: "x" },
    nameServers: { address: "x" },
    hosts: { host: "x" },
  };
  const filled = (count: number): boolean =>
    networkSettingsSchema.safeParse({ interfaces: [], [which]: many(count, () => items[which]) }).success;
  expect([filled(most[which]), filled(most[which] + 1)]).toEqual([true, false]);
});

test("no settings take more than 10 ms", () => {
  let slowest = 0;
  fc.assert(
    fc.property(someSettings, someContext, (settings, makeContext) => {
      const context = makeContext(settings);
      const start = performance.now();
      check(settings, context);
      const elapsed = performance.now() - start;
      // Something else may have had the processor: only what is slow again is slow.
      slowest = Math.max(slowest, elapsed > 10 ? timeBest(() => check(settings, context)) : elapsed);
    }),
    { numRuns: 1000 },
  );
  expect(slowest).toBeLessThan(10);
});

// How long a check may take, whatever it is given.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

import { someContext, someSettings } from "./some-settings.ts";

/** Everything as large as the schema lets it be, and all of it wrong. */
function makeAbsurd(): NetworkSettings {
  const many = <Item>(count: number, make: (place: number) => Item): readonly Item[] =>
    Array.from({ length: count }, (_, place) => make(place));
  return networkSettingsSchema.parse({
    interfaces: many(256, (place) => ({
      name: `eth${place}`,
      kind: "ethernet",
      mac: "00:00:00:00:00:00",
      link: "up",
      mtu: 100,
      ipv4: {
        method: "static",
        address: `192.168.${place}.255`,
        prefixLength: 24,
        gateway: "10.0.0.1",
        dns: many(64, (server) => (server % 2 === 0 ? "0.0.0.0" : `192.168.${server}.255`)),
      },
    })),
    routes: many(4096, (place) => ({ destination: "0.0.0.0/0", gateway: "1.2.3.4", interface: `eth${place % 256}` })),
    nameServers: many(64, (place) => ({ address: `bad${place}` })),
    hosts: many(64, (place) => ({ host: `-x${place}`, port: 0 })),
  });
}

/** Milliseconds of the quickest of several, so that a busy machine does not count. */
function timeBest(run: () => void): number {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test("256 broken interfaces with 64 servers each are checked within 10 ms", () => {
  const absurd = makeAbsurd();
  expect(timeBest(() => check(absurd))).toBeLessThan(10);
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

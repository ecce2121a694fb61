import { expect, test } from "vitest";
import { boundSettings } from "../../../electron/core/settings/bound-settings.ts";
import {
  interfaceSchema,
  type NetworkSettings,
  networkSettingsSchema,
} from "../../../electron/core/settings/network-settings.ts";
import { makeSettings } from "../findings/make-settings.ts";

const small = makeSettings();

function enlarge(interfaces: number, routes: number): NetworkSettings {
  const veths = Array.from({ length: interfaces }, (_, place) =>
    interfaceSchema.parse({ name: `veth${place}`, kind: "virtual" }),
  );
  const many = Array.from({ length: routes }, (_, place) => ({
    destination: `10.${place >> 8}.${place & 255}.0/24`,
    gateway: null,
    interface: "eth0",
    metric: null,
  }));
  const last = { destination: "0.0.0.0/0", gateway: "192.168.1.1", interface: "eth0", metric: null };
  return { ...small, interfaces: [...veths, ...small.interfaces], routes: [...many, last] };
}

test("what fits stays as it is", () => {
  expect(boundSettings(small)).toBe(small);
});

test("of too many interfaces and routes the real ports and the default routes stay, and the rest is counted", () => {
  const bound = boundSettings(enlarge(100, 3000));
  expect([
    networkSettingsSchema.safeParse(bound).success,
    bound.interfaces.slice(-2).map(({ name }) => name),
    bound.routes.at(-1)?.destination,
    bound.leftOut,
  ]).toEqual([true, ["lo", "eth0"], "0.0.0.0/0", { interfaces: 38, routes: 1977, others: 0 }]);
});

test("of too many addresses on one port the first stay", () => {
  const additional = Array.from({ length: 40 }, (_, place) => `10.0.0.${place}/24`);
  const [lo, eth0] = small.interfaces;
  if (!lo || !eth0?.ipv4) throw new Error("no interface");
  const bound = boundSettings({ ...small, interfaces: [lo, { ...eth0, ipv4: { ...eth0.ipv4, additional } }] });
  expect([bound.interfaces[1]?.ipv4?.additional.length, bound.leftOut?.others]).toEqual([32, 8]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFleet } from "../../../electron/core/findings/check.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { makeSettings } from "./make-settings.ts";

const macs = ["00:1a:2b:00:00:01", "00:1a:2b:00:00:02", "00:1a:2b:00:00:03"];

function make(place: number, ipv4: object, terminal: object = {}) {
  const own = { terminal: { serialNumber: `A${place}`, hostName: `pos-${place}` }, ...terminal };
  return makeSettings(ipv4, { mac: macs[place] }, own);
}

function name(fleet: Parameters<typeof checkFleet>[0]): readonly (readonly string[])[] {
  return checkFleet(fleet).map(({ findings }) => findings.map(({ severity, rule }) => `${severity} ${rule}`));
}

test("the same address on two terminals is an error on both, in the order of the fleet", () => {
  const fleet = [make(0, {}), make(1, { address: "192.168.1.24" }), make(2, {})];
  expect(name(fleet)).toEqual([["error fleet.address-duplicate"], [], ["error fleet.address-duplicate"]]);
  expect(checkFleet(fleet)[2]?.findings[0]?.evidence["others"]).toEqual(["A0"]);
});

test("terminals that share an address are each offered another free one", () => {
  const fleet = [make(0, {}), make(1, {}), make(2, { address: "192.168.1.24" })];
  const policy = preparePolicy({ dhcpPool: "192.168.1.26-192.168.1.50" });
  const offered = checkFleet(fleet, { policy }).map(({ findings }) => findings[0]?.corrections[0]?.set);
  expect(offered).toEqual([["eth0.ipv4.address=192.168.1.25/24"], ["eth0.ipv4.address=192.168.1.51/24"], undefined]);
});

test("an address behind a broken mask is in use all the same", () => {
  const broken = { address: "192.168.1.24/0.0.0.255", prefixLength: null };
  const offered = checkFleet([make(0, {}), make(1, {}), make(2, broken)]).map(
    ({ findings }) => findings[0]?.corrections[0]?.set,
  );
  expect(offered.slice(0, 2)).toEqual([["eth0.ipv4.address=192.168.1.25/24"], ["eth0.ipv4.address=192.168.1.26/24"]]);
});

test("the same address in two shops is ordinary", () => {
  expect(name([make(0, {}, { site: "north" }), make(1, {}, { site: "south" })])).toEqual([[], []]);
});

test("hardware addresses are compared whatever their spelling", () => {
  const twin = makeSettings(
    { address: "192.168.1.9" },
    { mac: "00-1A-2B-00-00-01" },
    { terminal: { serialNumber: "B" } },
  );
  expect(name([make(0, {}), twin])).toEqual([["error fleet.mac-duplicate"], ["error fleet.mac-duplicate"]]);
});

test("host names and serial numbers are compared, and what systems fill in by themselves is not", () => {
  const at = (place: number, serialNumber: string, hostName: string) =>
    make(place, { address: `192.168.1.${50 + place}` }, { terminal: { serialNumber, hostName } });
  expect(name([at(0, "S1", "Till"), at(1, "S1", "till")])[1]).toEqual([
    "error fleet.host-name-duplicate",
    "error fleet.serial-number-duplicate",
  ]);
  expect(name([at(0, "0000", "localhost"), at(1, "0000", "localhost")])).toEqual([[], []]);
});

test("an address that two leases show is only odd", () => {
  const leased = { method: "dhcp" };
  expect(name([make(0, leased), make(1, leased)])[0]).toEqual(["warning fleet.address-duplicate"]);
});

const wrongly = fc.record({
  address: fc.constantFrom("192.168.1.23", "192.168.1.24", "192.168.3.23", "192.168.3.24", "10.0.0.23", "192.168.1.30"),
  gateway: fc.constantFrom("192.168.1.1", "192.168.2.1", "192.168.2.1", "10.0.0.1"),
  dns: fc.constantFrom(["192.168.2.1"], ["9.9.9.9"], ["192.168.1.1"]),
});
const somePolicy = fc.constantFrom(
  null,
  preparePolicy({ subnets: ["192.168.2.0/24"] }),
  preparePolicy({ dhcpPool: "192.168.1.20-192.168.1.50" }),
);
const someFleet = fc
  .array(wrongly, { minLength: 2, maxLength: 12 })
  .map((all) =>
    all.map((ipv4, place) => makeSettings(ipv4, { mac: null }, { terminal: { serialNumber: `A${place}` } })),
  );

/** The addresses that a terminal is offered besides its own. */
function listOffers(settings: ReturnType<typeof make>, { findings }: ReturnType<typeof checkFleet>[number]): string[] {
  const own = `eth0.ipv4.address=${settings.interfaces[1]?.ipv4?.address}/`;
  const sets = findings.flatMap(({ corrections }) => corrections.flatMap(({ set }) => set));
  const moves = sets.filter((text) => text.includes(".ipv4.address=") && !text.startsWith(own));
  return [...new Set(moves.map((text) => text.replace(/^.*=|\/.*$/g, "")))];
}

test("terminals moved into one network are offered different addresses in it", () => {
  const fleet = [4, 5, 6].map((third, place) =>
    make(place, { address: `192.168.${third}.23`, gateway: "192.168.2.1", dns: ["192.168.2.1"] }),
  );
  const checked = checkFleet(fleet);
  expect(
    fleet.map((settings, place) => checked.slice(place, place + 1).flatMap((one) => listOffers(settings, one))),
  ).toEqual([["192.168.2.23"], ["192.168.2.24"], ["192.168.2.25"]]);
});

test("no two terminals of a fleet are offered one address, nor one that another has", () => {
  fc.assert(
    fc.property(someFleet, somePolicy, (fleet, policy) => {
      const offers = checkFleet(fleet, { policy }).flatMap((one, place) =>
        fleet.slice(place, place + 1).flatMap((settings) => listOffers(settings, one)),
      );
      const present = fleet.map(({ interfaces }) => interfaces[1]?.ipv4?.address);
      expect([new Set(offers).size, offers.filter((offer) => present.includes(offer))]).toEqual([offers.length, []]);
    }),
    { numRuns: 300 },
  );
});

test("each terminal is offered the same whatever the order of its fleet", () => {
  fc.assert(
    fc.property(
      someFleet.chain((fleet) => fc.tuple(fc.constant(fleet), fc.shuffledSubarray(fleet, { minLength: fleet.length }))),
      somePolicy,
      ([fleet, shuffled], policy) => {
        const offer = (all: typeof fleet): ReadonlyMap<unknown, unknown> => {
          const checked = checkFleet(all, { policy });
          return new Map(
            all.map((one, place) => [one, checked[place]?.findings.map(({ corrections }) => corrections)]),
          );
        };
        expect(offer(shuffled)).toEqual(offer(fleet));
      },
    ),
    { numRuns: 100 },
  );
});

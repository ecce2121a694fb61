// The same namespace asked in every way that a terminal may offer: all readers must say the same of it.
import { describe, expect, test } from "vitest";
import { parseIpAddressJson } from "../../../../../electron/core/dialects/linux-console/facts/ip-json.ts";
import {
  parseIpAddressText,
  parseIpRouteText,
} from "../../../../../electron/core/dialects/linux-console/facts/ip-text.ts";
import type { Link } from "../../../../../electron/core/dialects/linux-console/facts/link.ts";
import {
  parseIfconfig,
  parseProcRoute,
  parseRouteTable,
} from "../../../../../electron/core/dialects/linux-console/facts/net-tools.ts";
import type { Route } from "../../../../../electron/core/settings/network-settings.ts";
import { cases, readCapture } from "./corpus.ts";

/** Without what only some tools know (index, point-to-point), in one order. */
function arrange(links: readonly Link[]): unknown {
  return links
    .map(({ index: _index, pointToPoint: _pointToPoint, addresses, ...link }) => ({
      ...link,
      addresses: addresses.map((each) => `${each.address}/${each.prefixLength} ${each.scope}`).sort(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function sortRoutes(routes: readonly Route[]): readonly string[] {
  return routes.map((route) => JSON.stringify(route)).sort();
}

function readLinks(name: string): readonly Link[] {
  const links = parseIpAddressJson(readCapture(name, "ip-j-address"));
  return links.ok ? links.value : [];
}

/** The kernel's routes as iproute2 gives them to programs: the witness, read without any code of ours. */
function readRoutes(name: string, command: string, family: 4 | 6): readonly Route[] {
  const routes = JSON.parse(readCapture(name, command)) as readonly Readonly<Record<string, string | number>>[];
  const everywhere = family === 4 ? "0.0.0.0/0" : "::/0";
  return routes
    .filter(({ type }) => type === undefined || type === "unicast")
    .map(({ dst, gateway = null, dev = null, metric = null }) => ({
      destination:
        dst === "default" ? everywhere : String(dst).includes("/") ? String(dst) : `${dst}/${family === 4 ? 32 : 128}`,
      gateway: gateway === null ? null : String(gateway),
      interface: dev === null ? null : String(dev),
      metric: metric === null ? null : Number(metric),
    }));
}

describe.each(cases)("the case %s", (name) => {
  test.each([
    ["ip-address", parseIpAddressText],
    ["busybox-ip-address", parseIpAddressText],
    ["ifconfig", parseIfconfig],
    ["busybox-ifconfig", parseIfconfig],
  ] as const)("has the interfaces by %s that it has by ip -j", (command, parse) => {
    expect(arrange(parse(readCapture(name, command)))).toEqual(arrange(readLinks(name)));
  });

  test.each<[string, (text: string) => readonly Route[]]>([
    ["ip-route", (text) => parseIpRouteText(text, 4)],
    ["busybox-ip-route", (text) => parseIpRouteText(text, 4)],
    ["route", parseRouteTable],
    ["busybox-route", parseRouteTable],
    ["proc-net-route", parseProcRoute],
  ])("has the routes by %s that it has by ip -j", (command, parse) => {
    expect(sortRoutes(parse(readCapture(name, command)))).toEqual(sortRoutes(readRoutes(name, "ip-j-route", 4)));
  });

  test.each(["ip-6-route", "busybox-ip-6-route"])("has the IPv6 routes by %s that it has by ip -j", (command) => {
    const routes = parseIpRouteText(readCapture(name, command), 6);
    expect(sortRoutes(routes)).toEqual(sortRoutes(readRoutes(name, "ip-6-j-route", 6)));
  });
});

test("the captures hold what they are about", () => {
  const eth0 = readLinks("static-address").find((link) => link.name === "eth0");
  expect({ ...eth0, addresses: eth0?.addresses[0] }).toEqual({
    name: "eth0",
    index: 2,
    mac: "02:00:00:00:00:01",
    mtu: 1400,
    up: true,
    carrier: true,
    pointToPoint: false,
    addresses: { family: 4, address: "192.168.1.23", prefixLength: 24, scope: "global", dynamic: false },
  });
});

test.each([
  ["a lease", "    inet 192.168.1.5/24 brd 192.168.1.255 scope global dynamic noprefixroute eth0", true],
  ["no lease", "    inet 192.168.1.5/24 brd 192.168.1.255 scope global eth0", false],
])("an address with %s is told from one without", (_name, line, dynamic) => {
  const text = `2: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500\n${line}\n       valid_lft 85906sec preferred_lft 85906sec`;
  expect(parseIpAddressText(text)[0]?.addresses[0]?.dynamic).toBe(dynamic);
});

test.each(["", "garbage\n\0\x1b[31m", "2 eth0", "[", "[{}]", '{"a":1}', "Kernel IP routing table\n", "eth0"])(
  "%j is no reason to throw for any reader",
  (text) => {
    const results = [
      parseIpAddressJson(text),
      parseIpAddressText(text),
      parseIpRouteText(text, 4),
      parseIfconfig(text),
      parseRouteTable(text),
      parseProcRoute(text),
    ];
    expect(results.filter((result) => Array.isArray(result) && result.length > 0)).toEqual([]);
  },
);

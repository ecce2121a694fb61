// Every layout of +CGCONTRDP that a real modem was seen to answer with; where, is in tests/corpus/at/README.md.
import { describe, expect, test } from "vitest";
import { readContextParameters } from "../../../../electron/core/dialects/at/facts/context-parameters.ts";
import { readDotted } from "../../../../electron/core/dialects/at/facts/dotted.ts";

type Given = ReturnType<typeof readContextParameters>[number]["ipv4"];

const ip = (
  address: string | null,
  prefixLength: number | null,
  gateway: string | null,
  dns: readonly string[],
): Given => ({
  address,
  prefixLength,
  gateway,
  dns,
});

const layouts: readonly (readonly [string, readonly string[], Given, Given])[] = [
  [
    "address and mask in one string, unquoted",
    ['+CGCONTRDP: 1,5,"apn.fr",10.40.54.48.255.255.255.224,10.40.54.33,10.40.10.1,10.40.10.2,,,'],
    ip("10.40.54.48", 27, "10.40.54.33", ["10.40.10.1", "10.40.10.2"]),
    null,
  ],
  [
    "the same quoted, a host's mask, no gateway, an MTU",
    [
      '+CGCONTRDP: 1,5,"spe.mnc028.mcc901.gprs","10.175.213.177.255.255.255.255","","10.105.16.254","10.105.144.254","","",,,1430',
    ],
    ip("10.175.213.177", 32, null, ["10.105.16.254", "10.105.144.254"]),
    null,
  ],
  [
    "IPv6 as thirty-two decimals",
    [
      '+CGCONTRDP: 1,5,"test.mnc001.mcc001.gprs",254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.255.255.255.255.255.255.255.255.255.255.255.255.255.255.255.255,,252.177.202.254.0.0.0.0.0.0.0.0.0.0.0.2,,,',
    ],
    null,
    ip("fe80::1", 128, null, ["fcb1:cafe::2"]),
  ],
  [
    "no mask, quoted",
    ['+CGCONTRDP: 1,5,"INTERNET","10.148.167.210",,"10.151.151.44","10.151.151.48"'],
    ip("10.148.167.210", null, null, ["10.151.151.44", "10.151.151.48"]),
    null,
  ],
  [
    "no mask, unquoted",
    ["+CGCONTRDP: 1,5,INTERNET,10.167.105.28,,10.151.151.44,10.151.151.48"],
    ip("10.167.105.28", null, null, ["10.151.151.44", "10.151.151.48"]),
    null,
  ],
  [
    "only an address, and servers for calls behind it",
    ["+CGCONTRDP: 2,5,ims,10.76.206.157,,,,10.178.76.2,10.178.77.194"],
    ip("10.76.206.157", null, null, []),
    null,
  ],
  [
    "the mask in a field of its own",
    ['+CGCONTRDP: 1,5,"cmnet","10.94.137.21","255.255.255.252","10.94.137.22","10.94.0.53","10.94.0.54"'],
    ip("10.94.137.21", 30, "10.94.137.22", ["10.94.0.53", "10.94.0.54"]),
    null,
  ],
  [
    "both families on one line",
    ['+CGCONTRDP: 1,0,"ctnet","10.47.28.216","36.14.4.93.8.32.67.230.24.177.68.18.213.197.193.145"'],
    ip("10.47.28.216", null, null, []),
    ip("240e:45d:820:43e6:18b1:4412:d5c5:c191", null, null, []),
  ],
  [
    "both families on one line, with the gateway and the servers",
    [
      '+CGCONTRDP: 1,0,"internet","100.65.141.236","36.5.141.64.76.204.39.68.23.210.251.16.49.239.42.149","254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1","131.226.72.19","131.226.73.19"',
    ],
    ip("100.65.141.236", null, null, ["131.226.72.19", "131.226.73.19"]),
    ip("2405:8d40:4ccc:2744:17d2:fb10:31ef:2a95", null, "fe80::1", []),
  ],
  [
    "only name servers",
    ['+CGCONTRDP: 0,,"example.com","","","198.51.100.230","198.51.100.203",,,,,1464'],
    ip(null, null, null, ["198.51.100.230", "198.51.100.203"]),
    null,
  ],
  [
    "a line for each family, prefix lengths behind a slash",
    [
      '+CGCONTRDP: 1,5,"ctlte",192.168.97.2/30,192.168.97.1,8.8.8.8',
      '+CGCONTRDP: 1,5,"ctlte",fd00:cf:21:1::2/64,fd00:cf:21:1::1,2001:4860:4860::8888',
    ],
    ip("192.168.97.2", 30, "192.168.97.1", ["8.8.8.8"]),
    ip("fd00:cf:21:1::2", 64, "fd00:cf:21:1::1", ["2001:4860:4860::8888"]),
  ],
  [
    "IPv6 with colons and its mask behind a blank",
    ['+CGCONTRDP: 1,5,"a","2001:DB8:0:0:0:0:0:9 FFFF:FFFF:FFFF:FFFF:0:0:0:0","FE80:0:0:0:0:0:0:1"'],
    null,
    ip("2001:db8::9", 64, "fe80::1", []),
  ],
  [
    "cut off behind the address",
    ['+CGCONTRDP: 1,5,"nbiot","10.106.221.48.255.255.255.0"'],
    ip("10.106.221.48", 24, null, []),
    null,
  ],
  ["nothing but the access point", ['+CGCONTRDP: 1,5,"nbiot"'], null, null],
];

describe("+CGCONTRDP", () => {
  test.each(layouts)("is read with %s", (_what, lines, ipv4, ipv6) => {
    const [context] = readContextParameters(lines);
    expect([context?.ipv4, context?.ipv6]).toEqual([ipv4, ipv6]);
  });

  test("keeps contexts apart by their number, and the MTU where the standard has it", () => {
    const read = readContextParameters([
      '+CGCONTRDP: 1,5,"a","10.0.0.2.255.255.255.0","10.0.0.1","10.0.0.3","","","",,,1430',
      '+CGCONTRDP: 2,6,"ims","10.0.1.2.255.255.255.0"',
    ]);
    expect(read.map(({ cid, apn, mtu }) => [cid, apn, mtu])).toEqual([
      [1, "a", 1430],
      [2, "ims", null],
    ]);
  });

  test.each(["0.0.0.0", "0.0.0.0.0.0.0.0", "::", "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "x", "1.2.3.4.255.0.255.0.9"])(
    "%j is no address",
    (text) => {
      expect(readDotted(text)).toBeNull();
    },
  );

  test("a mask that mixes ones and zeros is not told, and the address is", () => {
    expect(readDotted("10.0.0.2.255.0.255.0")).toEqual({ family: "ipv4", address: "10.0.0.2", prefixLength: null });
  });
});

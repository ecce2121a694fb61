import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  editUnits,
  joinForInterface,
  readUnits,
  type UnitTexts,
} from "../../../../../electron/core/dialects/linux-console/facts/networkd-unit.ts";

const plain = `# by hand
[Match]
Name=eth0

[Network]
; the shop
Address = 192.168.1.20/24
Address=fd00::20/64
Gateway=192.168.1.1
DNS=192.168.1.1 9.9.9.9
LLDP=no

[Link]
MTUBytes=1400
`;
const sections = `[Match]
Name=eth0
[Address]
Address=192.168.1.20/24
Label=till
[Route]
Gateway=192.168.1.1
Metric=7
[Route]
Destination=10.0.0.0/8
Gateway=192.168.1.9
`;

const keep = { method: "static", address: undefined, gateway: undefined, dns: undefined } as const;

describe("a .network file", () => {
  const own = { method: "static", address: "192.168.1.20", prefixLength: 24, gateway: "192.168.1.1", additional: [] };

  test.each<[string, UnitTexts, unknown]>([
    ["with everything in [Network]", [plain], { ...own, dns: ["192.168.1.1", "9.9.9.9"] }],
    ["with sections of their own", [sections], { ...own, dns: [] }],
    [
      "whose drop-in takes the name servers back and sets others",
      [plain, "[Network]\nDNS=\nDNS=192.168.1.2\n"],
      { ...own, dns: ["192.168.1.2"] },
    ],
    [
      "that asks for a lease",
      ["[Match]\nName=eth0\n[Network]\nDHCP=yes\n"],
      { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [], additional: [] },
    ],
    ["with a lease for IPv6 only and no address", ["[Network]\nDHCP=ipv6\n"], null],
    [
      "whose mask is none",
      ["[Network]\nAddress=192.168.1.20/99\n"],
      { ...own, prefixLength: 99, gateway: null, dns: [] },
    ],
  ])("%s is read", (_name, units, expected) => {
    expect(readUnits(units, true).ipv4).toEqual(expected);
  });

  test("leaves the name servers to resolv.conf where nobody takes them from here", () => {
    expect(readUnits([plain], false).ipv4?.dns).toBe(null);
  });

  test("a new address takes the old one's place, and nothing else changes", () => {
    const edited = editUnits([plain], { ...keep, address: "192.168.1.77/25" });
    expect(edited).toEqual([plain.replace("Address = 192.168.1.20/24", "Address=192.168.1.77/25")]);
  });

  test("further addresses stay where they are", () => {
    const two = plain.replace("Address=fd00", "Address=10.0.0.9/8\nAddress=fd00");
    expect(editUnits([two], { ...keep, address: "192.168.1.77/24" })).toEqual([
      two.replace("Address = 192.168.1.20/24", "Address=192.168.1.77/24"),
    ]);
  });

  test("a gateway in a [Route] of its own changes there, and another route's does not", () => {
    const edited = editUnits([sections], { ...keep, gateway: "192.168.1.254" });
    expect(edited).toEqual([sections.replace("Gateway=192.168.1.1\n", "Gateway=192.168.1.254\n")]);
  });

  test("a gateway that goes takes its [Route] along", () => {
    const edited = editUnits([sections], { ...keep, gateway: null });
    expect(edited).toEqual([sections.replace("[Route]\nGateway=192.168.1.1\nMetric=7\n", "")]);
  });

  test("a gateway that was not there follows in [Network]", () => {
    const edited = editUnits([plain.replace("Gateway=192.168.1.1\n", "")], { ...keep, gateway: "192.168.1.1" });
    expect(edited[0]).toContain("LLDP=no\nGateway=192.168.1.1\n\n[Link]");
  });

  test.each([
    ["no", "DHCP=no", "ipv4"],
    ["only IPv6", "DHCP=ipv6", "yes"],
    ["nothing said", "", "ipv4"],
  ])("DHCP on top of %s becomes %s", (_name, line, expected) => {
    const text = plain.replace("LLDP=no", line);
    const [edited] = editUnits([text], { ...keep, method: "dhcp" });
    expect([
      readUnits([edited], true).ipv4?.method,
      /DHCP=(\S+)/.exec(edited)?.[1],
      /192\.168\.1\.20/.test(edited),
    ]).toEqual(["dhcp", expected, false]);
  });

  test("a static address in place of DHCP for both keeps that for IPv6", () => {
    const [edited] = editUnits(["[Network]\nDHCP=yes\n"], { ...keep, address: "192.168.1.77/24" });
    expect(edited).toBe("[Network]\nDHCP=ipv6\nAddress=192.168.1.77/24\n");
  });

  test("as a candidate it is one file for this interface alone", () => {
    const joined = joinForInterface([plain.replace("eth0", "en* eth*"), "[Network]\nDNS=192.168.1.2\n"], "eth0");
    expect([
      joined.match(/\[Match\]\n.*\n/g),
      joined.includes("MTUBytes=1400"),
      joined.endsWith("DNS=192.168.1.2\n"),
    ]).toEqual([["[Match]\nName=eth0\n"], true, true]);
  });

  test("a route that names its gateway twice keeps the section in which the new one stands", () => {
    const [edited] = editUnits(["[Route]\nGateway=10.0.0.2\nGateway=10.0.0.2\n"], { ...keep, gateway: "192.168.1.1" });
    expect(edited).toBe("[Route]\nGateway=192.168.1.1\n");
  });

  test("whatever stands in it, what is set is read again, and every line that is not about it is still there", () => {
    const line = fc.oneof(
      fc.constantFrom("", "# note", "; note", "[Network]", "[Route]", "[Address]", "[Link]", "Metric=3", "DHCP=yes"),
      fc.constantFrom(
        "Address=10.0.0.1/8",
        "Gateway=10.0.0.2",
        "DNS=10.0.0.3",
        "Address=fd00::1/64",
        "Destination=10.9.0.0/16",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.boolean(), (lines, isLeased) => {
        const text = ["[Match]", "Name=eth0", ...lines, ""].join("\n");
        const method = isLeased ? "dhcp" : "static";
        const [edited] = editUnits([text], {
          method,
          address: "192.168.1.77/24",
          gateway: "192.168.1.1",
          dns: ["9.9.9.9"],
        });
        const read = readUnits([edited], true).ipv4;
        const notes = (each: string): number => each.split("\n").filter((one) => /^[#;]/.test(one)).length;
        expect([read?.method, read?.address ?? null, read?.gateway ?? null, read?.dns, notes(edited)]).toEqual(
          isLeased
            ? ["dhcp", null, null, ["9.9.9.9"], notes(text)]
            : ["static", "192.168.1.77", "192.168.1.1", ["9.9.9.9"], notes(text)],
        );
      }),
    );
  });
});

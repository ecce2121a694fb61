import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPortName } from "../../renderer/features/connect/port-name.ts";
import { checkDrafts, type Drafts } from "../../renderer/features/settings/check-draft.ts";
import { chooseMethod, listAssignments, openDraft } from "../../renderer/features/settings/draft.ts";
import { placeOnRuler } from "../../renderer/features/settings/place-on-ruler.ts";
import { readAddressField, readSizeField } from "../../renderer/features/settings/read-field.ts";
import { makeReport } from "./make-report.ts";

const report = makeReport();
const eth0 = report.interfaces.find((one) => one.name === "eth0") ?? expect.unreachable();
const opened = openDraft(eth0);
const checkForms = (drafts: Drafts["drafts"]) => checkDrafts(report, { drafts, typedFields: {} });

describe("the form", () => {
  test("as opened it changes nothing", () => {
    expect(listAssignments(eth0, opened)).toEqual([]);
  });

  test("a changed mask alone is written with its address", () => {
    expect(listAssignments(eth0, { ...opened, prefix: "25" })).toEqual(["eth0.ipv4.address=192.168.1.23/25"]);
  });

  test("going to DHCP writes neither address nor gateway", () => {
    expect(listAssignments(eth0, { ...opened, method: "dhcp", servers: [] })).toEqual(["eth0.ipv4.method=dhcp"]);
  });

  test.each(["static", "dhcp"] as const)("%s, left and chosen again, changes nothing", (method) => {
    const target = { ...eth0, ipv4: { ...(eth0.ipv4 ?? expect.unreachable()), method, dns: ["192.168.1.1"] } };
    const away = chooseMethod(target, method === "dhcp" ? "static" : "dhcp");
    const draft = { ...openDraft(target), ...away, ...chooseMethod(target, method) };
    expect(listAssignments(target, draft)).toEqual([]);
  });

  test("an emptied gateway is written as empty", () => {
    expect(listAssignments(eth0, { ...opened, gateway: "" })).toEqual(["eth0.ipv4.gateway="]);
  });

  test.each([
    ["gateway", { gateway: "192.168.1.300" }, "ipv4.gateway-syntax"],
    ["gateway elsewhere", { gateway: "192.168.9.1" }, "ipv4.gateway-outside-subnet"],
    ["mask with holes", { prefix: "255.255.0.255" }, "ipv4.mask-invalid"],
    ["mask inside out", { prefix: "0.0.0.255" }, "ipv4.mask-wildcard"],
    ["octal address", { address: "192.168.01.23" }, "ipv4.address-syntax"],
    ["no address", { address: "" }, "ipv4.address-missing"],
    ["broadcast address", { address: "192.168.1.255" }, "ipv4.address-is-broadcast"],
    ["name server", { servers: ["1.2.3"] }, "dns.server-syntax"],
  ] as const)("a wrong %s is found by the rules' own code", (_, change, rule) => {
    const { findings } = checkForms({ eth0: { ...opened, ...change } });
    expect(findings.map((one) => one.rule)).toContain(rule);
  });

  test("what cannot be read as a value cannot be written", () => {
    expect(checkForms({ eth0: { ...opened, gateway: "router" } }).isReadable).toBe(false);
  });

  test("what the terminal pays through is written where it differs, and only what the terminal takes", () => {
    const hosts = [{ host: "gw.example.net", port: 7443, tls: null, purpose: null, place: 1 }];
    const paying = { ...report, hosts, tpdu: null, settable: ["host.1", "tpdu"] };
    const typedFields = { "host.1": " gw.example.net:7443", tpdu: "60 00 03 00 00", terminalNumber: "CT000031" };
    const { assignments, isReadable } = checkDrafts(paying, { drafts: {}, typedFields });
    expect([assignments, isReadable]).toEqual([["tpdu=60 00 03 00 00"], true]);
  });

  test("a host without its port is not written", () => {
    const paying = { ...report, settable: ["host.1"] };
    const { isReadable } = checkDrafts(paying, { drafts: {}, typedFields: { "host.1": "gw.example.net" } });
    expect(isReadable).toBe(false);
  });

  test("no text in any field throws", () => {
    const text = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, fc.array(text, { maxLength: 4 }), (address, prefix, gateway, servers) => {
        placeOnRuler({ address, prefix, gateway, servers });
        const checked = checkForms({ eth0: { method: "static", address, prefix, gateway, servers } });
        expect(checked.assignments.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  test("a keystroke is checked in under 5 ms", () => {
    const times = Array.from({ length: 200 }, (_, place) => {
      const start = performance.now();
      checkForms({
        eth0: { ...opened, gateway: `192.168.${place}.1`, servers: ["192.168.1.1", "203.0.113.9"] },
      });
      return performance.now() - start;
    }).toSorted((one, other) => one - other);
    // Half of them: what other programs take of the processor is not its time.
    expect(times[times.length / 2]).toBeLessThan(5);
  });
});

describe("what people type", () => {
  test.each([
    ["１９２。１６８。１。１", "192.168.1.1", null, 2],
    ["192, 168, 1, 1", "192.168.1.1", null, 2],
    ["192、168、1、1", "192.168.1.1", null, 1],
    [" 192.168.1.1 ", "192.168.1.1", null, 0],
    ["192. 168.1.1", "192.168.1.1", null, 1],
    ["192.168.1.23/24", "192.168.1.23", "24", 1],
    ["192.168.1.23/255.255.255.0", "192.168.1.23", "24", 1],
    ["192.168.1.23 255.255.0.0", "192.168.1.23", "16", 1],
  ] as const)("%s is taken as %s with prefix %s and %i remarks", (typed, text, prefix, remarks) => {
    const read = readAddressField(typed, true);
    expect([read.value, read.remarks.length, read.refusal, read.question]).toEqual([
      { text, prefix },
      remarks,
      null,
      null,
    ]);
  });

  test.each([
    ["192.168.001.001", { text: "192.168.1.1", prefix: null }],
    ["192.168.001.001/24", { text: "192.168.1.1", prefix: "24" }],
  ])("%s waits for a person's yes, and stands as typed until then", (typed, question) => {
    expect(readAddressField(typed, true)).toMatchObject({ value: { text: typed, prefix: null }, question });
  });

  test.each([
    ["192.168.01.1", "octal"],
    ["192.168.1", "some are missing"],
    ["0xC0.168.1.1", "hexadecimal"],
    ["192.168.1.256", "at most 255"],
  ])("%s is refused with its reason and stands as typed", (typed, reason) => {
    const { value, refusal } = readAddressField(typed, true);
    expect([value.text, refusal?.en]).toEqual([typed, expect.stringContaining(reason)]);
  });

  test("a router or a name server brings no network size", () => {
    const { value, refusal } = readAddressField("192.168.1.1/24", false);
    expect([value.text, refusal === null]).toEqual(["192.168.1.1/24", false]);
  });

  test.each([
    ["24", "mask", "24", 1],
    ["24", "prefix", "24", 0],
    ["/24", "prefix", "24", 0],
    ["255.255.255.0", "mask", "24", 0],
    ["255.255.255.0", "prefix", "24", 1],
    ["２５５。２５５。０。０", "mask", "16", 2],
  ] as const)("%s typed as the %s is a prefix length of %s with %i remarks", (typed, side, text, remarks) => {
    const read = readSizeField(typed, side);
    expect([read.value.text, read.remarks.length]).toEqual([text, remarks]);
  });

  test("a mask that was cut short waits for a person's yes", () => {
    expect(readSizeField("255.255.255", "mask")).toMatchObject({
      value: { text: "255.255.255" },
      question: { text: "24" },
    });
  });

  test("nothing unconfirmed can be written", () => {
    const typed = readAddressField("192.168.001.044", true).value.text;
    expect(checkForms({ eth0: { ...opened, address: typed } }).isReadable).toBe(false);
  });

  test("two name servers in one row are not two rows", () => {
    const servers = [readAddressField("8.8.8.8, 1.1.1.1", false).value.text];
    expect(checkForms({ eth0: { ...opened, servers } }).isReadable).toBe(false);
  });
});

describe("the subnet ruler", () => {
  const draft = {
    address: "192.168.1.23",
    prefix: "24",
    gateway: "192.168.2.1",
    servers: ["10.0.0.1", "192.168.1.255"],
  };

  test("ends at the network and the broadcast address", () => {
    expect(placeOnRuler(draft)).toMatchObject({ network: "192.168.1.0/24", broadcast: "192.168.1.255", hosts: 254 });
  });

  test("stands what lies outside off the end that it is nearer to", () => {
    expect(placeOnRuler(draft)?.pins.map((pin) => pin.side)).toEqual(["inside", "after", "before", "inside"]);
  });

  test("is not drawn without an address and a size", () => {
    expect(placeOnRuler({ ...draft, prefix: "" })).toBeNull();
  });
});

describe("the name of another port", () => {
  test.each(["/dev/ttyUSB0", "COM3", "tcp:192.168.1.50:4001", "demo:linux-broken", "\\\\.\\COM12"])(
    "%s is one",
    (text) => {
      expect(isPortName(text)).toBe(true);
    },
  );

  test.each(["", "192.168.1.50", "tcp:host", "ttyUSB0", "/dev/tty USB0", "demo:"])("%j is none", (text) => {
    expect(isPortName(text)).toBe(false);
  });
});

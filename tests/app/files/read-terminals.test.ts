import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "../../../electron/app/files/decode-text.ts";
import { placeInJson } from "../../../electron/app/files/place-in-text.ts";
import { readCsvTerminals } from "../../../electron/app/files/read-csv-terminals.ts";
import { readJsonTerminals } from "../../../electron/app/files/read-json-terminals.ts";

function refuseJson(text: string): string {
  const read = readJsonTerminals(text, "t.json");
  return read.ok ? "taken" : read.failure.message.en;
}

function refuseSheet(text: string): string {
  const read = readCsvTerminals(text, "t.csv");
  return read.ok ? "taken" : read.failure.message.en;
}

test.each([
  ['{"interfaces":[\n  {"name":"eth0","adress":"x"}]}', "t.json:2:18 interfaces.0.adress: unknown field adress."],
  [
    '{"interfaces":[\n  {"name":"eth0","mtu":"1500"}]}',
    "t.json:2:18 interfaces.0.mtu: must be a number, found a text.",
  ],
  ['{"interfaces":[{}]}', "t.json:1:16 interfaces.0.name: must be a text, found nothing."],
  ['[{"interfaces":[]},\n {"interfaces":[],"site":7}]', "t.json:2:19 1.site: must be a text, found a number."],
  ["[]x", 't.json:1:3: not valid JSON here ("x").'],
  ['{"interfaces":[', "t.json:1:16: not valid JSON here."],
  ["7", "t.json:1:1: must be a group of fields, found a number."],
])("%s is refused as %s", (text, message) => {
  expect(refuseJson(text)).toBe(message);
});

test("one terminal is told from a list of one", () => {
  const one = '{"interfaces":[]}';
  expect([one, `[${one}]`].map((text) => readJsonTerminals(text, "t.json"))).toMatchObject([
    { value: { isList: false, terminals: [{}] } },
    { value: { isList: true, terminals: [{}] } },
  ]);
});

test("whatever stands in JSON is found where it stands", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, pretty) => {
      const holder = { before: value, list: [value, { mark: "\u0001here" }] };
      const text = JSON.stringify(holder, null, pretty ? 2 : 0);
      const { line, column } = placeInJson(text, ["list", 1, "mark"]);
      expect(text.split("\n")[line - 1]?.slice(column - 1)).toMatch(/^"mark":/);
    }),
  );
});

const sheet =
  "序列号,名称,IP地址,子网掩码,默认网关,首选DNS,备用DNS\nA1,pos-1,192.168.1.23,255.255.255.0,192.168.1.1,192.168.1.1,\n";

test("a sheet with Chinese headings is read, one terminal a row", () => {
  expect(readCsvTerminals(sheet, "t.csv")).toMatchObject({
    value: {
      terminals: [
        {
          terminal: { serialNumber: "A1", hostName: "pos-1" },
          interfaces: [
            {
              ipv4: {
                method: "static",
                address: "192.168.1.23",
                prefixLength: 24,
                gateway: "192.168.1.1",
                dns: ["192.168.1.1"],
              },
            },
          ],
        },
      ],
      notes: [[]],
      lines: [2],
    },
  });
});

test("cells are read forgivingly, with a note and its place", () => {
  const read = readCsvTerminals("address,gateway\n１９２.168.1.9/24,192.168.001.001\n", "t.csv");
  expect(read.ok && read.value.terminals[0]?.interfaces[0]?.ipv4).toMatchObject({
    address: "192.168.1.9",
    prefixLength: 24,
    gateway: "192.168.1.1",
  });
  expect(read.ok && read.value.notes[0]?.map(({ kind, line, column }) => [kind, line, column])).toEqual([
    ["wide-characters", 2, 1],
    ["prefix-split", 2, 1],
    ["three-digit-parts", 2, 2],
  ]);
});

test.each(["自动", "DHCP"])("%s in place of an address means that the router gives it, with a note", (cell) => {
  const read = readCsvTerminals(`序列号,IP地址,网关\nA1,${cell},\n`, "t.csv");
  expect(read).toMatchObject({
    value: {
      terminals: [{ interfaces: [{ ipv4: { method: "dhcp", address: null } }] }],
      notes: [[{ kind: "method-in-address", line: 2, column: 2 }]],
    },
  });
});

test("what cannot be meant stays as it is written, for the rules to tell", () => {
  const read = readCsvTerminals("address,mask,gateway,dns\n192.168.1.300,0.0.0.255,192.168.01.1,dns\n", "t.csv");
  expect(read.ok && read.value.terminals[0]?.interfaces[0]?.ipv4).toMatchObject({
    address: "192.168.1.300/0.0.0.255",
    gateway: "192.168.01.1",
    dns: ["dns"],
  });
});

test.each([
  ["", "t.csv: the sheet is empty."],
  ["address,gatway\n1.2.3.4,x\n", "t.csv:1:2 gatway: unknown column."],
  ["address,IP\n1.2.3.4,1.2.3.4\n", "t.csv:1:2 IP: this column is there twice."],
  ["address,gateway\n\n1.2.3.4,1.2.3.1,x\n", "t.csv:3:3: this row has more cells than the first one."],
  ["address,port\n1.2.3.4,\n1.2.3.4,abc\n", "t.csv:3:2 abc: must be a whole number."],
  ["address,method\n1.2.3.4,maybe\n", "t.csv:2:2 maybe: must be static or dhcp."],
])("the sheet %j is refused as %s", (text, message) => {
  expect(refuseSheet(text)).toBe(message);
});

test("a quote that is never closed is refused", () => {
  expect(refuseSheet('address,gateway\n"1.2.3.4,1.2.3.1\n')).toMatch(/^t\.csv:\d+:\d+: not a valid sheet/);
});

test("a sheet in GB18030 is read where sheets are, and nowhere else", () => {
  // 序列号 in GB18030.
  const octets = new Uint8Array([0xd0, 0xf2, 0xc1, 0xd0, 0xba, 0xc5]);
  expect(decodeText(octets, { file: "t.csv", mayBeGb18030: true })).toMatchObject({
    value: { text: "序列号", encoding: "gb18030" },
  });
  expect(decodeText(octets, { file: "t.json", mayBeGb18030: false })).toMatchObject({
    failure: { message: { en: "t.json:1:2: not text in UTF-8 (octet F2)." }, details: { line: 1, column: 2 } },
  });
});

test("no octets make the readers throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (octets, text) => {
      const read = [
        decodeText(octets, { file: "x", mayBeGb18030: true }),
        readCsvTerminals(text, "x"),
        readJsonTerminals(text, "x"),
      ];
      expect(read.every((one) => one.ok || one.failure.code === "input-invalid")).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

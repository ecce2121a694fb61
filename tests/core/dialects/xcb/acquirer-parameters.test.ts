// What a terminal pays through, in each format that an application may keep it in: read, changed byte for byte, taken back.
import { describe, expect, test } from "vitest";
import { type XcbDescription, xcbDescriptionSchema } from "../../../../electron/core/dialects/xcb/description.ts";
import { makeEdits, readSettings } from "../../../../electron/core/dialects/xcb/parameter-settings.ts";
import { editParameters, parameterFormats } from "../../../../electron/core/dialects/parameters/parameter-file.ts";
import type { Change } from "../../../../electron/core/settings/change.ts";

type Format = (typeof parameterFormats)[number];

interface Example {
  readonly file: string;
  readonly keys: Readonly<Record<"host" | "port" | "tpdu" | "mid" | "tid", readonly string[]>>;
}

const tag = (name: string): string => String.fromCharCode(...(name.match(/../g) ?? []).map((hex) => parseInt(hex, 16)));
const tlv = (name: string, value: string): string => tag(name) + String.fromCharCode(value.length) + value;

const inSection = (section: string): Example["keys"] => {
  const key = (name: string): readonly string[] => [section, name];
  return { host: key("host"), port: key("port"), tpdu: key("tpdu"), mid: key("mid"), tid: key("tid") };
};

const old = ["gw.example.net", "7443", "6000030000", "CTDEMO000000001", "CT000031"];
const wanted = ["203.0.113.20", "443", "60000400AB", "898110000000001", "00000041"];

const examples: Readonly<Record<Format, (values: readonly string[]) => Example>> = {
  ini: ([host, port, tpdu, mid, tid]) => ({
    file: `; 商户\r\n[pay]\r\nhost = "${host}" ; was another\r\nport=${port}\r\ntpdu:${tpdu}\n\n mid=${mid}\rtid=${tid}\n[x]\nmid=1`,
    keys: inSection("pay"),
  }),
  properties: ([host, port, tpdu, mid, tid]) => ({
    file: `# pay\r\npay.host=${host}\r\npay.port: ${port}\npay.tpdu ${tpdu}\n! other\npay.mid = ${mid}\npay.tid=${tid}`,
    keys: { host: ["pay.host"], port: ["pay.port"], tpdu: ["pay.tpdu"], mid: ["pay.mid"], tid: ["pay.tid"] },
  }),
  json: ([host, port, tpdu, mid, tid]) => ({
    file: `{"pay" : {"host":"${host}","port": ${port},\r\n"tpdu":"${tpdu}", "mid":"${mid}" ,"tid":"${tid}"},"z":[1.50e1]}\n`,
    keys: inSection("pay"),
  }),
  xml: ([host, port, tpdu, mid, tid]) => ({
    file: `<?xml version='1.0'?>\r\n<pay><host>${host}</host><p n='port' v="${port}"/><tpdu> ${tpdu}\n</tpdu><!-- mid -->\n<mid>${mid}</mid><tid>${tid}</tid></pay>\n`,
    keys: { ...inSection("pay"), port: ["pay", "p[n=port]", "@v"] },
  }),
  tlv: ([host = "", port = "", tpdu = "", mid = "", tid = ""]) => ({
    file: tlv("E1", tlv("DF01", host) + tlv("DF02", port) + tlv("DF03", tpdu)) + tlv("9F16", mid) + tlv("9F1C", tid),
    keys: { host: ["E1", "DF01"], port: ["E1", "DF02"], tpdu: ["E1", "DF03"], mid: ["9F16"], tid: ["9F1C"] },
  }),
};

function describeTerminal(format: Format, { host, port, tpdu, mid, tid }: Example["keys"]): XcbDescription {
  return xcbDescriptionSchema.parse({
    family: "xcb",
    name: { en: "x", "zh-CN": "x" },
    parameters: { application: "APP", path: "/data/x", format },
    interfaces: [],
    hosts: [{ host, port, purpose: "payment" }],
    ...{ tpdu, merchantNumber: mid, terminalNumber: tid },
  });
}

const change = (field: string, to: string | null): Change => ({ interface: "", field, from: null, to });
const changesTo = ([host, port, tpdu, mid, tid]: readonly string[]): readonly Change[] => [
  change("host.1", `${host}:${port}`),
  change("tpdu", tpdu ?? null),
  change("merchantNumber", mid ?? null),
  change("terminalNumber", tid ?? null),
];

function edit(file: string, description: XcbDescription, changes: readonly Change[]): string {
  const edits = makeEdits(description, changes);
  if (!edits.ok) return edits.failure.code;
  const edited = editParameters(file, description.parameters, edits.value);
  return edited.ok ? edited.value : edited.failure.code;
}

describe.each(parameterFormats)("what a terminal pays through, in %s,", (format) => {
  const { file, keys } = examples[format](old);
  const description = describeTerminal(format, keys);

  test("is read, with what of it can be set", () => {
    expect(readSettings(file, description)).toMatchObject({
      hosts: [{ host: "gw.example.net", port: 7443, tls: null, purpose: "payment", place: 1 }],
      tpdu: "6000030000",
      merchantNumber: "CTDEMO000000001",
      terminalNumber: "CT000031",
      settable: ["host.1", "tpdu", "merchantNumber", "terminalNumber"],
    });
  });

  test("changes in its own bytes alone", () => {
    expect(edit(file, description, changesTo(wanted))).toBe(examples[format](wanted).file);
  });

  test("comes back byte for byte", () => {
    const there = edit(file, description, changesTo(wanted));
    expect(edit(there, description, changesTo(old))).toBe(file);
  });
});

const { keys: iniKeys } = examples.ini(old);
const ini = describeTerminal("ini", iniKeys);

test("an empty place keeps its number, so that the next host is set in its own", () => {
  const two = { ...ini, hosts: [...ini.hosts, { host: ["pay", "host2"], port: ["pay", "port2"] }] };
  const file = "[pay]\nhost=\nport=\nhost2=b.example.net\nport2=99\n";
  const read = readSettings(file, two);
  const edited = edit(file, two, [change("host.2", "c.example.net:98")]);
  expect([read?.hosts.map(({ place }) => place), read?.settable, edited]).toEqual([
    [2],
    ["host.1", "host.2"],
    "[pay]\nhost=\nport=\nhost2=c.example.net\nport2=98\n",
  ]);
});

test("what is cleared leaves its key, and is not set any more", () => {
  const file = "[pay]\nhost=a\nport=1\ntpdu=6000030000\nmid=\ntid=x\n";
  const cleared = edit(file, ini, [change("host.1", null), change("tpdu", null)]);
  expect([cleared, readSettings(cleared, ini)]).toMatchObject([
    "[pay]\nhost=\nport=\ntpdu=\nmid=\ntid=x\n",
    { hosts: [], tpdu: null, merchantNumber: null, terminalNumber: "x" },
  ]);
});

test.each<[string, XcbDescription, string]>([
  ["a host without a port of its own", { ...ini, hosts: [{ host: ["pay", "host"] }] }, "host.1"],
  ["a host beyond those described", ini, "host.2"],
  ["what the description does not name", { ...ini, tpdu: undefined }, "tpdu"],
  ["a setting of nobody's", ini, "hostName"],
])("%s cannot be set", (_, description, field) => {
  const file = "[pay]\nhost=a\nport=1\ntpdu=6000030000\n";
  const to = field === "tpdu" ? "6000040000" : "b.example:2";
  expect([
    readSettings(file, description)?.settable?.includes(field) ?? false,
    edit(file, description, [change(field, to)]),
  ]).toEqual([false, "unknown-field"]);
});

test("a key that the file does not hold exactly once cannot be set", () => {
  const read = readSettings("[pay]\nhost=a\nport=1\ntpdu=6000030000\ntpdu=6000040000\n", ini);
  expect([read?.settable, read?.tpdu]).toEqual([["host.1"], null]);
});

test("a number that JSON keeps as a number is not made a text", () => {
  const description = { ...ini, parameters: { ...ini.parameters, format: "json" as const } };
  const file = '{"pay":{"mid":898110000000001,"tpdu":6000030000}}';
  const edited = ["898110000000002", "CTDEMO000000001"].map((to) =>
    edit(file, description, [change("merchantNumber", to)]),
  );
  expect(edited).toEqual(['{"pay":{"mid":898110000000002,"tpdu":6000030000}}', "value-refused"]);
});

import { expect, test } from "vitest";
import { printAcquirerField } from "../../../electron/core/settings/acquirer-value.ts";
import { applyAssignments } from "../../../electron/core/settings/apply-assignments.ts";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import type { NetworkSettings } from "../../../electron/core/settings/network-settings.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { makeSettings } from "../findings/make-settings.ts";

const settings = makeSettings(
  {},
  {},
  {
    hosts: [
      { host: "gw.example.net", port: 7443, tls: true, purpose: "payment", place: 1 },
      { host: "Spare.example.net", port: null, place: 3 },
    ],
    tpdu: "60 00 03 00 00",
    merchantNumber: "CTDEMO000000001",
    terminalNumber: null,
    settable: ["host.1", "host.2", "host.3", "tpdu", "merchantNumber", "terminalNumber"],
  },
);

function apply(...texts: readonly string[]): Result<NetworkSettings> {
  const parsed = texts.flatMap((text) => {
    const one = parseAssignment(text, ["eth0"]);
    return one.ok ? [one.value] : [];
  });
  return applyAssignments(settings, parsed);
}

test.each([
  ["host.1=gw.example.net:7443", "gw.example.net:7443"],
  ["host.12=203.0.113.20:443", "203.0.113.20:443"],
  ["host.1=[2001:db8::20]:443", "[2001:db8::20]:443"],
  ["host.1=gw.example.net:", "gw.example.net:"],
  ["host.1=", ""],
  ["tpdu=60 00 03 00 0a", "600003000A"],
  ["tpdu=", ""],
  ["merchantNumber=898110000000001", "898110000000001"],
  ["terminalNumber=CT000031", "CT000031"],
])("%s is taken as %j, of the terminal and no interface", (text, value) => {
  expect(parseAssignment(text, ["eth0"])).toMatchObject({ ok: true, value: { interface: "", value } });
});

test.each([
  ["host.1=gw.example.net", "host-form"],
  ["host.1=gw.example.net:0", "host-form"],
  ["host.1=gw.example.net:65536", "host-form"],
  ["host.1=gw_1.example.net:443", "host-form"],
  ["host.1=1.2.3.456:443", "host-form"],
  ["host.1=2001:db8::20:443", "host-form"],
  ["host.1=[gw.example.net]:443", "host-form"],
  ["host.1=gw.example.net:443:1", "host-form"],
  ["tpdu=5000030000", "tpdu-form"],
  ["tpdu=60000300", "tpdu-form"],
  ["merchantNumber=89811000000000", "merchant-number-form"],
  ["merchantNumber=89811000000000;", "merchant-number-form"],
  ["terminalNumber=123456789", "terminal-number-form"],
])("%s is refused with its reason", (text, reason) => {
  expect(parseAssignment(text)).toMatchObject({ failure: { code: "unusable-value", details: { reason } } });
});

test.each([
  "host.0=a.example:1",
  "host.01=a.example:1",
  "host.100=a.example:1",
  "host=a.example:1",
  "eth0.tpdu=6000030000",
])("%s is no field", (text) => {
  expect(parseAssignment(text, ["eth0"])).toMatchObject({ failure: { code: "unknown-field" } });
});

test("a new host keeps what else is known of its place, and hosts stay in the terminal's own order", () => {
  const applied = apply("host.2=new.example.net:443", "host.1=gw2.example.net:7444");
  expect(applied.ok && applied.value.hosts).toEqual([
    { host: "gw2.example.net", port: 7444, tls: true, purpose: "payment", place: 1 },
    { host: "new.example.net", port: 443, tls: null, purpose: null, place: 2 },
    { host: "Spare.example.net", port: null, tls: null, purpose: null, place: 3 },
  ]);
});

test("what is the same but for blanks and case is left as the terminal writes it", () => {
  const applied = apply("tpdu=6000030000", "host.3=spare.example.net:", "merchantNumber=CTDEMO000000001");
  expect(applied.ok && applied.value).toBe(settings);
});

test("an empty value clears", () => {
  const applied = apply("host.1=", "tpdu=", "merchantNumber=");
  const fields = ["host.1", "tpdu", "merchantNumber"] as const;
  expect(applied.ok && fields.map((field) => printAcquirerField(applied.value, field))).toEqual([null, null, null]);
});

test("a terminal that does not take a field says so, whatever another one takes", () => {
  const assignment = { interface: "", field: "tpdu", value: "6000030000" } as const;
  const applied = applyAssignments({ ...settings, settable: ["host.1"] }, [assignment]);
  expect(applied).toMatchObject({ failure: { code: "unknown-field", details: { field: "tpdu" } } });
});

test("two values for one field exclude each other", () => {
  expect(apply("tpdu=6000030000", "tpdu=6000040000")).toMatchObject({
    failure: { code: "unusable-value", details: { reason: "given-twice" } },
  });
});

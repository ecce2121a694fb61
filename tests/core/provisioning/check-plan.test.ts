import { expect, test } from "vitest";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { type CheckedPlan, checkPlan, type CheckTerms } from "../../../electron/core/provisioning/check-plan.ts";
import { readPlan } from "../../../electron/core/provisioning/read-plan.ts";
import { addRemarks } from "../../../electron/core/provisioning/remarks-sheet.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { makeSheet } from "./make-sheet.ts";

const head = ["SN", "IP", "Mask", "Gateway", "DNS", "Wi-Fi password"];
const good = ["A1", "192.168.1.23", "255.255.255.0", "192.168.1.1", "192.168.1.1", ""];
const nothing: CheckTerms = { policy: null, pc: null, used: [], profiles: [] };

function check(rows: readonly (readonly string[])[], terms: Partial<CheckTerms> = {}): CheckedPlan {
  const read = readPlan(makeSheet(head, ...rows), { given: {}, remembered: {}, pools: [], used: terms.used ?? [] });
  return checkPlan(read, { ...nothing, ...terms });
}

function errors({ remarks }: CheckedPlan): readonly string[] {
  return remarks
    .filter(({ severity }) => severity === "error")
    .map(({ code, line, column }) => `${code} ${line}:${column ?? "-"}`);
}

test("a plan that is right has no errors and no warnings", () => {
  expect(check([good]).counts).toEqual({ errors: 0, warnings: 0 });
});

test("a rule's error stands at the row and the column of its field", () => {
  expect(errors(check([good, ["A2", "192.168.1.24", "255.255.255.0", "192.168.2.1", "192.168.1.1", ""]]))).toEqual([
    "ipv4.gateway-outside-subnet 3:4",
  ]);
});

test("two rows with one address are errors of both", () => {
  expect(errors(check([good, good.with(0, "A2")]))).toEqual([
    "fleet.address-duplicate 2:2",
    "fleet.address-duplicate 3:2",
  ]);
});

test("two rows for one terminal are errors of both", () => {
  expect(errors(check([good, good.with(1, "192.168.1.24")]))).toEqual([
    "fleet.serial-number-duplicate 2:1",
    "fleet.serial-number-duplicate 3:1",
  ]);
});

test("whoever shares something is called by the row in which the sheet has it", () => {
  const { remarks } = check([good.with(0, "A7"), good.with(0, ""), good.with(0, "A7").with(1, "192.168.1.24")]);
  const said = remarks.map(({ line, code, message }) => `${line} ${code}: ${message.en}`);
  expect([
    said.find((text) => text.startsWith("2 fleet.address")),
    said.find((text) => text.startsWith("2 fleet.serial")),
  ]).toEqual([expect.stringContaining("#3"), expect.stringContaining("#4")]);
});

test("an address that the register has on another terminal is an error, on the same one it is not", () => {
  const used = networkSettingsSchema.parse({
    terminal: { serialNumber: "A1" },
    interfaces: [{ name: "eth0", ipv4: { method: "static", address: "192.168.1.23", prefixLength: 24 } }],
  });
  expect([errors(check([good], { used: [used] })), errors(check([good.with(0, "A9")], { used: [used] }))]).toEqual([
    [],
    ["fleet.address-duplicate 2:2"],
  ]);
});

test("the site's policy is held against every row", () => {
  const policy = preparePolicy({ subnets: ["10.0.0.0/8"], rules: { "policy.address-outside-subnets": "error" } });
  expect(check([good], { policy }).remarks.some(({ code, column }) => code.startsWith("policy.") && column === 2)).toBe(
    true,
  );
});

test("a Wi-Fi password is looked at and not kept", () => {
  const secret = "correct-horse-battery";
  const checked = check([good.with(5, secret)]);
  expect([JSON.stringify(checked).includes(secret), checked.remarks.map(({ code }) => code)]).toEqual([
    false,
    expect.arrayContaining(["passphrase-dropped"]),
  ]);
});

test("the remarks come back as a last column of the same sheet, and replace earlier ones", () => {
  const sheet = makeSheet([...head, "检查结果"], [...good.with(3, "192.168.2.1"), "old"]);
  const read = readPlan(sheet, { given: {}, remembered: {}, pools: [], used: [] });
  const { remarks } = checkPlan(read, nothing);
  const rows = addRemarks({ sheet, ...read, remarks: remarks.filter(({ severity }) => severity === "error") }, "zh-CN");
  expect(rows).toEqual([
    [...head, "检查结果"],
    [...good.with(3, "192.168.2.1"), expect.stringMatching(/^错误 \[Gateway\]：.*网关/)],
  ]);
});

test("a description that is not known is an error of its row and column", () => {
  const described = [...head, "Profile"];
  const read = readPlan(
    makeSheet(described, [...good, "xcb-demo"], [...good.with(0, "A2").with(1, "192.168.1.24"), "xbc-demo"]),
    { given: {}, remembered: {}, pools: [], used: [] },
  );
  const checked = checkPlan(read, { ...nothing, profiles: ["xcb-demo", "key-value"] });
  const { message } = checked.remarks.find(({ code }) => code === "profile-unknown") ?? {};
  expect([errors(checked), message?.en]).toEqual([
    ["profile-unknown 3:7"],
    "No terminal description called xbc-demo may be used here. There are: xcb-demo, key-value.",
  ]);
});

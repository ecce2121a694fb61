import { expect, test } from "vitest";
import { checkAndJudge } from "../../../electron/core/findings/check.ts";
import { matchPattern } from "../../../electron/core/findings/policy/match-pattern.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { type SitePolicy, sitePolicySchema } from "../../../electron/core/findings/policy/site-policy.ts";
import { makeSettings } from "./make-settings.ts";

function judge(policy: SitePolicy, ipv4: object = {}, terminal: object = {}) {
  const prepared = preparePolicy(sitePolicySchema.parse(policy));
  return checkAndJudge(makeSettings(ipv4, {}, terminal), { policy: prepared });
}

test.each<[string, SitePolicy, object, object]>([
  ["error policy.subnet-not-allowed", { subnets: ["10.0.0.0/8"] }, {}, {}],
  ["error policy.address-in-pool", { dhcpPool: "192.168.1.20-192.168.1.30" }, {}, {}],
  ["error policy.gateway-differs", { gateway: "192.168.1.254" }, {}, {}],
  ["warning policy.gateway-ending", { gatewayEndsIn: 254 }, {}, {}],
  ["error policy.server-required", { dns: { required: ["10.1.1.1"] } }, {}, {}],
  ["error policy.server-forbidden", { dns: { forbidden: ["9.9.9.9"] } }, { dns: ["192.168.1.1", "9.9.9.9"] }, {}],
  ["warning policy.server-public", { dns: { forbidPublic: true } }, { dns: ["192.168.1.1", "114.114.114.114"] }, {}],
  ["warning dns.server-other-operator", { operator: "china-unicom" }, { dns: ["192.168.1.1", "218.2.2.2"] }, {}],
  [
    "error policy.host-missing",
    { hosts: [{ host: "pos.example", port: 5000 }] },
    {},
    { hosts: [{ host: "pos.example", port: 6000 }] },
  ],
  ["warning policy.name-pattern", { namePattern: "pos-###" }, {}, { terminal: { hostName: "till" } }],
])("%s is found where the policy says %j", (finding, policy, ipv4, terminal) => {
  expect(judge(policy, ipv4, terminal).findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([finding]);
});

test("a terminal that the policy describes has no finding", () => {
  const policy: SitePolicy = {
    subnets: ["192.168.1.0/24"],
    dhcpPool: ["192.168.1.100-192.168.1.199"],
    gateway: "192.168.1.1",
    gatewayEndsIn: 1,
    dns: { required: ["192.168.1.1"], forbidPublic: true },
    operator: "china-telecom",
    hosts: [{ host: "POS.example", port: 5000 }],
    namePattern: "pos-*",
  };
  const terminal = { terminal: { hostName: "POS-12" }, hosts: [{ host: "pos.example", port: 5000 }] };
  expect(judge(policy, {}, terminal)).toMatchObject({ findings: [], verdict: { code: "healthy" } });
});

const twice = { dns: ["192.168.1.1", "192.168.1.1"] };

test("a rule that the policy raises decides the verdict, and the finding says so", () => {
  const { findings, verdict } = judge({ rules: { "dns.server-duplicate": "error" } }, twice);
  expect(verdict.code).toBe("wrong");
  expect(findings).toMatchObject([
    {
      severity: "error",
      policy: {
        from: "warning",
        to: "error",
        message: {
          en: "The site's policy changes this from warning to error.",
          "zh-CN": "本店规定把这一条从异常改为错误。",
        },
      },
    },
  ]);
});

test("a rule that the policy switches off is told apart and says so", () => {
  const { findings, verdict, switchedOff } = judge({ rules: { "dns.server-duplicate": "off" } }, twice);
  expect([findings, verdict.code]).toEqual([[], "healthy"]);
  expect(switchedOff).toMatchObject([{ rule: "dns.server-duplicate", policy: { from: "warning", to: "off" } }]);
});

test("an exception for one terminal replaces the site's entries and gives its reason", () => {
  const policy: SitePolicy = {
    gateway: "192.168.1.1",
    terminals: [
      {
        match: { serialNumber: "A1" },
        reason: "back office",
        gateway: "192.168.1.254",
        rules: { "dns.server-duplicate": "info" },
      },
    ],
  };
  const at = (serialNumber: string) =>
    judge(policy, { ...twice, gateway: "192.168.1.254" }, { terminal: { serialNumber } });
  expect(at("A2").findings.map(({ rule }) => rule)).toEqual(["policy.gateway-differs", "dns.server-duplicate"]);
  expect(at("A1").findings).toMatchObject([
    {
      rule: "dns.server-duplicate",
      severity: "info",
      policy: { message: { en: expect.stringContaining("back office") as unknown } },
    },
  ]);
});

test("every key of an exception has to agree", () => {
  const policy: SitePolicy = {
    gateway: "192.168.1.1",
    terminals: [{ match: { hostName: "till", mac: "00-1A-2B-3C-4D-5E" }, gateway: "192.168.1.254" }],
  };
  const at = (hostName: string) => judge(policy, { gateway: "192.168.1.254" }, { terminal: { hostName } });
  expect([at("Till").findings.length, at("other").findings.length]).toEqual([0, 1]);
});

test.each<[string, SitePolicy, object, readonly string[]]>([
  ["gateway", { gateway: "192.168.1.254" }, {}, ["eth0.ipv4.gateway=192.168.1.254"]],
  ["servers", { dns: { required: ["192.168.1.2"] } }, {}, ["eth0.ipv4.dns=192.168.1.2,192.168.1.1"]],
  ["free address", { dhcpPool: "192.168.1.20-192.168.1.30" }, {}, ["eth0.ipv4.address=192.168.1.31/24"]],
  [
    "subnet and gateway",
    { subnets: ["10.1.2.0/24"], gateway: "10.1.2.1" },
    {},
    ["eth0.ipv4.address=10.1.2.23/24", "eth0.ipv4.gateway=10.1.2.1"],
  ],
])("the policy's own %s is the correction", (_what, policy, ipv4, set) => {
  expect(judge(policy, ipv4).findings[0]?.corrections[0]?.set).toEqual(set);
});

test.each([
  ["pos-001", "pos-###", true],
  ["POS-001", "pos-*", true],
  ["pos-01", "pos-###", false],
  ["abc", "*b?", true],
  ["abc", "*b", false],
  ["", "*", true],
])("%j has the form %j: %s", (text, pattern, fits) => {
  expect(matchPattern(text, pattern)).toBe(fits);
});

test("no pattern takes long", () => {
  const start = performance.now();
  matchPattern("a".repeat(255), `${"*a".repeat(60)}b`);
  expect(performance.now() - start).toBeLessThan(500);
});

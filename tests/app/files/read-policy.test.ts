import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readPolicy } from "../../../electron/app/files/read-policy.ts";

function read(text: string) {
  return readPolicy(new TextEncoder().encode(text), "shop.yaml");
}

function refuse(text: string): readonly unknown[] {
  const result = read(text);
  return result.ok ? ["taken"] : [result.failure.code, result.failure.message.en, result.failure.message["zh-CN"]];
}

const whole = `
version: 1
site: Shop 12
subnets: [192.168.1.0/24]
dhcpPool:
  - 192.168.1.100-192.168.1.199
gateway: &router 192.168.1.1
dns: { required: [*router], forbidPublic: true }
rules: { ipv4.mask-unusual: off }
terminals:
  - match: { serialNumber: A1 }
    reason: back office
    gateway: 192.168.1.254
`;

test("the example is a policy", () => {
  const file = resolve(import.meta.dirname, "../../../resources/knowledge/site-policy.example.yaml");
  expect(readPolicy(readFileSync(file), file)).toMatchObject({ ok: true });
});

test("a policy is read from YAML and from JSON alike", () => {
  const yaml = read(whole);
  const json = yaml.ok ? read(JSON.stringify(yaml.value, null, 2)) : yaml;
  expect(json).toEqual(yaml);
  expect(yaml).toMatchObject({
    ok: true,
    value: { dns: { required: ["192.168.1.1"] }, rules: { "ipv4.mask-unusual": "off" } },
  });
});

test.each([
  ["an unknown field", "site: x\ngatway: 192.168.1.1\n", "shop.yaml:2:1 gatway: unknown field gatway."],
  ["an unknown field inside", "dns:\n  require: []\n", "shop.yaml:2:3 dns.require: unknown field require."],
  ["a wrong type", '{\n  "site": 5\n}', "shop.yaml:2:3 site: must be a text, found a number."],
  ["a list where a group belongs", "- x\n", "shop.yaml:1:1: must be a group of fields, found a list."],
  ["nothing", "", "shop.yaml:1:1: must be a group of fields, found nothing."],
  [
    "a subnet of 33 bits",
    "subnets:\n  - 10.0.0.0/8\n  - 10.0.0.0/33\n",
    "shop.yaml:3:5 subnets.1: not a subnet such as 192.168.1.0/24.",
  ],
  [
    "a pool the wrong way round",
    "dhcpPool: 192.168.1.9-192.168.1.1\n",
    "shop.yaml:1:1 dhcpPool: not a range such as 192.168.1.100-192.168.1.199.",
  ],
  [
    "a port of 70000",
    "hosts:\n  - host: a.example\n    port: 70000\n",
    "shop.yaml:3:5 hosts.0.port: at most 65535 allowed.",
  ],
  [
    "a weight that is none",
    "rules:\n  ipv4.drift: loud\n",
    "shop.yaml:2:3 rules.ipv4.drift: must be one of off, info, warning, error.",
  ],
  [
    "a rule that is none",
    "rules:\n  ipv4.nothing: off\n",
    "shop.yaml:2:3 rules.ipv4.nothing: there is no rule ipv4.nothing.",
  ],
  [
    "an exception for nobody",
    "terminals:\n  - match: {}\n",
    "shop.yaml:2:5 terminals.0.match: says of no terminal which one is meant; give serialNumber, hostName or mac.",
  ],
])("%s is refused with its line and column", (_what, text, message) => {
  expect(refuse(text)[1]).toBe(message);
});

test.each([
  ["broken YAML", "site: x\n  gateway: [1\n", /^shop\.yaml:\d+:\d+: not valid YAML/],
  ["a field twice", "site: x\nsite: y\n", /^shop\.yaml:2:1: not valid YAML/],
  [
    "nesting deeper than any stack",
    `x: ${"[".repeat(200_000)}`,
    /^shop\.yaml:1:\d+: (?:not valid YAML|cannot be read)/,
  ],
  ["an anchor inside itself", "subnets: &a [*a]\n", /^shop\.yaml:1:\d+ subnets\.0: must be a text/],
])("%s is refused", (_what, text, message) => {
  expect(refuse(text)[1]).toMatch(message);
});

test("a bomb of aliases is refused at once", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const bomb = names.map(
    (name, place) =>
      `${name}: &${name} [${place === 0 ? "x" : Array.from({ length: 9 }, () => `*${names[place - 1]}`).join()}]`,
  );
  const start = performance.now();
  expect(refuse(bomb.join("\n"))[1]).toContain("Excessive alias count");
  expect(performance.now() - start).toBeLessThan(2000);
});

test("10 MB are refused without being read", () => {
  const start = performance.now();
  expect(refuse("a".repeat(10 * 1024 * 1024))[1]).toContain("too large");
  expect(performance.now() - start).toBeLessThan(1000);
});

test("what is no text is refused at its octet", () => {
  const result = readPolicy(
    new Uint8Array([...new TextEncoder().encode("site: x\ngateway: "), 0xb5, 0xea]),
    "shop.yaml",
  );
  expect(result.ok ? null : result.failure.message.en).toBe("shop.yaml:2:10: not text in UTF-8 (octet B5).");
});

test("a refusal speaks Chinese too", () => {
  expect(refuse("gatway: x\n")[2]).toBe("shop.yaml:1:1 gatway：不认识的字段 gatway。");
});

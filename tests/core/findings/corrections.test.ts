import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { makeSettings } from "./make-settings.ts";

function correct(ipv4: object, around: object = {}, terminal: object = {}): readonly (readonly [string, number])[] {
  const [first] = check(makeSettings(ipv4, around, terminal));
  return (first?.corrections ?? []).map(({ set, confidence }) => [set.join(" "), confidence]);
}

test("a name server inside the subnet decides which gateway was meant", () => {
  const findings = check(makeSettings({ gateway: "192.168.2.1", dns: ["192.168.1.1", "192.168.1.250"] }));
  expect(findings.map((finding) => [finding.message, finding.corrections])).toEqual([
    [
      {
        en: "The router address (gateway) 192.168.2.1 is outside the terminal's own network (192.168.1.1 to 192.168.1.254).",
        "zh-CN": "路由器地址（网关）192.168.2.1 不在终端所在的网段里（192.168.1.1 到 192.168.1.254）。",
      },
      [
        {
          set: ["eth0.ipv4.gateway=192.168.1.1"],
          confidence: 0.85,
          reason: {
            en: "192.168.1.1 is in the terminal's own network and listed as its name server; in a shop the router mostly is both.",
            "zh-CN": "192.168.1.1 就在终端所在的网段里，又是它的域名服务器；店里的路由器通常身兼两职。",
          },
        },
      ],
    ],
  ]);
});

test("without evidence a wrong gateway and a wrong address are equally likely", () => {
  expect(correct({ gateway: "192.168.2.1", dns: ["9.9.9.9"] })).toEqual([
    ["eth0.ipv4.gateway=192.168.1.1", 0.5],
    ["eth0.ipv4.address=192.168.2.23/24", 0.5],
  ]);
});

test("a name server beside the gateway makes the address the wrong one", () => {
  expect(correct({ gateway: "192.168.2.1", dns: ["192.168.2.1"] })[0]).toEqual([
    "eth0.ipv4.address=192.168.2.23/24",
    0.7,
  ]);
});

test("a mask that is too long is shortened when a /24 holds the gateway", () => {
  expect(correct({ prefixLength: 28, address: "192.168.1.23", gateway: "192.168.1.1", dns: ["9.9.9.9"] })[0]).toEqual([
    "eth0.ipv4.address=192.168.1.23/24",
    0.75,
  ]);
});

test("the default route that runs is the best clue to the gateway", () => {
  const routes = [{ destination: "0.0.0.0/0", gateway: "192.168.1.254", interface: "eth0" }];
  expect(correct({ gateway: "192.168.2.1" }, {}, { routes })[0]).toEqual(["eth0.ipv4.gateway=192.168.1.254", 0.9]);
});

test("a neighbour where routers sit makes it likely, and one elsewhere hardly", () => {
  const neighbours = ["192.168.1.254", "192.168.1.77"].map((address) => ({ interface: "eth0", address }));
  expect(correct({ gateway: null, dns: ["9.9.9.9"] }, {}, { neighbours })).toEqual([
    ["eth0.ipv4.gateway=192.168.1.254", 0.8],
  ]);
});

test("the first and the last address are equal guesses for a missing gateway", () => {
  expect(correct({ gateway: null, dns: ["9.9.9.9"] })).toEqual([
    ["eth0.ipv4.gateway=192.168.1.1", 0.3],
    ["eth0.ipv4.gateway=192.168.1.254", 0.3],
  ]);
});

test("a wildcard mask is turned the right way round", () => {
  expect(correct({ address: "192.168.1.23/0.0.0.255", prefixLength: null })).toEqual([
    ["eth0.ipv4.address=192.168.1.23/24", 0.95],
  ]);
});

test("a faulty name server is taken out when another remains", () => {
  expect(correct({ dns: ["0.0.0.0", "192.168.1.1"] })).toEqual([["eth0.ipv4.dns=192.168.1.1", 0.9]]);
});

test("a faulty name server alone is replaced by the router, as a guess", () => {
  expect(correct({ dns: ["0.0.0.0"] })).toEqual([["eth0.ipv4.dns=192.168.1.1", 0.5]]);
});

test("the address of a network gives way to one close by, as a guess", () => {
  expect(correct({ address: "192.168.1.0" })).toEqual([["eth0.ipv4.address=192.168.1.2/24", 0.4]]);
});

test("a faulty name server gives way to the one that the site's policy requires", () => {
  const policy = preparePolicy({ dns: { required: ["192.168.1.2"], forbidden: ["9.9.9.9"] } });
  const findings = check(makeSettings({ dns: ["0.0.0.0", "9.9.9.9"] }), { policy });
  expect(findings[0]?.corrections.map(({ set, confidence }) => [set.join(" "), confidence])).toEqual([
    ["eth0.ipv4.dns=192.168.1.2", 0.95],
  ]);
});

test("the router is no name server as long as it cannot be reached", () => {
  const findings = check(makeSettings({ gateway: "192.168.2.1", dns: [] }));
  expect(findings.find((finding) => finding.rule === "dns.servers-missing")?.corrections).toEqual([]);
});

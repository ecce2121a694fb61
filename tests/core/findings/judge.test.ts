import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import type { Verdict } from "../../../electron/core/findings/finding.ts";
import { judge } from "../../../electron/core/findings/judge.ts";
import type { NetworkSettings } from "../../../electron/core/settings/network-settings.ts";
import { makeSettings } from "./make-settings.ts";

function decide(settings: NetworkSettings): Verdict {
  return judge(check(settings), settings);
}

test("a healthy terminal is told so in one sentence", () => {
  expect(decide(makeSettings())).toEqual({
    code: "healthy",
    message: {
      en: "Nothing wrong was found in the terminal's network settings.",
      "zh-CN": "终端的网络设置没有发现问题。",
    },
    rule: null,
  });
});

test("the cause decides the verdict, not its consequences", () => {
  const verdict = decide(makeSettings({ gateway: "192.168.2.1", dns: ["0.0.0.0"] }));
  expect(verdict).toMatchObject({ code: "wrong", rule: "ipv4.gateway-outside-subnet" });
});

test("a warning alone asks for attention", () => {
  expect(decide(makeSettings({ dns: ["9.9.9.9", "9.9.9.9"] }))).toMatchObject({
    code: "attention",
    rule: "dns.server-duplicate",
  });
});

test("information alone leaves a terminal healthy", () => {
  const linkLocal = { method: "link-local", address: "169.254.7.9", prefixLength: 16, gateway: null, dns: [] };
  expect(decide(makeSettings(linkLocal)).code).toBe("healthy");
});

test("an error on a connected interface goes before one on an interface that is unplugged", () => {
  const [, eth0] = makeSettings({ address: "192.168.1.255" }, { link: "down" }).interfaces;
  const [, eth1] = makeSettings({ gateway: "192.168.2.1" }, { name: "eth1" }).interfaces;
  const settings = { ...makeSettings(), interfaces: [eth0, eth1].filter((one) => one !== undefined) };
  expect(decide(settings).rule).toBe("ipv4.gateway-outside-subnet");
});

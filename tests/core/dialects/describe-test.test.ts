import { expect, test } from "vitest";
import { describeTest } from "../../../electron/core/dialects/describe-test.ts";
import type { TestResult } from "../../../electron/core/dialects/terminal-test.ts";
import { cases } from "../../peers/troubled-network/cases.ts";

test("the gateway's answer is told by who asked whom", () => {
  const gateway = { kind: "gateway", interface: "eth0", address: "192.168.1.1" } as const;
  expect(describeTest({ test: gateway, outcome: "passed", reason: "ok", milliseconds: 4, evidence: "" })).toEqual({
    en: "The gateway 192.168.1.1 answered the terminal.",
    "zh-CN": "终端已得到网关 192.168.1.1 的应答。",
  });
});

test("a terminal's own name servers are called so", () => {
  const name = { kind: "name", name: "pay.example", server: null } as const;
  const told = describeTest({ test: name, outcome: "failed", reason: "server-silent", milliseconds: 4, evidence: "" });
  expect(told["zh-CN"]).toBe("域名服务器（终端自己的）没有回答终端的查询。");
});

test("every outcome of the troubled network is told in both languages, with every value filled in", () => {
  const told = cases.map(({ name, test: asked }) => {
    const reason = (name.split(".")[0] ?? "") as TestResult["reason"];
    const outcome = reason === "ok" ? "passed" : "failed";
    return describeTest({ test: asked, outcome, reason, milliseconds: 1, evidence: "" });
  });
  expect(
    told.flatMap(({ en, "zh-CN": zh }) => [en, zh]).filter((text) => /[{}]|null|has no program/.test(text)),
  ).toEqual([]);
});

import { expect, test } from "vitest";
import { findWantedTests } from "../../../electron/core/push/find-wanted-tests.ts";
import type { WantedTest } from "../../../electron/core/push/wanted-test.ts";
import type { Capability, Reading } from "../../../electron/core/dialects/dialect.ts";
import { makeChange, makeReading } from "./scripted-session.ts";

const plan = makeChange("ipv4.gateway", "192.168.1.1", "192.168.1.254");

function read(able: Capability = { state: "yes" }, hosts: readonly string[] = []): Reading {
  const reading = makeReading({});
  return {
    ...reading,
    capabilities: { ...reading.capabilities, "test-network": able },
    hosts: hosts.map((host) => ({ host, port: 443, tls: true, purpose: null })),
  };
}

function want(target: WantedTest["target"], required = true): WantedTest {
  return { target, required, seconds: 7 };
}

function choose(reading: Reading, ...wanted: readonly WantedTest[]): unknown {
  const chosen = findWantedTests({ reading, plan }, wanted);
  return chosen.ok ? chosen.value.map(({ test: one }) => one) : chosen.failure.code;
}

test.each<[WantedTest["target"], unknown]>([
  [{ kind: "gateway" }, [{ kind: "gateway", interface: "eth0", address: "192.168.1.254" }]],
  [{ kind: "address" }, [{ kind: "address", interface: "eth0", address: "192.168.1.5" }]],
  [{ kind: "duplicate" }, [{ kind: "duplicate", interface: "eth0", address: "192.168.1.5" }]],
  [{ kind: "link" }, [{ kind: "link", interface: "eth0" }]],
  [{ kind: "tls", host: "a.example", port: 443 }, [{ kind: "tls", host: "a.example", port: 443 }]],
  [{ kind: "dns", name: "b.example" }, [{ kind: "name", name: "b.example", server: null }]],
])("%j is asked for what the plan leads to", (target, expected) => {
  expect(choose(read(), want(target))).toEqual(expected);
});

test("dns asks for the names of the settings' hosts and of the other tests, each once, and for no address", () => {
  const hosts = ["acquirer.example", "203.0.113.5"];
  const others = [
    want({ kind: "tcp", host: "acquirer.example", port: 1 }),
    want({ kind: "tcp", host: "b.example", port: 1 }),
  ];
  const chosen = choose(read({ state: "yes" }, hosts), want({ kind: "dns", name: null }), ...others);
  expect(chosen).toMatchObject([
    { kind: "name", name: "acquirer.example" },
    { kind: "name", name: "b.example" },
    {},
    {},
  ]);
});

test("dns without any name is said, not passed over", () => {
  expect(choose(read(), want({ kind: "dns", name: null }))).toBe("test-targetless");
});

test("required and time limit go along", () => {
  const chosen = findWantedTests({ reading: read(), plan }, [want({ kind: "gateway" }, false)]);
  expect(chosen.ok && chosen.value.map(({ required, seconds }) => [required, seconds])).toEqual([[false, 7]]);
});

test("a terminal that cannot test refuses required tests in both languages, and leaves optional ones out", () => {
  const cannot: Capability = { state: "no", reason: { en: "It has no tools.", "zh-CN": "没有工具。" } };
  const refused = findWantedTests({ reading: read(cannot), plan }, [want({ kind: "gateway" })]);
  expect([
    refused.ok
      ? null
      : [refused.failure.message.en.includes("no tools"), refused.failure.message["zh-CN"].includes("没有工具")],
    choose(read(cannot), want({ kind: "gateway" }, false)),
  ]).toEqual([[true, true], []]);
});

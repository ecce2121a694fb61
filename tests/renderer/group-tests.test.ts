import { expect, test } from "vitest";
import { groupTests, listRequired } from "../../renderer/features/push/group-tests.ts";
import type { Plan } from "../../renderer/features/session/session-state.ts";

const after = { seconds: 5, when: "after" } as const;
const tests: NonNullable<Plan["tests"]> = [
  {
    test: { kind: "duplicate", interface: "eth0", address: "192.168.1.44" },
    required: true,
    seconds: 4,
    when: "before",
  },
  { test: { kind: "gateway", interface: "eth0", address: "192.168.1.1" }, required: true, ...after },
  { test: { kind: "gateway", interface: "eth1", address: "192.168.1.1" }, required: true, ...after },
  { test: { kind: "name", name: "localhost", server: "9.9.9.9" }, required: false, ...after },
  { test: { kind: "name", name: "pay.example", server: null }, required: false, ...after },
  { test: { kind: "tls", host: "pay.example", port: 443 }, required: false, ...after },
];

test("tests of one kind are ticked together, each with what it is about", () => {
  expect(
    groupTests(tests).map(({ kind, about, required, isEarly }) => [kind, about, required, isEarly].join(" ")),
  ).toEqual([
    "duplicate 192.168.1.44 true true",
    "gateway 192.168.1.1 true false",
    "server 9.9.9.9 false false",
    "name pay.example false false",
    "tls pay.example:443 false false",
  ]);
});

test("a tick goes to every test of its kind, in the order of the plan", () => {
  expect(listRequired(tests, { gateway: false, tls: true })).toEqual([true, false, false, false, false, true]);
});

// What a person wants tested -> tests with targets, from the settings that the plan leads to.
import type { Reading } from "../dialects/dialect.ts";
import type { TerminalTest } from "../dialects/terminal-test.ts";
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import type { Plan } from "../plans/plan.ts";
import { parseIpv4 } from "../settings/ipv4.ts";
import type { PushTest } from "./push-test.ts";
import { refuseTests } from "./refuse-tests.ts";
import { findAddress, isNewAddress, listTouched } from "./test-targets.ts";
import type { WantedTest } from "./wanted-test.ts";

interface Around {
  readonly plan: Pick<Plan, "changes">;
  readonly reading: Reading;
}

/** Failures: `test-targetless`, and `tests-impossible` when the terminal can run none and one is required. */
export function findWantedTests(around: Around, wanted: readonly WantedTest[]): Result<readonly PushTest[]> {
  const able = around.reading.capabilities["test-network"];
  if (able?.state !== "yes" && wanted.some(({ required }) => required)) return fail(refuseTests(able));
  if (able?.state !== "yes") return succeed([]);
  const found: PushTest[] = [];
  for (const { target, required, ifAble, seconds } of wanted) {
    const tests = findTargets(target, around, wanted);
    if (!tests.ok) return tests;
    found.push(...tests.value.map((test) => ({ test, required, ifAble, seconds, when: chooseTime(test, around) })));
  }
  return succeed(found);
}

/** Whether somebody has an address is asked before the terminal takes it. */
function chooseTime(test: TerminalTest, { plan, reading }: Around): PushTest["when"] {
  return test.kind === "duplicate" && isNewAddress(plan, reading, test.interface) ? "before" : "after";
}

function findTargets(
  target: WantedTest["target"],
  around: Around,
  wanted: readonly WantedTest[],
): Result<readonly TerminalTest[]> {
  switch (target.kind) {
    case "tcp":
    case "tls":
      return succeed([{ kind: target.kind, host: target.host, port: target.port }]);
    case "dns": {
      const names = target.name === null ? listNames(around.reading, wanted) : [target.name];
      const tests = names.map((name) => ({ kind: "name" as const, name, server: null }));
      return tests.length > 0 ? succeed(tests) : targetless("dns", "no host name is known; say dns:NAME");
    }
    case "link": {
      const tests = listTouched(around.plan).map((name) => ({ kind: "link" as const, interface: name }));
      return tests.length > 0 ? succeed(tests) : targetless("link", "the plan touches no interface");
    }
    case "address":
    case "duplicate":
    case "gateway":
      return findAddresses(target.kind, around);
  }
}

function findAddresses(
  kind: "address" | "duplicate" | "gateway",
  { plan, reading }: Around,
): Result<readonly TerminalTest[]> {
  const tests = listTouched(plan).flatMap((name) => {
    const address = findAddress(plan, reading, { name, field: kind === "gateway" ? "gateway" : "address" });
    return address === null ? [] : [{ kind, interface: name, address }];
  });
  return tests.length > 0 ? succeed(tests) : targetless(kind, "the settings name no address for it");
}

function listNames({ hosts }: Reading, wanted: readonly WantedTest[]): readonly string[] {
  const all = [
    ...hosts.map(({ host }) => host),
    ...wanted.flatMap(({ target }) => (target.kind === "tcp" || target.kind === "tls" ? [target.host] : [])),
  ];
  return [...new Set(all)].filter((host) => host !== "" && !host.includes(":") && !parseIpv4(host).ok);
}

function targetless(test: string, reason: string): Result<never> {
  return fail(makeFailure("test-targetless", { test, reason }));
}

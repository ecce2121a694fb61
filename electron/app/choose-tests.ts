// What a person wants tested -> tests with targets, from the settings that the plan leads to.
import type { WantedTest } from "../contract/wanted-test.ts";
import type { Reading } from "../core/dialects/dialect.ts";
import type { TerminalTest } from "../core/dialects/terminal-test.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import type { Plan } from "../core/plans/plan.ts";
import { refuseTests } from "../core/push/refuse-tests.ts";
import { parseIpv4 } from "../core/settings/ipv4.ts";

export interface ChosenTest {
  readonly test: TerminalTest;
  readonly required: boolean;
  readonly ifAble?: boolean | undefined;
  readonly seconds: number;
}

/** Failures: `test-targetless`, and `tests-impossible` when the terminal can run none and one is required. */
export function chooseTests(
  reading: Reading,
  plan: Plan,
  wanted: readonly WantedTest[],
): Result<readonly ChosenTest[]> {
  const able = reading.capabilities["test-network"];
  if (able?.state !== "yes" && wanted.some(({ required }) => required)) return fail(refuseTests(able));
  if (able?.state !== "yes") return succeed([]);
  const chosen: ChosenTest[] = [];
  for (const { target, required, ifAble, seconds } of wanted) {
    const tests = findTargets(target, { reading, plan, wanted });
    if (!tests.ok) return tests;
    chosen.push(...tests.value.map((test) => ({ test, required, ifAble, seconds })));
  }
  return succeed(chosen);
}

interface Around {
  readonly reading: Reading;
  readonly plan: Plan;
  readonly wanted: readonly WantedTest[];
}

function findTargets(target: WantedTest["target"], around: Around): Result<readonly TerminalTest[]> {
  switch (target.kind) {
    case "tcp":
    case "tls":
      return succeed([{ kind: target.kind, host: target.host, port: target.port }]);
    case "dns": {
      const names = target.name === null ? listNames(around) : [target.name];
      const tests = names.map((name) => ({ kind: "name" as const, name, server: null }));
      return tests.length > 0 ? succeed(tests) : targetless("dns", "no host name is known; say dns:NAME");
    }
    case "link": {
      const tests = touched(around.plan).map((name) => ({ kind: "link" as const, interface: name }));
      return tests.length > 0 ? succeed(tests) : targetless("link", "the plan touches no interface");
    }
    case "address":
    case "duplicate":
    case "gateway":
      return findAddresses(target.kind, around);
  }
}

function findAddresses(kind: "address" | "duplicate" | "gateway", around: Around): Result<readonly TerminalTest[]> {
  const field = kind === "gateway" ? "ipv4.gateway" : "ipv4.address";
  const tests = touched(around.plan).flatMap((name) => {
    const address = settle(around, name, field)?.split("/")[0];
    return address === undefined || address === "" ? [] : [{ kind, interface: name, address }];
  });
  return tests.length > 0 ? succeed(tests) : targetless(kind, "the settings name no address for it");
}

/** What a field will be: as the plan has it, else as it is. */
function settle({ plan, reading }: Around, name: string, field: "ipv4.gateway" | "ipv4.address"): string | null {
  const change = plan.changes.find((each) => each.interface === name && each.field === field);
  if (change !== undefined) return change.to;
  const ipv4 = reading.interfaces.find((each) => each.name === name)?.ipv4;
  return (field === "ipv4.gateway" ? ipv4?.gateway : ipv4?.address) ?? null;
}

function listNames({ reading, wanted }: Around): readonly string[] {
  const hosts = [
    ...reading.hosts.map(({ host }) => host),
    ...wanted.flatMap(({ target }) => (target.kind === "tcp" || target.kind === "tls" ? [target.host] : [])),
  ];
  return [...new Set(hosts)].filter((host) => host !== "" && !host.includes(":") && !parseIpv4(host).ok);
}

function touched(plan: Plan): readonly string[] {
  return [...new Set(plan.changes.map((change) => change.interface))];
}

function targetless(test: string, reason: string): Result<never> {
  return fail(makeFailure("test-targetless", { test, reason }));
}

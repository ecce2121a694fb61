// What a plan touches -> the tests that the terminal can do with the new settings, and which of them are required unless
// a person says otherwise.
//
//   gateway -> gateway      address -> duplicate, address, gateway      name servers -> the names of the hosts, if any is a name
import type { Report } from "../../../electron/contract/commands.ts";
import type { WantedTest } from "../../../electron/contract/wanted-test.ts";
import { parseHostName } from "../../../electron/core/settings/host-name.ts";
import type { Plan } from "../session/session-state.ts";

export interface OfferedTest {
  readonly kind: "duplicate" | "address" | "gateway" | "dns";
  /** Addresses, or names. */
  readonly about: string;
  readonly required: boolean;
}

/** Empty where the terminal can test nothing. */
export function offerTests(plan: Plan, report: Report): readonly OfferedTest[] {
  if (report.capabilities["test-network"]?.state !== "yes") return [];
  const touched = [...new Set(plan.changes.map((change) => change.interface))];
  const isSet = (field: string): boolean => plan.changes.some((one) => one.field === field && Boolean(one.to));
  const addresses = touched.flatMap((name) => settle(plan, report, { name, field: "address" }));
  const gateways = touched.flatMap((name) => settle(plan, report, { name, field: "gateway" }));
  const names = report.hosts.map(({ host }) => host).filter((host) => parseHostName(host).ok);
  const isMoved = isSet("ipv4.address");
  const offered: readonly (readonly [OfferedTest["kind"], boolean, readonly string[]])[] = [
    ["duplicate", isMoved, addresses],
    ["address", isMoved, addresses],
    ["gateway", isMoved || isSet("ipv4.gateway"), gateways],
    ["dns", isSet("ipv4.dns"), names],
  ];
  // Whoever insists on what the rules call wrong is told what the tests find, and keeps it.
  const isAllowed = plan.refusedBy.length === 0;
  return offered.flatMap(([kind, isTouched, about]) =>
    isTouched && about.length > 0
      ? [{ kind, about: [...new Set(about)].join(", "), required: isAllowed && kind !== "dns" }]
      : [],
  );
}

/** Short enough for several interfaces within the time after which a terminal goes back. */
const seconds = { duplicate: 4, address: 4, gateway: 5, dns: 5 } as const;

export function toWanted({ kind, required }: OfferedTest): WantedTest {
  const target = kind === "dns" ? { kind, name: null } : { kind };
  return { target, required, ifAble: true, seconds: seconds[kind] };
}

interface Place {
  readonly name: string;
  readonly field: "address" | "gateway";
}

/** What a field will be: as the plan has it, else as it is. */
function settle(plan: Plan, report: Report, { name, field }: Place): readonly string[] {
  const change = plan.changes.find((one) => one.interface === name && one.field === `ipv4.${field}`);
  const kept = report.interfaces.find((one) => one.name === name)?.ipv4?.[field] ?? null;
  const value = change === undefined ? kept : (change.to?.split("/")[0] ?? null);
  return value === null || value === "" ? [] : [value];
}

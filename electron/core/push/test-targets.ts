// The addresses that a plan leads to, as far as tests have to know them.
import type { Plan } from "../plans/plan.ts";
import type { NetworkSettings } from "../settings/network-settings.ts";

type Changes = Pick<Plan, "changes">;

/** Interfaces, each once; what concerns the whole terminal is none. */
export function listTouched({ changes }: Changes): readonly string[] {
  return [...new Set(changes.filter(({ field }) => field.startsWith("ipv4.")).map((change) => change.interface))];
}

/** What a field will be: as the plan has it, else as it is; null when there is none, or DHCP brings it. */
export function findAddress(
  { changes }: Changes,
  { interfaces }: NetworkSettings,
  { name, field }: { readonly name: string; readonly field: "address" | "gateway" },
): string | null {
  const change = changes.find((each) => each.interface === name && each.field === `ipv4.${field}`);
  const kept = interfaces.find((each) => each.name === name)?.ipv4?.[field];
  return (change === undefined ? kept : change.to?.split("/")[0]) || null;
}

/** Whether the plan gives the interface an address that it neither keeps nor runs with. */
export function isNewAddress({ changes }: Changes, { interfaces }: NetworkSettings, name: string): boolean {
  const to = changes.find((each) => each.interface === name && each.field === "ipv4.address")?.to?.split("/")[0];
  const found = interfaces.find((each) => each.name === name);
  return to !== undefined && to !== found?.ipv4?.address && to !== found?.running?.ipv4?.address;
}

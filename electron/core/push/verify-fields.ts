// What was read back, held against what was wanted and against what was there before.
import type { Reading } from "../dialects/dialect.ts";
import { clockField, clockTolerance, wholeTerminal } from "../settings/assignment.ts";
import type { Change } from "../settings/change.ts";
import type { InterfaceSettings, IpSettings } from "../settings/network-settings.ts";
import type { FieldVerdict } from "./outcome.ts";

export function verifyFields(changes: readonly Change[], after: Reading): readonly FieldVerdict[] {
  return changes.map((change) => {
    if (change.field === clockField) return verifyClock(after);
    const found = after.interfaces.find((each) => each.name === change.interface);
    const runs = printField(change.field, found?.running?.ipv4 ?? null);
    const lasts = printField(change.field, found?.ipv4 ?? null);
    // A method is how an address comes to be, so it is judged where it is kept.
    const applied = found !== undefined && (change.field === "ipv4.method" ? lasts === change.to : runs === change.to);
    const kept = found !== undefined && (found.manager !== null || change.field === "ipv4.dns");
    return {
      interface: change.interface,
      field: change.field,
      verdict: applied ? "applied" : "not-applied",
      persisted: kept && lasts === change.to,
    };
  });
}

/** Whether the battery clock has it too is not read, so it is not said. */
function verifyClock({ clock }: Reading): FieldVerdict {
  const isSet = clock !== null && Math.abs(clock.aheadSeconds) <= clockTolerance;
  return { interface: wholeTerminal, field: clockField, verdict: isSet ? "applied" : "not-applied", persisted: null };
}

/** Whether the named interfaces are as they were: what is kept, what runs, and the name servers. */
export function matchesBefore(before: Reading, after: Reading, names: ReadonlySet<string>): boolean {
  return [...names].every((name) => {
    if (name === wholeTerminal) return runsAsBefore(before, after);
    const old = before.interfaces.find((each) => each.name === name);
    const now = after.interfaces.find((each) => each.name === name);
    return old !== undefined && now !== undefined && printState(old) === printState(now);
  });
}

/** A clock is put back by what has gone by since, to the second. */
function runsAsBefore(before: Reading, after: Reading): boolean {
  const [was, is] = [before.clock, after.clock];
  return was !== null && is !== null && Math.abs(is.aheadSeconds - was.aheadSeconds) <= clockTolerance + 1;
}

function printState({ ipv4, running }: InterfaceSettings): string {
  // A lease may come back with another address: that is still the old setting.
  return JSON.stringify([ipv4, ipv4?.method === "dhcp" ? null : (running?.ipv4 ?? null)]);
}

/** A field as an assignment writes it; null when it is not set. */
function printField(field: string, settings: IpSettings | null): string | null {
  if (!settings) return null;
  switch (field) {
    case "ipv4.method":
      return settings.method;
    case "ipv4.address":
      return settings.address === null ? null : `${settings.address}/${settings.prefixLength ?? "?"}`;
    case "ipv4.gateway":
      return settings.gateway;
    case "ipv4.dns":
      return settings.dns.length === 0 ? null : settings.dns.join(",");
    default:
      return null;
  }
}

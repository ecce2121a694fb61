// What was read back, held against what was wanted and against what was there before.
import type { Reading } from "../dialects/dialect.ts";
import { printAcquirerField } from "../settings/acquirer-value.ts";
import { isAcquirerField } from "../settings/acquirer-field.ts";
import { isCellularField } from "../settings/cellular-assignment.ts";
import { type Change, nameField } from "../settings/change.ts";
import { clockField, clockTolerance, wholeTerminal } from "../settings/clock-field.ts";
import { keepsSettings } from "../settings/keeps-settings.ts";
import type { InterfaceSettings, IpSettings } from "../settings/network-settings.ts";
import type { FieldVerdict } from "./outcome.ts";
import { findDisturbedAcquirer, isAcquirerAsBefore, isAcquirerStored } from "./verify-acquirer.ts";
import { isCellularStored, printCellularState, verifyCellular } from "./verify-cellular.ts";

export function verifyFields(changes: readonly Change[], after: Reading): readonly FieldVerdict[] {
  return changes.map((change) => {
    if (change.interface === wholeTerminal) return verifyWhole(change, after);
    const found = findInterface(after, change.interface);
    if (isCellularField(change.field)) return verifyCellular(change, found);
    const runs = printField(change.field, listRunning(found));
    const lasts = printField(change.field, found?.ipv4 ?? null);
    const applied = found !== undefined && (runs === change.to || isLeased(change, found));
    const kept = found !== undefined && (keepsSettings(found.manager) || change.field === "ipv4.dns");
    return {
      interface: change.interface,
      field: change.field,
      verdict: applied ? "applied" : "not-applied",
      persisted: kept && lasts === change.to,
    };
  });
}

/** What the terminal has only once. Whether the battery clock has the time too is not read, so it is not said. */
function verifyWhole(change: Change, after: Reading): FieldVerdict {
  const isThere = isWholeStored(change, after);
  return {
    interface: wholeTerminal,
    field: change.field,
    verdict: isThere ? "applied" : "not-applied",
    persisted: change.field === clockField ? null : isThere,
  };
}

function isWholeStored(change: Change, after: Reading): boolean {
  if (change.field !== clockField) return isAcquirerStored(change, after);
  return after.clock !== null && Math.abs(after.clock.aheadSeconds) <= clockTolerance;
}

export function listInterfaces(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map((change) => change.interface))];
}

/** Name servers stand in a file, which follows the confirmation. */
export function runsAtOnce({ field }: Change): boolean {
  return field !== "ipv4.dns";
}

interface Compared {
  readonly before: Reading;
  readonly after: Reading;
}

/** The first field that does not run as wanted, or that nobody wanted changed; null when there is none. */
export function findWrong(changes: readonly Change[], compared: Compared): string | null {
  const wrong = verifyFields(changes, compared.after).find(({ verdict }) => verdict !== "applied");
  if (wrong) return nameField(wrong);
  return findDisturbed(changes, compared) ?? findDisturbedAcquirer(changes, compared);
}

/** The first field that does not run or does not last as wanted, or that nobody wanted changed; null when all is there. */
export function findMissing(changes: readonly Change[], compared: Compared): string | null {
  const lost = changes.find((change) => !isChangeStored(change, compared.after));
  return findWrong(changes, compared) ?? (lost ? nameField(lost) : null);
}

/** Whether what is wanted is what is kept, whatever runs. */
export function isStored(changes: readonly Change[], after: Reading): boolean {
  return changes.every((change) => isChangeStored(change, after));
}

function isChangeStored(change: Change, after: Reading): boolean {
  if (change.interface === wholeTerminal) return isWholeStored(change, after);
  const found = findInterface(after, change.interface);
  if (found === undefined) return false;
  if (isCellularField(change.field)) return isCellularStored(change, found);
  return isUnkept(found, change) || isLeased(change, found) || printField(change.field, found.ipv4) === change.to;
}

/** What runs is all there is. */
function isUnkept({ manager }: InterfaceSettings, { field }: Change): boolean {
  return !keepsSettings(manager) && field !== "ipv4.dns";
}

/** Static addresses of the touched interfaces that the plan leaves alone. */
function findDisturbed(changes: readonly Change[], { before, after }: Compared): string | null {
  for (const name of listInterfaces(changes)) {
    const old = findInterface(before, name)?.running?.ipv4;
    const now = findInterface(after, name)?.running?.ipv4;
    const touched = new Set(changes.flatMap((change) => (change.interface === name ? [change.field] : [])));
    if (old?.method !== "static" || now?.method !== "static" || touched.has("ipv4.method")) continue;
    if (old.additional.some((address) => !now.additional.includes(address))) return `${name}.ipv4.additional`;
    const field = ["ipv4.address", "ipv4.gateway"].find(
      (each) => !touched.has(each) && printField(each, old) !== printField(each, now),
    );
    if (field !== undefined) return `${name}.${field}`;
  }
  return null;
}

/** Of a terminal that only tells what it keeps, what it keeps is all that can be judged. */
function listRunning(found: InterfaceSettings | undefined): IpSettings | null {
  const isAll = found?.manager === "parameter-file" || found?.manager === "terminal";
  const source = isAll ? found : found?.running;
  return source?.ipv4 ?? null;
}

/** A value that was taken out for DHCP is the lease's from then on. */
function isLeased({ to }: Change, found: InterfaceSettings | undefined): boolean {
  return to === null && found?.running?.ipv4?.method === "dhcp";
}

/** Whether what the changes concern is as it was: what is kept, what runs, and the name servers. */
export function matchesBefore(changes: readonly Change[], { before, after }: Compared): boolean {
  return listInterfaces(changes).every((name) => {
    if (name === wholeTerminal) return isWholeAsBefore(changes, { before, after });
    const old = findInterface(before, name);
    const now = findInterface(after, name);
    if (old?.cellular?.context != null) return printCellularState(old) === printCellularState(now);
    return old !== undefined && now !== undefined && printState(old) === printState(now);
  });
}

function isWholeAsBefore(changes: readonly Change[], { before, after }: Compared): boolean {
  return (
    (!changes.some(({ field }) => field === clockField) || runsAsBefore(before, after)) &&
    (!changes.some(({ field }) => isAcquirerField(field)) || isAcquirerAsBefore(before, after))
  );
}

/** A clock is put back by what has gone by since, to the second. */
function runsAsBefore(before: Reading, after: Reading): boolean {
  const [was, is] = [before.clock, after.clock];
  return was !== null && is !== null && Math.abs(is.aheadSeconds - was.aheadSeconds) <= clockTolerance + 1;
}

/** The same, whatever runs. */
export function isStoredBefore(changes: readonly Change[], { before, after }: Compared): boolean {
  return listInterfaces(changes).every((name) => {
    if (name === wholeTerminal) return isWholeAsBefore(changes, { before, after });
    const old = findInterface(before, name);
    const now = findInterface(after, name);
    if (old?.cellular?.context != null) return printCellularState(old) === printCellularState(now);
    return old !== undefined && keepsSettings(old.manager) && printIp(old.ipv4) === printIp(now?.ipv4 ?? null);
  });
}

/** Every planned field that is neither as it was nor as wanted, or is kept and does not run, for a person. */
export function describeDifference(changes: readonly Change[], after: Reading): string {
  return changes
    .map((change) => {
      if (change.field === clockField) return `${clockField} ${after.clock?.aheadSeconds ?? "?"} s`;
      if (isAcquirerField(change.field)) return `${change.field} = ${printAcquirerField(after, change.field) ?? "-"}`;
      const found = findInterface(after, change.interface);
      const [kept, runs] = [found?.ipv4, found?.running?.ipv4].map((each) => printField(change.field, each ?? null));
      const value = kept === runs ? `${kept ?? "-"}` : `${kept ?? "-"} (${runs ?? "-"})`;
      return `${change.interface}.${change.field} = ${value}`;
    })
    .join("; ")
    .slice(0, 300);
}

function findInterface({ interfaces }: Reading, name: string): InterfaceSettings | undefined {
  return interfaces.find((each) => each.name === name);
}

function printState({ ipv4, running }: InterfaceSettings): string {
  // A lease may come back with another address: that is still the old setting.
  return `${printIp(ipv4)} ${ipv4?.method === "dhcp" ? "" : printIp(running?.ipv4 ?? null)}`;
}

/** All but the lease, whose time changes by itself, in one order: a reading from the records has another than a fresh one. */
function printIp(settings: IpSettings | null): string {
  if (settings === null) return "null";
  const { lease: _, ...lasting } = settings;
  return JSON.stringify(Object.entries(lasting).toSorted(([one], [other]) => (one < other ? -1 : 1)));
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

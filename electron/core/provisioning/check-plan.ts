// The rows of a sheet -> the same rows, held against the rules, the site's policy, each other and the register: remarks by
// line and column, in the order of the sheet. All of it before anything is plugged in.
import { checkFleet } from "../findings/check.ts";
import type { PcNetworks } from "../findings/check-context.ts";
import type { Finding } from "../findings/finding.ts";
import type { PreparedPolicy } from "../findings/policy/prepare-policy.ts";
import type { NetworkSettings } from "../settings/network-settings.ts";
import type { Column } from "./columns.ts";
import type { MappedHeading } from "./mapping.ts";
import type { PlanRow } from "./plan-row.ts";
import type { ReadPlan } from "./read-plan.ts";
import { type Remark, type RemarkPlace, remark } from "./remark.ts";

export interface CheckTerms {
  readonly policy: PreparedPolicy | null;
  readonly pc: PcNetworks | null;
  /** Terminals of the register: theirs is theirs, unless a row is about the same one. */
  readonly used: readonly NetworkSettings[];
  /** Names of the terminal descriptions that may be used. */
  readonly profiles: readonly string[];
}

export interface CheckedPlan {
  /** Without what is never kept. */
  readonly rows: readonly PlanRow[];
  readonly remarks: readonly Remark[];
  readonly counts: { readonly errors: number; readonly warnings: number };
}

/** By the field that a rule names, from the most to the least exact. */
const columnsOfFields: readonly (readonly [string, Column])[] = [
  ["ipv4.address", "address"],
  ["ipv4.prefixLength", "mask"],
  ["ipv4.gateway", "gateway"],
  ["ipv4.dns", "dns"],
  ["nameServers", "dns"],
  ["ipv4.method", "method"],
  ["mac", "mac"],
  ["mtu", "mtu"],
  ["wifi.ssid", "ssid"],
  ["wifi.passphrase", "passphrase"],
  ["cellular.apn", "apn"],
  ["hosts", "host"],
  ["tpdu", "tpdu"],
  ["terminal.serialNumber", "serialNumber"],
  ["terminal.hostName", "hostName"],
];

export function checkPlan(read: ReadPlan, { policy, pc, used, profiles }: CheckTerms): CheckedPlan {
  const own = new Set(read.rows.map(({ serialNumber }) => serialNumber));
  const others = used.filter(({ terminal }) => !own.has(terminal?.serialNumber ?? null));
  const fleet = [...read.rows.map(({ settings }) => settings), ...others];
  const checked = checkFleet(fleet, { policy, pc }, (place) => read.rows[place]?.line ?? place + 1);
  const remarks = [...read.remarks];
  for (const [place, row] of read.rows.entries()) {
    if (!hasSettings(row)) remarks.push(remark("nothing-to-set", { line: row.line, column: null, heading: null }));
    if (row.profile !== null && !profiles.includes(row.profile))
      remarks.push(sayUnknown(row.profile, row.line, { headings: read.headings, profiles }));
    for (const finding of checked[place]?.findings ?? []) remarks.push(remarkOf(finding, row.line, read.headings));
  }
  const sorted = remarks.toSorted(
    (one, other) =>
      one.line - other.line || (one.column ?? 0) - (other.column ?? 0) || weighRemark(one) - weighRemark(other),
  );
  const count = (severity: Remark["severity"]): number => sorted.filter((one) => one.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning") };
  return { rows: read.rows.map(withoutSecrets), remarks: sorted, counts };
}

/** What keeps a plan from being carried out comes first. */
export function weighRemark({ severity }: Pick<Remark, "severity">): number {
  return severity === "error" ? 0 : severity === "warning" ? 1 : 2;
}

/** What the sheet has no column for stays as each terminal has it, which nobody knows yet: no error. */
function remarkOf(finding: Finding, line: number, headings: readonly MappedHeading[]): Remark {
  const place = findPlace(finding, line, headings);
  const isUnsaid = place.column === null && finding.field !== null && finding.severity === "error";
  return {
    ...place,
    severity: isUnsaid ? "warning" : finding.severity,
    code: finding.rule,
    message: finding.message,
  };
}

function findPlace({ field }: Finding, line: number, headings: readonly MappedHeading[]): RemarkPlace {
  return placeColumn(columnsOfFields.find(([name]) => field === name)?.[1], line, headings);
}

function placeColumn(column: Column | undefined, line: number, headings: readonly MappedHeading[]): RemarkPlace {
  const at = headings.findIndex((each) => column !== undefined && each.column === column);
  return at < 0
    ? { line, column: null, heading: null }
    : { line, column: at + 1, heading: headings[at]?.heading ?? null };
}

function sayUnknown(
  text: string,
  line: number,
  { headings, profiles }: { readonly headings: readonly MappedHeading[]; readonly profiles: readonly string[] },
): Remark {
  const known = profiles.length === 0 ? "-" : profiles.join(", ");
  return remark("profile-unknown", placeColumn("profile", line, headings), { text, known });
}

function hasSettings({ settings, merchantNumber, terminalNumber }: PlanRow): boolean {
  if (settings.hosts.length > 0 || settings.tpdu !== null || (merchantNumber ?? terminalNumber) !== null) return true;
  return settings.interfaces.some(
    ({ ipv4, cellular }) =>
      ipv4 !== null && (ipv4.method !== null || ipv4.gateway !== null || ipv4.dns.length > 0 || cellular?.apn != null),
  );
}

/** A pass-phrase is looked at and goes. */
export function withoutSecrets(row: PlanRow): PlanRow {
  if (!row.settings.interfaces.some(({ wifi }) => wifi?.passphrase != null)) return row;
  const interfaces = row.settings.interfaces.map((one) =>
    one.wifi == null ? one : { ...one, wifi: { ...one.wifi, passphrase: null } },
  );
  return { ...row, settings: { ...row.settings, interfaces } };
}

import type { Output } from "../../contract/commands.ts";
import { type PlanRow, printRowAddress } from "../../core/provisioning/plan-row.ts";

type Row = Output<"provisioning.draft-rows">["rows"][number];

/** A row as a table shows it. */
export function describeRow(row: PlanRow): Row {
  const { settings, serialNumber, merchantNumber, terminalNumber, profile, notes } = row;
  const ipv4 = settings.interfaces[0]?.ipv4 ?? null;
  return {
    place: row.line,
    serialNumber,
    site: settings.site ?? null,
    address: printRowAddress(row),
    gateway: ipv4?.gateway ?? null,
    dns: [...(ipv4?.dns ?? [])],
    hosts: settings.hosts.map(({ host, port }) => (port === null ? host : `${host}:${port}`)),
    tpdu: settings.tpdu,
    merchantNumber,
    terminalNumber,
    profile,
    notes,
  };
}

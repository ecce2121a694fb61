// A reading as the register keeps it: what was set, and not what changes by itself from one reading to the next.
import type { KnownTerminal } from "../../contract/register.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import { digestJson } from "../../core/plans/basis-digest.ts";
import type { IpSettings, NetworkSettings } from "../../core/settings/network-settings.ts";
import { describeTerminal } from "../records/pushed-terminal.ts";
import { leaveOutSecrets } from "../records/without-secrets.ts";

export interface KeptSettings {
  readonly settings: NetworkSettings;
  readonly digest: string;
}

export function keepSettings(reading: Reading): KeptSettings {
  const { interfaces, routes, nameServers, hosts, tpdu, merchantNumber, terminalNumber, terminal } =
    leaveOutSecrets(reading);
  const settings: NetworkSettings = {
    interfaces: interfaces.map((one) => ({
      ...one,
      link: null,
      running: null,
      ipv4: leaveOutLease(one.ipv4),
      ipv6: leaveOutLease(one.ipv6),
      ...(one.wifi != null && { wifi: { ...one.wifi, signalDbm: null } }),
      ...(one.cellular != null && {
        cellular: { ...one.cellular, csq: null, rsrpDbm: null, rsrqDb: null, registration: null },
      }),
    })),
    ...{ routes, nameServers, hosts, tpdu },
    ...(merchantNumber !== undefined && { merchantNumber }),
    ...(terminalNumber !== undefined && { terminalNumber }),
    terminal,
  };
  return { settings, digest: digestJson(settings) };
}

function leaveOutLease(ip: IpSettings | null): IpSettings | null {
  return ip === null ? null : { ...ip, lease: null };
}

/** Null: it has no serial number, so it would not be known again. */
export function knowTerminal(reading: Reading, port: string): KnownTerminal | null {
  const { family, serialNumber, hostName, macs } = describeTerminal(reading, port);
  if (serialNumber === null || serialNumber.trim() === "") return null;
  const own = reading.interfaces.filter(({ kind }) => kind !== "loopback");
  const addresses = own.flatMap(({ ipv4, ipv6 }) => [ipv4?.address, ipv6?.address]);
  return {
    ...{ family, hostName, macs },
    // More than any terminal has, and no more than the contract takes.
    serialNumber: serialNumber.slice(0, 256),
    model: reading.terminal.model,
    addresses: [...new Set(addresses.filter((each) => each != null && each !== ""))].map(String).toSorted(),
  };
}

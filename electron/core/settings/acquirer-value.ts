// What a terminal pays through, printed as assignments write it, and compared. Apart from how they are read: the first screen
// loads this.
import { type AcquirerField, findHostPlace } from "./acquirer-field.ts";
import type { Host, NetworkSettings } from "./network-settings.ts";

type Acquirer = Pick<NetworkSettings, "hosts" | "tpdu" | "merchantNumber" | "terminalNumber">;

/** The colon stands also where there is no port, so that its lack is seen and can be put back. */
export function printHost({ host, port }: Pick<Host, "host" | "port">): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port ?? ""}`;
}

/** As `--set` takes it; null when it is not set or not told. */
export function printAcquirerField(settings: Acquirer, field: AcquirerField): string | null {
  switch (field) {
    case "tpdu":
    case "merchantNumber":
    case "terminalNumber":
      return settings[field] || null;
    default: {
      const host = findHost(settings, field);
      return host === undefined ? null : printHost(host);
    }
  }
}

/** A TPDU is shown with blanks or without, and names of hosts compare whatever their case. */
export function isSameAcquirerValue(field: AcquirerField, one: string | null, other: string | null): boolean {
  if (field === "merchantNumber" || field === "terminalNumber") return one === other;
  const simplify = (text: string | null): string | undefined => text?.replaceAll(" ", "").toLowerCase();
  return simplify(one) === simplify(other);
}

export function findHost({ hosts }: Pick<Acquirer, "hosts">, field: AcquirerField): Host | undefined {
  const place = findHostPlace(field);
  return hosts.find((host) => host.place === place);
}

/** All of it, in an order of its own: a reading from the records has another than a fresh one. */
export function describeAcquirer({ hosts, tpdu, merchantNumber, terminalNumber }: Acquirer): readonly unknown[] {
  return [
    hosts.map((host) => [host.place ?? null, printHost(host)]),
    tpdu,
    merchantNumber ?? null,
    terminalNumber ?? null,
  ];
}

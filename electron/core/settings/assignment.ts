// One wanted change, as `--set` and a correction write it: INTERFACE.FIELD=VALUE.
// Interface names may hold dots (eth0.10), so a field is matched from the right.

/** The settings that can be changed in first light; `dns` takes a comma-separated list, empty to clear. */
export const writableFields = ["ipv4.method", "ipv4.address", "ipv4.gateway", "ipv4.dns"] as const;

export type WritableField = (typeof writableFields)[number];

export interface Assignment {
  readonly interface: string;
  readonly field: WritableField;
  /** Canonical text: `static`, `192.168.1.9/24`, `192.168.1.1`, `192.168.1.1,9.9.9.9`; empty clears. */
  readonly value: string;
}

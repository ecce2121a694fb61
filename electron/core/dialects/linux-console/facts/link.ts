/** One network interface as the kernel has it. */
export interface Link {
  readonly name: string;
  readonly index: number | null;
  readonly mac: string | null;
  /** Octets. */
  readonly mtu: number | null;
  /** Switched on by somebody, whether or not a carrier is there. */
  readonly up: boolean;
  readonly carrier: boolean | null;
  readonly pointToPoint: boolean;
  readonly addresses: readonly LinkAddress[];
}

export interface LinkAddress {
  readonly family: 4 | 6;
  readonly address: string;
  readonly prefixLength: number | null;
  /** `global`, `link`, `host` as iproute2 names them. */
  readonly scope: string;
  /** It has a lease or was learned from a router. */
  readonly dynamic: boolean;
}

/** From the flags that `ip` and `ifconfig` print, in upper case. */
export function readFlags(flags: readonly string[]): Pick<Link, "up" | "carrier" | "pointToPoint"> {
  return {
    up: flags.includes("UP"),
    carrier: flags.includes("UP")
      ? flags.includes("LOWER_UP") || (flags.includes("RUNNING") && !flags.includes("NO-CARRIER"))
      : null,
    pointToPoint: flags.includes("POINTOPOINT"),
  };
}

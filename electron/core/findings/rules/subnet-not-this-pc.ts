import { isInside, printNetwork } from "../../settings/cidr.ts";
import { scanIpv4 } from "../../settings/ipv4.ts";
import type { InterfaceRule } from "../rule.ts";

/** Only when a person says that terminal and PC hang on one router. */
export const subnetNotThisPc = {
  id: "ipv4.subnet-not-this-pc",
  severity: "warning",
  source: "RFC 1122 3.3.1.1; RFC 950 2.1",
  observeOne: ({ subnet, isLan, settings }, { context }) => {
    const pc = context.pc ?? null;
    if (pc === null || !pc.sharesRouter || subnet === null || !isLan || settings.link === "down") {
      return null;
    }
    const networks = pc.interfaces.flatMap(({ address, prefixLength }) => {
      const own = scanIpv4(address);
      return own === null || own >>> 24 === 127 ? [] : [{ address: own, prefixLength }];
    });
    const isShared = networks.some((own) => isInside(subnet.address, own) || isInside(own.address, subnet));
    const named = networks.map((own) => printNetwork(own)).toSorted();
    return networks.length === 0 || isShared
      ? null
      : { field: "ipv4.address", evidence: { subnet: printNetwork(subnet), networks: named } };
  },
} as const satisfies InterfaceRule;

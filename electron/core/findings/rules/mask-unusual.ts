import { findFirstHost, findLastHost, printNetwork } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { maskOf } from "../../settings/prefix-length.ts";
import { proposeGatewayMask } from "../proposals/mask.ts";
import type { InterfaceRule } from "../rule.ts";

/** Shorter than /16 or longer than /30 on a cable or Wi-Fi. Information where a server gave it. */
export const maskUnusual = {
  id: "ipv4.mask-unusual",
  severity: "warning",
  source: "RFC 1918 3; RFC 3021; RFC 4632 3.1",
  observeOne: ({ subnet, isLan, isByHand }) =>
    subnet !== null && isLan && (subnet.prefixLength < 16 || subnet.prefixLength > 30)
      ? {
          field: "ipv4.prefixLength",
          severity: isByHand ? "warning" : "info",
          evidence: {
            subnet: printNetwork(subnet),
            mask: printIpv4(maskOf(subnet.prefixLength)),
            first: printIpv4(findFirstHost(subnet)),
            last: printIpv4(findLastHost(subnet)),
          },
        }
      : null,
  propose: proposeGatewayMask,
} as const satisfies InterfaceRule;

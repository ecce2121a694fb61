// Every rule, causes before their consequences: the first finding among equals decides the verdict.
// A new rule is one file, one line here, and a text in each language.
import { addressDrift } from "./address-drift.ts";
import { addressIsBroadcast } from "./address-is-broadcast.ts";
import { addressIsNetwork } from "./address-is-network.ts";
import { addressLinkLocal } from "./address-link-local.ts";
import { addressMissing } from "./address-missing.ts";
import { addressNotRunning } from "./address-not-running.ts";
import { addressSetAside } from "./address-set-aside.ts";
import { addressSyntax } from "./address-syntax.ts";
import { addressUnusable } from "./address-unusable.ts";
import { dhcpNoAddress } from "./dhcp-no-address.ts";
import { gatewayDrift } from "./gateway-drift.ts";
import { gatewayIsBroadcast } from "./gateway-is-broadcast.ts";
import { gatewayIsNetwork } from "./gateway-is-network.ts";
import { gatewayIsSelf } from "./gateway-is-self.ts";
import { gatewayMissing } from "./gateway-missing.ts";
import { gatewayOutsideSubnet } from "./gateway-outside-subnet.ts";
import { gatewaySyntax } from "./gateway-syntax.ts";
import { macUnusable } from "./mac-unusable.ts";
import { maskInvalid } from "./mask-invalid.ts";
import { maskMissing } from "./mask-missing.ts";
import { maskWildcard } from "./mask-wildcard.ts";
import { serverDuplicate } from "./server-duplicate.ts";
import { serverLoopback } from "./server-loopback.ts";
import { serverSetAside } from "./server-set-aside.ts";
import { serverSyntax } from "./server-syntax.ts";
import { serverUnusable } from "./server-unusable.ts";
import { serversDrift } from "./servers-drift.ts";
import { serversMissing } from "./servers-missing.ts";

export const rules = [
  macUnusable,
  dhcpNoAddress,
  addressMissing,
  addressSyntax,
  maskWildcard,
  maskInvalid,
  maskMissing,
  addressUnusable,
  addressLinkLocal,
  addressIsNetwork,
  addressIsBroadcast,
  gatewaySyntax,
  gatewayIsSelf,
  gatewayIsNetwork,
  gatewayIsBroadcast,
  gatewayOutsideSubnet,
  gatewayMissing,
  serverSyntax,
  serverUnusable,
  serverLoopback,
  serversMissing,
  addressSetAside,
  serverSetAside,
  serverDuplicate,
  addressNotRunning,
  addressDrift,
  gatewayDrift,
  serversDrift,
] as const;

export type RuleId = (typeof rules)[number]["id"];

// Every rule, causes before their consequences: the first finding among equals decides the verdict.
// A new rule is one file, one line here, and a text in each language.
import { addressCarrierNat } from "./address-carrier-nat.ts";
import { addressDrift } from "./address-drift.ts";
import { addressIsBroadcast } from "./address-is-broadcast.ts";
import { addressIsNetwork } from "./address-is-network.ts";
import { addressLinkLocal } from "./address-link-local.ts";
import { addressMissing } from "./address-missing.ts";
import { addressNotRunning } from "./address-not-running.ts";
import { addressPublic } from "./address-public.ts";
import { addressRepeated } from "./address-repeated.ts";
import { addressSetAside } from "./address-set-aside.ts";
import { addressSyntax } from "./address-syntax.ts";
import { addressUnusable } from "./address-unusable.ts";
import { apnSyntax } from "./apn-syntax.ts";
import { cellularNoAddress } from "./cellular-no-address.ts";
import { cellularNoSignal } from "./cellular-no-signal.ts";
import { cellularNotRegistered } from "./cellular-not-registered.ts";
import { cellularRoaming } from "./cellular-roaming.ts";
import { cellularSignalUnknown } from "./cellular-signal-unknown.ts";
import { cellularSignalWeak } from "./cellular-signal-weak.ts";
import { clockWrong } from "./clock-wrong.ts";
import { defaultRoutesEqual } from "./default-routes-equal.ts";
import { dhcpNoAddress } from "./dhcp-no-address.ts";
import { dhcpServerElsewhere } from "./dhcp-server-elsewhere.ts";
import { fleetAddress } from "./fleet-address.ts";
import { fleetHostName } from "./fleet-host-name.ts";
import { fleetMac } from "./fleet-mac.ts";
import { fleetSerialNumber } from "./fleet-serial-number.ts";
import { gatewayDrift } from "./gateway-drift.ts";
import { gatewayIsBroadcast } from "./gateway-is-broadcast.ts";
import { gatewayIsNetwork } from "./gateway-is-network.ts";
import { gatewayIsSelf } from "./gateway-is-self.ts";
import { gatewayMissing } from "./gateway-missing.ts";
import { gatewayOutsideSubnet } from "./gateway-outside-subnet.ts";
import { gatewaySyntax } from "./gateway-syntax.ts";
import { hostSyntax } from "./host-syntax.ts";
import { hostUnusable } from "./host-unusable.ts";
import { ipv6AddressDocumentation } from "./ipv6-address-documentation.ts";
import { ipv6AddressLocal } from "./ipv6-address-local.ts";
import { ipv6AddressMapped } from "./ipv6-address-mapped.ts";
import { ipv6AddressSyntax } from "./ipv6-address-syntax.ts";
import { ipv6AddressUnusable } from "./ipv6-address-unusable.ts";
import { ipv6GatewayOutsideSubnet } from "./ipv6-gateway-outside-subnet.ts";
import { ipv6GatewayUnusable } from "./ipv6-gateway-unusable.ts";
import { ipv6PrefixInvalid } from "./ipv6-prefix-invalid.ts";
import { ipv6PrefixUnusual } from "./ipv6-prefix-unusual.ts";
import { leaseEnds } from "./lease-ends.ts";
import { macUnusable } from "./mac-unusable.ts";
import { maskInvalid } from "./mask-invalid.ts";
import { maskMissing } from "./mask-missing.ts";
import { maskUnusual } from "./mask-unusual.ts";
import { maskWildcard } from "./mask-wildcard.ts";
import { mtuTooSmall } from "./mtu-too-small.ts";
import { mtuUnusual } from "./mtu-unusual.ts";
import { ownNameSyntax } from "./own-name-syntax.ts";
import { passphraseForm } from "./passphrase-form.ts";
import { policyGatewayEnding } from "./policy-gateway-ending.ts";
import { policyGateway } from "./policy-gateway.ts";
import { policyHost } from "./policy-host.ts";
import { policyName } from "./policy-name.ts";
import { policyPool } from "./policy-pool.ts";
import { policyServerForbidden } from "./policy-server-forbidden.ts";
import { policyServerOperator } from "./policy-server-operator.ts";
import { policyServerPublic } from "./policy-server-public.ts";
import { policyServerRequired } from "./policy-server-required.ts";
import { policySubnet } from "./policy-subnet.ts";
import { portInvalid } from "./port-invalid.ts";
import { portUnusual } from "./port-unusual.ts";
import { serverDuplicate } from "./server-duplicate.ts";
import { serverLoopback } from "./server-loopback.ts";
import { serverSetAside } from "./server-set-aside.ts";
import { serverSingle } from "./server-single.ts";
import { serverSyntax } from "./server-syntax.ts";
import { serverUnreachable } from "./server-unreachable.ts";
import { serverUnusable } from "./server-unusable.ts";
import { serverZoneMissing } from "./server-zone-missing.ts";
import { serversDrift } from "./servers-drift.ts";
import { serversMissing } from "./servers-missing.ts";
import { simAbsent } from "./sim-absent.ts";
import { simLocked } from "./sim-locked.ts";
import { simPinWanted } from "./sim-pin-wanted.ts";
import { ssidLength } from "./ssid-length.ts";
import { staticLeftovers } from "./static-leftovers.ts";
import { subnetNotThisPc } from "./subnet-not-this-pc.ts";
import { subnetsOverlap } from "./subnets-overlap.ts";
import { tpduSyntax } from "./tpdu-syntax.ts";
import { wifiSecurityWeak } from "./wifi-security-weak.ts";
import { wifiSignalWeak } from "./wifi-signal-weak.ts";

export const rules = [
  macUnusable,
  dhcpNoAddress,
  simAbsent,
  simLocked,
  simPinWanted,
  cellularNoSignal,
  cellularNotRegistered,
  apnSyntax,
  cellularNoAddress,
  ssidLength,
  passphraseForm,
  addressMissing,
  addressSyntax,
  maskWildcard,
  maskInvalid,
  maskMissing,
  addressUnusable,
  addressLinkLocal,
  addressIsNetwork,
  addressIsBroadcast,
  addressRepeated,
  policySubnet,
  policyPool,
  fleetAddress,
  gatewaySyntax,
  gatewayIsSelf,
  gatewayIsNetwork,
  gatewayIsBroadcast,
  gatewayOutsideSubnet,
  gatewayMissing,
  policyGateway,
  ipv6AddressSyntax,
  ipv6AddressUnusable,
  ipv6AddressMapped,
  ipv6PrefixInvalid,
  ipv6GatewayUnusable,
  serverSyntax,
  serverUnusable,
  serverLoopback,
  serverZoneMissing,
  serversMissing,
  policyServerForbidden,
  policyServerRequired,
  clockWrong,
  hostSyntax,
  hostUnusable,
  portInvalid,
  tpduSyntax,
  policyHost,
  mtuTooSmall,
  fleetMac,
  fleetHostName,
  fleetSerialNumber,
  addressSetAside,
  addressPublic,
  maskUnusual,
  subnetNotThisPc,
  subnetsOverlap,
  defaultRoutesEqual,
  staticLeftovers,
  leaseEnds,
  policyGatewayEnding,
  ipv6AddressDocumentation,
  ipv6PrefixUnusual,
  ipv6GatewayOutsideSubnet,
  serverSetAside,
  serverUnreachable,
  serverDuplicate,
  policyServerPublic,
  policyServerOperator,
  addressNotRunning,
  addressDrift,
  gatewayDrift,
  serversDrift,
  portUnusual,
  mtuUnusual,
  wifiSecurityWeak,
  wifiSignalWeak,
  cellularSignalWeak,
  ownNameSyntax,
  policyName,
  addressCarrierNat,
  dhcpServerElsewhere,
  ipv6AddressLocal,
  serverSingle,
  cellularSignalUnknown,
  cellularRoaming,
] as const;

export type RuleId = (typeof rules)[number]["id"];

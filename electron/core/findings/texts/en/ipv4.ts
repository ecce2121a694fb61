import type { FindingText } from "../finding-text.ts";

export const ipv4TextsEn = {
  "ipv4.dhcp-no-address": {
    message: "{interface} is connected, but the router has not given the terminal an address.",
    why: "Without an address the terminal reaches nothing. Check that the cable goes to the router and that the router hands out addresses (DHCP).",
    technical:
      "Carrier is up and method is dhcp, but no lease. Look for DISCOVER without OFFER, VLAN, port security, an exhausted pool.",
  },
  "ipv4.address-missing": {
    message: "{interface} is set by hand, but its address is empty.",
    why: "Without an address the terminal reaches nothing. Enter one, or let the router give it (DHCP).",
    technical: "Method static without an address on {interface}.",
  },
  "ipv4.address-syntax": {
    message:
      "The terminal's address {address} is not written as an address: four numbers from 0 to 255 with dots, without leading zeros.",
    why: "The terminal cannot use it, or takes it for another address than the one that was meant.",
    technical: "What is wrong: {fault}. Leading zeros are octal to inet_aton and decimal to others (RFC 6943 3.1.1).",
  },
  "ipv4.mask-wildcard": {
    message: "The mask {mask} is inside out; it should be {meant}.",
    why: "With it the terminal looks for its router in the wrong place. {mask} is a wildcard mask as routers use it in filters.",
    technical: "{mask} is the inverse of {meant}: a wildcard mask of access lists and OSPF.",
  },
  "ipv4.mask-invalid": {
    message: "{mask} is not a usable network mask.",
    why: "The mask tells which addresses are on the terminal's own network, so it has to be one such as 255.255.255.0 (prefix length 24).",
    technical:
      "What is wrong: {fault}. The ones of a mask come first (RFC 4632 5.1), and a LAN's prefix length is 1 to 32.",
  },
  "ipv4.mask-missing": {
    message: "The terminal's address {address} has no network mask.",
    why: "Without a mask the terminal guesses which addresses are on its own network, and may look for the router in the wrong place.",
    technical: "No prefix length for {address}; ifupdown and others assume the classful one (/8, /16, /24).",
  },
  "ipv4.address-unusable": {
    message: "The terminal's address {address} cannot belong to any device.",
    why: "The addresses {range} are reserved. The terminal neither sends nor receives with such an address.",
    technical: "In {range}: not a unicast address that a host may have.",
  },
  "ipv4.address-link-local": {
    message: "The terminal's address {address} is a stopgap that devices take when no router gives them one.",
    why: "With it the terminal reaches nothing outside. Check that the cable goes to the router and that the router hands out addresses (DHCP).",
    technical:
      "169.254.0.0/16 (RFC 3927): DHCP got no answer. Look for DISCOVER without OFFER, VLAN, an exhausted pool.",
  },
  "ipv4.address-is-network": {
    message: "The terminal's address {address} stands for the whole network {subnet}, not for one device.",
    why: "Nothing answers to this address. The terminal needs another one in the same network.",
    technical: "All host bits of {subnet} are zero. Right only on /31 (RFC 3021) and /32.",
  },
  "ipv4.address-is-broadcast": {
    message:
      "The terminal's address {address} is the one for calling every device in {subnet} (broadcast), not for one device.",
    why: "Nothing answers to this address. The terminal needs another one in the same network.",
    technical: "All host bits of {subnet} are one. Right only on /31 (RFC 3021) and /32.",
  },
  "ipv4.address-repeated": {
    message: "The address {address} is on {interface} and on {others} at the same time.",
    why: "The terminal then answers over either of them by chance, and the connection comes and goes.",
    technical:
      "{address} is configured on {interface} and {others}. ARP is answered on both; replies may leave by the wrong one.",
  },
  "ipv4.gateway-syntax": {
    message:
      "The router address (gateway) {gateway} is not written as an address: four numbers from 0 to 255 with dots, without leading zeros.",
    why: "The terminal does not find its router, so it reaches nothing outside.",
    technical: "What is wrong: {fault}. The kernel or the manager refuses the default route.",
  },
  "ipv4.gateway-is-self": {
    message: "The router address (gateway) {gateway} is the terminal's own address.",
    why: "The terminal sends to itself what should go out, so it reaches nothing outside.",
    technical: "The default route points to the interface's own address {address}.",
  },
  "ipv4.gateway-is-network": {
    message: "The router address (gateway) {gateway} stands for the whole network {subnet}, not for a router.",
    why: "No router has this address, so the terminal reaches nothing outside.",
    technical: "{gateway} has all host bits of {subnet} zero.",
  },
  "ipv4.gateway-is-broadcast": {
    message:
      "The router address (gateway) {gateway} is the one for calling every device in {subnet} (broadcast), not a router.",
    why: "No router has this address, so the terminal reaches nothing outside.",
    technical: "{gateway} has all host bits of {subnet} one.",
  },
  "ipv4.gateway-outside-subnet": {
    message: "The router address (gateway) {gateway} is outside the terminal's own network ({first} to {last}).",
    why: "The terminal can hand its data only to a router on its own network. As it stands, nothing outside can be reached.",
    technical:
      '{gateway} is not in {subnet}, nor on any on-link route or additional address: ip route answers "Nexthop has invalid gateway". ifup of Debian gets past that with onlink: see in ip neigh whether the gateway answers.',
  },
  "ipv4.gateway-missing": {
    message: "{interface} has no router address (gateway), so the terminal stays inside {subnet}.",
    why: "Payments leave through the router. Without its address the terminal reaches nothing outside.",
    technical: "No default route, no gateway on any interface, and nothing says that every host is inside {subnet}.",
  },
  "ipv4.address-set-aside": {
    message: "The terminal's address {address} is from a range set aside for examples and tests.",
    why: "Addresses in {range} are used in manuals and laboratories. Somebody may have copied an example.",
    technical: "{range} is in IANA's special-purpose registry; not routed on the internet.",
  },
  "ipv4.address-public": {
    message: "The terminal's address {address} is a public one, of the internet itself.",
    why: "In a shop the terminal stands behind a router and has a private address. A public one belongs to somebody else, or leaves the terminal open to attacks.",
    technical:
      "Not in 10/8, 172.16/12, 192.168/16. Right only where the line ends at the terminal; check with the operator, and for a firewall.",
  },
  "ipv4.mask-unusual": {
    message: "The terminal's network {subnet} is of an unusual size for a shop ({first} to {last}).",
    why: "With a wrong size the terminal takes strangers for neighbours, or its router for a stranger.",
    technical: "Mask {mask}. On a LAN prefix lengths run from /16 to /30; /31 and /32 belong on point-to-point links.",
  },
  "ipv4.subnet-not-this-pc": {
    message: "The terminal's network {subnet} is not this PC's ({networks}), although both hang on one router.",
    why: "On one router both should be in one network. The terminal's address was probably meant for another shop.",
    technical: "PC: {networks}. Also possible: guest network, VLAN, a second router in between.",
  },
  "ipv4.subnets-overlap": {
    message: "The networks of {interface} ({subnet}) and {other} ({otherSubnet}) overlap.",
    why: "The terminal cannot tell over which of them an address is reached. With Wi-Fi and a cable on one router this is ordinary.",
    technical: "{subnet} and {otherSubnet} overlap; the route with the longer prefix or the lower metric wins.",
  },
  "ipv4.default-routes-equal": {
    message: "The terminal has equally good ways out over {interfaces}.",
    why: "It takes one of them by chance; when that one has no internet, payments fail now and then.",
    technical: "Default routes over {gateways} with equal metric {metric}. Give the preferred one the lower metric.",
  },
  "dhcp.static-leftovers": {
    message: "The address {address} is still in the settings, although the router gives the terminal {running}.",
    why: "Some terminals fall back to the old address when the router does not answer, and then reach nothing.",
    technical:
      "Method dhcp with a leftover static address {address}; leased: {running}. Clear address, mask and gateway.",
  },
  "dhcp.lease-ends": {
    message: "The address that the router lent the terminal ends in {remainingSeconds} s and was not renewed.",
    why: "When it has ended, the terminal loses its address. Check whether the router still hands out addresses (DHCP).",
    technical:
      "Clients renew at half of the lease (T1). {remainingSeconds} s left (negative: expired) means that renewals go unanswered.",
  },
  "ipv4.address-not-running": {
    message: "The terminal is set to the address {configured}, but is running without one.",
    why: "The setting has not taken effect. Restart the terminal, or push its settings again.",
    technical:
      "Carrier is up, {configured} is configured, no address is on the interface: ifup failed, or duplicate address detection did.",
  },
  "ipv4.drift": {
    message: "The terminal is set to the address {configured}, but is running with {running}.",
    why: "After a restart it will use the one that is set, and what works now may stop working.",
    technical:
      "Configured {configured}, running {running}: changed by hand since the last start, or written and not applied.",
  },
  "ipv4.gateway-drift": {
    message: "The terminal is set to the router address (gateway) {configured}, but is running with {running}.",
    why: "After a restart it will use the one that is set, and what works now may stop working.",
    technical: "Configured {configured}, default route via {running}.",
  },
  "ipv4.address-carrier-nat": {
    message: "The terminal's address {address} is one that a network operator shares among its customers.",
    why: "Over the mobile network this is ordinary; on a shop's own network it is odd. Check what the cable is plugged into.",
    technical: "{range}, carrier-grade NAT. The terminal probably hangs on the operator's box directly.",
  },
  "dhcp.server-not-gateway": {
    message: "The terminal got its address from {server}, which is not its router {gateway}.",
    why: "In a shop the router mostly does both. A second router that also hands out addresses makes devices lose their way.",
    technical:
      "DHCP server identifier (option 54) {server}, router (option 3) {gateway}. Ordinary with a central server or a relay.",
  },
} as const satisfies Readonly<Record<string, FindingText>>;

import type { FindingText } from "../finding-text.ts";

export const siteTextsEn = {
  "policy.subnet-not-allowed": {
    message: "The terminal's network {subnet} is not one that the site's policy allows ({allowed}).",
    why: "Somebody decided which networks terminals use here. In another one the terminal may reach the wrong router, or what it must not reach.",
    technical: "Allowed subnets of the policy: {allowed}. Move the address, or add an exception for this terminal.",
  },
  "policy.address-in-pool": {
    message: "The terminal's fixed address {address} is among those the router hands out by itself ({pool}).",
    why: "Sooner or later the router gives the same address to another device, and both lose their connection.",
    technical: "{address} lies in the DHCP pool {pool}. Use an address outside it, or a reservation with method dhcp.",
  },
  "fleet.address-duplicate": {
    message: "The terminal's address {address} is also that of {others}.",
    why: "Two devices with one address disturb each other: now this one works, now that one.",
    technical:
      "Same IPv4 address on {others} of the same site. Expect ARP conflicts; give the terminals of different shops different sites.",
  },
  "policy.gateway-differs": {
    message: "The router address (gateway) is {gateway}; the site's policy says {wanted}.",
    why: "The terminal may be sending payments through a router that is not meant for them.",
    technical: "Policy gateway: {wanted}; configured: {gateway}.",
  },
  "policy.server-forbidden": {
    message: "The name server (DNS) {servers} is forbidden by the site's policy.",
    why: "Somebody decided that terminals must not ask it, for safety or because it does not know the payment hosts.",
    technical: "Listed under dns.forbidden: {servers}.",
  },
  "policy.server-required": {
    message: "The name server (DNS) {missing}, which the site's policy requires, is missing.",
    why: "The payment hosts may be known only to that server.",
    technical: "dns.required lacks {missing}; configured: {servers}.",
  },
  "policy.host-missing": {
    message: "The payment host {missing}, which the site's policy requires, is missing or has another port.",
    why: "Payments may go to the wrong host, or to none.",
    technical: "Required by the policy: {missing}; on the terminal: {hosts}.",
  },
  "fleet.mac-duplicate": {
    message: "The hardware address (MAC) {mac} is also that of {others}.",
    why: "A router tells devices apart by it, so only one of them can be online at a time. One of them probably got a copied system and needs repair.",
    technical: "Same MAC on {others}: a cloned image or calibration data. Write the factory's address back.",
  },
  "fleet.host-name-duplicate": {
    message: "The terminal's name {hostName} is also that of {others}.",
    why: "In the router's list and in logs nobody can tell them apart.",
    technical: "Same host name on {others}; DHCP option 12 and mDNS collide.",
  },
  "fleet.serial-number-duplicate": {
    message: "The serial number {serialNumber} is also that of terminal {others} in the list.",
    why: "Either one terminal is in the list twice, or one carries another's number, and the acquirer confuses them.",
    technical: "Same serial number at {others}. Compare with the type plate.",
  },
  "policy.gateway-ending": {
    message: "The router address (gateway) {gateway} does not end in {ending} as the site's policy says.",
    why: "Routers here always end so; this one may be mistyped.",
    technical: "gatewayEndsIn: {ending}; configured: {gateway}.",
  },
  "policy.server-public": {
    message: "The name server (DNS) {servers} is a public one, which the site's policy forbids.",
    why: "Public servers do not know names that only the acquirer's own network has, and see what the terminal asks.",
    technical: "dns.forbidPublic is on; well-known public resolver: {servers}.",
  },
  "policy.name-pattern": {
    message: "The terminal's name {hostName} does not follow the site's policy ({pattern}).",
    why: "Nobody finds it where names are expected to follow the rule.",
    technical: "namePattern {pattern}: * any characters, ? one, # one digit.",
  },
} as const satisfies Readonly<Record<string, FindingText>>;

import type { FindingText } from "../finding-text.ts";

export const ipv6TextsEn = {
  "ipv6.address-syntax": {
    message: "The terminal's IPv6 address {address} is not written as one.",
    why: "The terminal cannot use it.",
    technical:
      "What is wrong: {fault}. Eight groups of one to four hexadecimal digits; one run of zero groups may be written as a double colon.",
  },
  "ipv6.address-unusable": {
    message: "The terminal's IPv6 address {address} cannot belong to any device.",
    why: "The addresses {range} are reserved. The terminal neither sends nor receives with such an address.",
    technical: "{address} is in {range}: unspecified, loopback or multicast.",
  },
  "ipv6.address-mapped": {
    message: "The terminal's IPv6 address {address} is an IPv4 address in another form.",
    why: "Such addresses exist only inside programs; nothing on a network has one.",
    technical: "{range} (IPv4-mapped) must not appear on the wire. Set the address as IPv4.",
  },
  "ipv6.prefix-invalid": {
    message: "The terminal's IPv6 address {address} has no usable prefix length ({prefixLength}).",
    why: "The prefix length tells which addresses are on the terminal's own network; it is mostly 64.",
    technical: "Prefix length must be 1 to 128; {prefixLength} was found.",
  },
  "ipv6.gateway-unusable": {
    message: "The IPv6 router address (gateway) {gateway} cannot be that of a router.",
    why: "The terminal does not find its router, so over IPv6 it reaches nothing outside.",
    technical:
      "What is wrong: {fault}. A router's address is unicast, mostly link-local (fe80::/10), and not the terminal's own.",
  },
  "ipv6.address-documentation": {
    message: "The terminal's IPv6 address {address} is from a range set aside for examples.",
    why: "Addresses in {range} are used in manuals. Somebody may have copied an example.",
    technical: "{range} is not routed anywhere.",
  },
  "ipv6.prefix-unusual": {
    message: "The terminal's IPv6 network {address} does not have the usual prefix length 64.",
    why: "Most devices take 64 for granted; with another length neighbours may not be found.",
    technical: "/{prefixLength} on a LAN breaks SLAAC; /127 is right between two routers (RFC 6164).",
  },
  "ipv6.gateway-outside-subnet": {
    message: "The IPv6 router address (gateway) {gateway} is outside the terminal's own network {subnet}.",
    why: "The terminal finds its router only on its own network, unless somebody set up a way to it.",
    technical: "Neither link-local nor in {subnet}. Needs an on-link route to {gateway}.",
  },
  "ipv6.address-unique-local": {
    message: "The terminal's IPv6 address {address} is a private one.",
    why: "It works inside the shop's network and reaches nothing outside by itself.",
    technical:
      "Unique local ({range}); not routed on the internet. A global address beside it is needed to go out over IPv6.",
  },
} as const satisfies Readonly<Record<string, FindingText>>;

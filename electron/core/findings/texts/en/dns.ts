import type { FindingText } from "../finding-text.ts";

export const dnsTextsEn = {
  "dns.server-syntax": {
    message:
      "The name server (DNS) {servers} is not written as an address: four numbers from 0 to 255 with dots, without leading zeros.",
    why: "The terminal cannot ask it, so names of payment hosts may not be found.",
    technical: "Resolvers ignore lines that they cannot read: {servers}.",
  },
  "dns.server-unusable": {
    message: "The name server (DNS) {servers} cannot exist: no device can have this address.",
    why: "It never answers. Names of payment hosts are found late or not at all.",
    technical:
      "In 0/8, 224/4 or 240/4, or the network or broadcast address of a subnet of the terminal; for IPv6 unspecified, multicast or IPv4-mapped.",
  },
  "dns.server-loopback": {
    message: "The name server (DNS) {servers} is the terminal itself, where nothing is known to answer.",
    why: "Names of payment hosts are not found unless the terminal runs a name service of its own.",
    technical:
      "No systemd-resolved, dnsmasq or ConnMan is known here, and no other server that a local resolver could ask.",
  },
  "dns.server-zone-missing": {
    message: "The name server (DNS) {servers} does not say over which interface it is reached.",
    why: "Such an address exists on every interface at once; without saying which one, the terminal cannot ask it.",
    technical:
      "Link-local (fe80::/10) without a zone. Write it as fe80::1%{interface}, or use a global or unique local address.",
  },
  "dns.servers-missing": {
    message: "The terminal has no name server (DNS); {interface} lists none.",
    why: "Without one the terminal cannot find a payment host that is given by name.",
    technical: "No server on any interface nor in resolv.conf, and no lease that may bring one. Known hosts: {hosts}.",
  },
  "dns.server-set-aside": {
    message: "The name server (DNS) {servers} is from a range set aside for examples and tests.",
    why: "No name server answers there. Somebody may have copied an example; every name is found late or not at all.",
    technical: "In a range of IANA's special-purpose registry and in no subnet of the terminal.",
  },
  "dns.server-unreachable": {
    message: "The name server (DNS) {servers} is in another private network, and no way leads there.",
    why: "The terminal cannot ask it, so names of payment hosts are not found.",
    technical: "RFC 1918 address outside every subnet of the terminal, with neither a default route nor a route to it.",
  },
  "dns.server-duplicate": {
    message: "The name server (DNS) {servers} is listed twice.",
    why: "When it fails, the second try goes to the same one. A different second server would help.",
    technical: "resolv.conf takes three servers; a repeated one wastes a place and doubles the wait.",
  },
  "dns.server-other-operator": {
    message: "The name server (DNS) {servers} belongs to another network operator than the line ({operator}).",
    why: "Operators' servers mostly answer only their own customers; names of payment hosts are then found late or not at all.",
    technical: "Line: {operator}. Resolvers of other operators refuse or time out.",
  },
  "dns.drift": {
    message: "The terminal is set to the name servers (DNS) {configured}, but is running with {running}.",
    why: "After a restart it will use the ones that are set, and what works now may stop working.",
    technical: "Configured {configured}, in use {running}.",
  },
  "dns.server-single": {
    message: "The terminal has only one name server (DNS), {servers}.",
    why: "When that one fails, names of payment hosts are not found. A second one would help.",
    technical: "RFC 1123 6.1.3.1 asks for more than one. The router alone is ordinary in a shop.",
  },
} as const satisfies Readonly<Record<string, FindingText>>;

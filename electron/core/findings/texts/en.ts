// What is wrong, in one sentence that quotes the values, and why it matters. For the owner of a shop first.
import type { RuleId } from "../rules/registry.ts";

export interface FindingText {
  readonly message: string;
  readonly why: string;
}

export const findingTextsEn: Readonly<Record<RuleId, FindingText>> = {
  "link.mac-unusable": {
    message: "The hardware address (MAC) of {interface} is {mac}, which no device can have.",
    why: "The router tells devices apart by it, so the connection comes and goes. The terminal probably lost its factory data and needs repair.",
  },
  "ipv4.dhcp-no-address": {
    message: "{interface} is connected, but the router has not given the terminal an address.",
    why: "Without an address the terminal reaches nothing. Check that the cable goes to the router and that the router hands out addresses (DHCP).",
  },
  "ipv4.address-missing": {
    message: "{interface} is set by hand, but its address is empty.",
    why: "Without an address the terminal reaches nothing. Enter one, or let the router give it (DHCP).",
  },
  "ipv4.address-syntax": {
    message:
      "The terminal's address {address} is not written as an address: four numbers from 0 to 255 with dots, without leading zeros.",
    why: "The terminal cannot use it, or takes it for another address than the one that was meant.",
  },
  "ipv4.mask-wildcard": {
    message: "The mask {mask} is inside out; it should be {meant}.",
    why: "With it the terminal looks for its router in the wrong place. {mask} is a wildcard mask as routers use it in filters.",
  },
  "ipv4.mask-invalid": {
    message: "{mask} is not a usable network mask.",
    why: "The mask tells which addresses are on the terminal's own network, so it has to be one such as 255.255.255.0 (prefix length 24).",
  },
  "ipv4.mask-missing": {
    message: "The terminal's address {address} has no network mask.",
    why: "Without a mask the terminal guesses which addresses are on its own network, and may look for the router in the wrong place.",
  },
  "ipv4.address-unusable": {
    message: "The terminal's address {address} cannot belong to any device.",
    why: "The addresses {range} are reserved. The terminal neither sends nor receives with such an address.",
  },
  "ipv4.address-link-local": {
    message: "The terminal's address {address} is a stopgap that devices take when no router gives them one.",
    why: "With it the terminal reaches nothing outside. Check that the cable goes to the router and that the router hands out addresses (DHCP).",
  },
  "ipv4.address-is-network": {
    message: "The terminal's address {address} stands for the whole network {subnet}, not for one device.",
    why: "Nothing answers to this address. The terminal needs another one in the same network.",
  },
  "ipv4.address-is-broadcast": {
    message:
      "The terminal's address {address} is the one for calling every device in {subnet} (broadcast), not for one device.",
    why: "Nothing answers to this address. The terminal needs another one in the same network.",
  },
  "ipv4.gateway-syntax": {
    message:
      "The router address (gateway) {gateway} is not written as an address: four numbers from 0 to 255 with dots, without leading zeros.",
    why: "The terminal does not find its router, so it reaches nothing outside.",
  },
  "ipv4.gateway-is-self": {
    message: "The router address (gateway) {gateway} is the terminal's own address.",
    why: "The terminal sends to itself what should go out, so it reaches nothing outside.",
  },
  "ipv4.gateway-is-network": {
    message: "The router address (gateway) {gateway} stands for the whole network {subnet}, not for a router.",
    why: "No router has this address, so the terminal reaches nothing outside.",
  },
  "ipv4.gateway-is-broadcast": {
    message:
      "The router address (gateway) {gateway} is the one for calling every device in {subnet} (broadcast), not a router.",
    why: "No router has this address, so the terminal reaches nothing outside.",
  },
  "ipv4.gateway-outside-subnet": {
    message: "The router address (gateway) {gateway} is outside the terminal's own network ({first} to {last}).",
    why: "The terminal can hand its data only to a router on its own network. As it stands, nothing outside can be reached.",
  },
  "ipv4.gateway-missing": {
    message: "{interface} has no router address (gateway), so the terminal stays inside {subnet}.",
    why: "Payments leave through the router. Without its address the terminal reaches nothing outside.",
  },
  "dns.server-syntax": {
    message:
      "The name server (DNS) {servers} is not written as an address: four numbers from 0 to 255 with dots, without leading zeros.",
    why: "The terminal cannot ask it, so names of payment hosts may not be found.",
  },
  "dns.server-unusable": {
    message: "The name server (DNS) {servers} cannot exist: no device can have this address.",
    why: "It never answers. Names of payment hosts are found late or not at all.",
  },
  "dns.server-loopback": {
    message: "The name server (DNS) {servers} is the terminal itself, where nothing is known to answer.",
    why: "Names of payment hosts are not found unless the terminal runs a name service of its own.",
  },
  "dns.servers-missing": {
    message: "The terminal has no name server (DNS); {interface} lists none.",
    why: "Without one the terminal cannot find a payment host that is given by name.",
  },
  "ipv4.address-set-aside": {
    message: "The terminal's address {address} is from a range set aside for examples and tests.",
    why: "Addresses in {range} are used in manuals and laboratories. Somebody may have copied an example.",
  },
  "dns.server-set-aside": {
    message: "The name server (DNS) {servers} is from a range set aside for examples and tests.",
    why: "No name server answers there. Somebody may have copied an example; every name is found late or not at all.",
  },
  "dns.server-duplicate": {
    message: "The name server (DNS) {servers} is listed twice.",
    why: "When it fails, the second try goes to the same one. A different second server would help.",
  },
  "ipv4.address-not-running": {
    message: "The terminal is set to the address {configured}, but is running without one.",
    why: "The setting has not taken effect. Restart the terminal, or push its settings again.",
  },
  "ipv4.drift": {
    message: "The terminal is set to the address {configured}, but is running with {running}.",
    why: "After a restart it will use the one that is set, and what works now may stop working.",
  },
  "ipv4.gateway-drift": {
    message: "The terminal is set to the router address (gateway) {configured}, but is running with {running}.",
    why: "After a restart it will use the one that is set, and what works now may stop working.",
  },
  "dns.drift": {
    message: "The terminal is set to the name servers (DNS) {configured}, but is running with {running}.",
    why: "After a restart it will use the ones that are set, and what works now may stop working.",
  },
};

/** Why a correction is likely to be the right one. */
export const reasonsEn = {
  "gateway-runs": "The terminal is running with the router {gateway} right now.",
  "gateway-is-name-server":
    "{gateway} is in the terminal's own network and listed as its name server; in a shop the router mostly is both.",
  "gateway-is-neighbour": "A device with the address {gateway} answers on the terminal's own network.",
  "gateway-same-host-part": "{gateway} is the same address moved into the terminal's own network.",
  "gateway-usual-place": "Routers often have the first or the last address of the network, here {gateway}.",
  "mask-too-long":
    "With this mask the network reaches from {first} to {last} and holds both {address} and the router {gateway}.",
  "address-runs": "The terminal is running with the address {address} right now.",
  "address-with-servers":
    "The router {gateway} and the name server share a network; only the terminal's address is in another.",
  "address-with-gateway":
    "{address} is in the network of the router {gateway}. Make sure that no other device has this address.",
  "mask-runs": "The terminal is running with {address} right now.",
  "mask-holds-gateway": "{address} is the usual size of a shop's network and holds the router {gateway}.",
  "mask-turned": "{mask} is the same mask the right way round.",
  "ask-network": "The router can give the terminal a suitable address by itself (DHCP).",
  "servers-that-remain": "Nothing wrong is known of what remains: {servers}.",
  "server-is-gateway": "The router {gateway} mostly answers as name server too.",
} as const;

export type ReasonId = keyof typeof reasonsEn;

export const verdictTextsEn = {
  healthy: "Nothing wrong was found in the terminal's network settings.",
  unread: "Too little could be read to judge the terminal's network settings.",
  unplugged: "The terminal is connected to no cable and no Wi-Fi, so its network settings cannot be judged yet.",
} as const;

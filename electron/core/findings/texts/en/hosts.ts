import type { FindingText } from "../finding-text.ts";

export const hostsTextsEn = {
  "clock.wrong": {
    message: "The terminal's clock differs from this PC's by {minutes} minutes ({days} days).",
    why: "With a wrong date the payment host's certificate looks expired or not yet valid, and the connection is refused. Check this PC's clock first, then set the terminal's.",
    technical:
      "Terminal: {time}; ahead of this PC by {aheadSeconds} s. Days off break TLS (notBefore, notAfter); minutes off break logs and settlement. Look at NTP and the backup battery.",
  },
  "host.name-syntax": {
    message: "The payment host {host} is written neither as a name nor as an address.",
    why: "The terminal cannot connect to it. Compare it with what the acquirer gave you, letter by letter.",
    technical:
      "What is wrong: {fault}. A name: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all.",
  },
  "host.address-unusable": {
    message: "The payment host {host} has an address that no host can have.",
    why: "The terminal cannot connect to it. Ask the acquirer for the right one.",
    technical:
      "What is wrong: {fault}. A host has a unicast address, not one of a network or of broadcast; link-local needs a zone.",
  },
  "host.port-invalid": {
    message: "The port {port} of the payment host {host} does not exist.",
    why: "Ports go from 1 to 65535. Ask the acquirer for the right one.",
    technical: "TCP ports are 16 bits; 0 is reserved. Found {port}.",
  },
  "host.tpdu-syntax": {
    message: "The message header (TPDU) {tpdu} is not ten digits that begin with 60.",
    why: "The acquirer's host does not answer messages with another header. Ask the acquirer for the right one.",
    technical:
      "What is wrong: {fault}. Ten decimal or hexadecimal digits: 60, four of destination (NII), four of origin, as 6000030000.",
  },
  "host.port-unusual": {
    message: "The port {port} of the payment host {host} belongs to {owner}.",
    why: "Payment hosts do not use it; the number may be mistyped.",
    technical: "Port {port} is {owner} in IANA's registry. With TLS, 80 is plain HTTP; without it, 443 is HTTPS.",
  },
  "terminal.host-name-syntax": {
    message: "The terminal's name {hostName} is not one that networks can use.",
    why: "Routers and logs may show it wrongly or not at all. Use letters, digits and hyphens.",
    technical: "What is wrong: {fault}. RFC 1123 labels: letters, digits, inner hyphens.",
  },
} as const satisfies Readonly<Record<string, FindingText>>;

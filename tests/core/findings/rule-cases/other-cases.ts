import type { RuleId } from "../../../../electron/core/findings/rules/registry.ts";
import type { RuleCase, Sample } from "./rule-case.ts";

type OtherRuleId = Exclude<
  RuleId,
  `ipv4.${string}` | `dhcp.${string}` | `policy.${string}` | `fleet.${string}` | "dns.server-other-operator"
>;

const ipv6 = (settings: object): Sample => ({ around: { ipv6: { method: "static", prefixLength: 64, ...settings } } });
const dns = (...servers: readonly string[]): Sample => ({ ipv4: { dns: servers } });
const host = (settings: object): Sample => ({
  terminal: { hosts: [{ host: "pos.example.com", port: 5000, ...settings }] },
});
const wifi = (settings: object): Sample => ({
  around: { kind: "wifi", wifi: { ssid: "shop", security: "wpa2", signalDbm: -60, ...settings } },
});
const cellular = (settings: object): Sample => ({ around: { cellular: settings } });
const clock = (aheadSeconds: number): Sample => ({
  terminal: { clock: { time: "2026-11-22T10:00:00+08:00", aheadSeconds } },
});
const running = { method: "static", address: "192.168.1.23", prefixLength: 24, gateway: "192.168.1.1" };

export const otherCases: Readonly<Record<OtherRuleId, RuleCase>> = {
  "ipv6.address-syntax": {
    tells: ["an IPv6 address cut short", ipv6({ address: "240e:1:2" })],
    silent: ["one with a double colon", ipv6({ address: "240e:1::2" })],
  },
  "ipv6.address-unusable": {
    tells: ["a multicast address", ipv6({ address: "ff02::1" })],
    silent: ["a link-local address", ipv6({ address: "fe80::1" })],
  },
  "ipv6.address-mapped": {
    tells: ["an IPv4-mapped address", ipv6({ address: "::ffff:192.168.1.9" })],
    silent: ["an address that only ends like one", ipv6({ address: "240e::ffff:192.168.1.9" })],
  },
  "ipv6.prefix-invalid": {
    tells: ["a prefix of 129", { around: { ipv6: { method: "static", address: "240e::9/129" } } }],
    silent: ["DHCPv6's /128", ipv6({ method: "dhcp", address: "240e::9", prefixLength: 128 })],
  },
  "ipv6.gateway-unusable": {
    tells: ["a multicast gateway", ipv6({ address: "240e::9", gateway: "ff02::2" })],
    silent: ["a link-local gateway", ipv6({ address: "240e::9", gateway: "fe80::1" })],
  },
  "ipv6.address-documentation": {
    tells: ["an address from a manual", ipv6({ address: "3fff:1::9" })],
    silent: ["the range beside 2001:db8::/32", ipv6({ address: "2001:db9::9" })],
  },
  "ipv6.prefix-unusual": {
    tells: ["a prefix of 48", ipv6({ address: "240e::9", prefixLength: 48 })],
    silent: ["a /127 between two routers", ipv6({ address: "240e::8", prefixLength: 127 })],
  },
  "ipv6.gateway-outside-subnet": {
    tells: ["a gateway elsewhere", ipv6({ address: "240e::9", gateway: "240f::1" })],
    silent: ["a gateway of its network", ipv6({ address: "240e::9", gateway: "240e::1" })],
  },
  "ipv6.address-unique-local": {
    tells: ["a unique local address", ipv6({ address: "fd00::9" })],
    silent: ["a global address", ipv6({ address: "240e::9" })],
  },
  "dns.server-syntax": {
    tells: ["a name for a name server", dns("192.168.1.1", "dns")],
    silent: ["an IPv6 name server", dns("192.168.1.1", "240e::53")],
  },
  "dns.server-unusable": {
    tells: ["the broadcast address as name server", dns("192.168.1.255", "192.168.1.1")],
    silent: ["a .255 of another network", dns("192.168.1.1", "9.9.9.255")],
  },
  "dns.server-loopback": {
    tells: ["only itself as name server", dns("127.0.0.1")],
    silent: ["the address of systemd-resolved", dns("127.0.0.53")],
  },
  "dns.server-zone-missing": {
    tells: ["a link-local server without a zone", dns("192.168.1.1", "fe80::1")],
    silent: ["one with its zone", dns("192.168.1.1", "fe80::1%eth0")],
  },
  "dns.servers-missing": {
    tells: ["no name server", dns()],
    silent: [
      "a name server that only resolv.conf has",
      { ...dns(), terminal: { nameServers: [{ address: "192.168.1.1" }] } },
    ],
  },
  "dns.server-set-aside": {
    tells: ["a name server from a manual", dns("192.168.1.1", "203.0.113.53")],
    silent: ["the network beside it", dns("192.168.1.1", "203.0.114.53")],
  },
  "dns.server-unreachable": {
    tells: [
      "a name server that nothing leads to",
      { ipv4: { gateway: null, dns: ["192.168.1.1", "10.9.9.9"] }, terminal: { hosts: [{ host: "192.168.1.7" }] } },
    ],
    silent: [
      "one that a route leads to",
      {
        ipv4: { gateway: null, dns: ["192.168.1.1", "10.9.9.9"] },
        terminal: {
          hosts: [{ host: "192.168.1.7" }],
          routes: [{ destination: "10.9.0.0/16", gateway: "192.168.1.9", interface: "eth0" }],
        },
      },
    ],
  },
  "dns.server-duplicate": {
    tells: ["a name server twice", dns("192.168.1.1", "192.168.1.1")],
    silent: ["two name servers", dns("192.168.1.1", "192.168.1.2")],
  },
  "dns.drift": {
    tells: ["other name servers running", { around: { running: { ipv4: { ...running, dns: ["9.9.9.9"] } } } }],
    silent: [
      "the same ones in another order",
      {
        ...dns("192.168.1.1", "9.9.9.9"),
        around: { running: { ipv4: { ...running, dns: ["9.9.9.9", "192.168.1.1"] } } },
      },
    ],
  },
  "dns.server-single": {
    tells: ["only one name server, outside", dns("9.9.9.9")],
    silent: ["only the shop's router", dns("192.168.1.1")],
  },
  "clock.wrong": {
    tells: ["a clock three days behind", clock(-259_200)],
    silent: ["a clock a minute ahead", clock(60)],
  },
  "host.name-syntax": {
    tells: ["an underscore in a host", host({ host: "pos_1.example" })],
    silent: ["a final dot", host({ host: "pos-1.example." })],
  },
  "host.address-unusable": {
    tells: ["a host that is everybody", host({ host: "255.255.255.255" })],
    silent: ["a service on the terminal itself", host({ host: "127.0.0.1" })],
  },
  "host.port-invalid": {
    tells: ["port 65536", host({ port: 65_536 })],
    silent: ["port 65535", host({ port: 65_535 })],
  },
  "host.port-unusual": {
    tells: ["port 80 with TLS", host({ port: 80, tls: true })],
    silent: ["port 443 with TLS", host({ port: 443, tls: true })],
  },
  "host.tpdu-syntax": {
    tells: ["a TPDU cut short", { terminal: { tpdu: "60000300" } }],
    silent: ["a TPDU with spaces", { terminal: { tpdu: "60 00 03 00 00" } }],
  },
  "terminal.host-name-syntax": {
    tells: ["a name with a space", { terminal: { terminal: { hostName: "till 1" } } }],
    silent: ["a kernel that nobody named", { terminal: { terminal: { hostName: "(none)" } } }],
  },
  "link.mac-unusable": {
    tells: ["all zeros for a hardware address", { around: { mac: "00:00:00:00:00:00" } }],
    silent: ["a locally administered one", { around: { mac: "02:00:00:00:00:01" } }],
  },
  "link.mtu-too-small": {
    tells: ["an MTU of 575", { around: { mtu: 575 } }],
    silent: ["an MTU of 500 on a mobile link", { around: { kind: "cellular", mtu: 500 } }],
  },
  "link.mtu-unusual": {
    tells: ["jumbo frames", { around: { mtu: 9000 } }],
    silent: ["PPPoE's MTU", { around: { mtu: 1492 } }],
  },
  "wifi.ssid-length": {
    tells: ["eleven Chinese characters", wifi({ ssid: "咖啡店咖啡店咖啡店咖啡" })],
    silent: ["ten of them", wifi({ ssid: "咖啡店咖啡店咖啡店咖" })],
  },
  "wifi.passphrase-form": {
    tells: ["seven characters", wifi({ passphrase: "secret7" })],
    silent: ["64 hexadecimal digits", wifi({ passphrase: "0123456789abcdef".repeat(4) })],
  },
  "wifi.security-weak": { tells: ["WEP", wifi({ security: "wep" })], silent: ["WPA3", wifi({ security: "wpa3" })] },
  "wifi.signal-weak": { tells: ["-76 dBm", wifi({ signalDbm: -76 })], silent: ["-75 dBm", wifi({ signalDbm: -75 })] },
  "cellular.apn-syntax": {
    tells: ["an APN that begins with rac", cellular({ apn: "racnet" })],
    silent: ["a full APN with the operator's part", cellular({ apn: "cmnet.mnc000.mcc460.gprs" })],
  },
  "cellular.sim-absent": {
    tells: ["an empty card holder", cellular({ sim: "absent", registration: "not-registered", csq: 99 })],
    silent: ["a card that is busy for a moment", cellular({ sim: "busy" })],
  },
  "cellular.sim-locked": {
    tells: ["a card that asks for its PUK", cellular({ sim: "puk", registration: "not-registered" })],
    silent: ["a card that asks for its PIN", cellular({ sim: "pin" })],
  },
  "cellular.sim-pin-wanted": {
    tells: ["a card that asks for its PIN", cellular({ sim: "pin", pinTries: 3, registration: "not-registered" })],
    silent: ["a card that is ready", cellular({ sim: "ready" })],
  },
  "cellular.no-signal": {
    tells: ["CSQ 0", cellular({ csq: 0 })],
    silent: ["CSQ 0 beside an RSRP of -95 dBm", cellular({ csq: 0, rsrpDbm: -95 })],
  },
  "cellular.no-address": {
    tells: [
      "a modem that is in, without an access point",
      { around: { name: "cellular", kind: "cellular", ipv4: null, cellular: { registration: "home", active: false } } },
    ],
    silent: [
      "one that is not in yet",
      {
        around: {
          name: "cellular",
          kind: "cellular",
          ipv4: null,
          cellular: { registration: "unknown", active: false },
        },
      },
    ],
  },
  "cellular.roaming": {
    tells: ["another operator's network", cellular({ registration: "roaming" })],
    silent: ["its own", cellular({ registration: "home" })],
  },
  "cellular.not-registered": {
    tells: ["a refusal", cellular({ registration: "denied" })],
    silent: ["roaming", cellular({ registration: "roaming" })],
  },
  "cellular.signal-weak": {
    tells: ["CSQ 9", cellular({ csq: 9 })],
    silent: ["CSQ 9 beside an RSRP of -110 dBm", cellular({ csq: 9, rsrpDbm: -110 })],
  },
  "cellular.signal-unknown": { tells: ["CSQ 99", cellular({ csq: 99 })], silent: ["CSQ 31", cellular({ csq: 31 })] },
};

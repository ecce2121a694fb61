import type { RuleId } from "../../../../electron/core/findings/rules/registry.ts";
import { beside, dhcp, leased, type RuleCase, second } from "./rule-case.ts";

type Ipv4RuleId = Extract<RuleId, `ipv4.${string}` | `dhcp.${string}`>;

const running = { method: "static", address: "192.168.1.23", prefixLength: 24, gateway: "192.168.1.1" };
const route = (gateway: string, name: string, metric: number | null = null) => ({
  destination: "0.0.0.0/0",
  gateway,
  interface: name,
  metric,
});

export const ipv4Cases: Readonly<Record<Ipv4RuleId, RuleCase>> = {
  "ipv4.address-syntax": {
    tells: ["a leading zero", { ipv4: { address: "192.168.001.23" } }],
    silent: ["a part that is 0 itself", { ipv4: { address: "192.168.1.30" } }],
  },
  "ipv4.address-missing": {
    tells: ["no address though set by hand", { ipv4: { address: null, prefixLength: null } }],
    silent: ["no address because a server gives one", { ipv4: dhcp, around: { running: { ipv4: leased } } }],
  },
  "ipv4.mask-wildcard": {
    tells: ["a wildcard mask", { ipv4: { address: "192.168.1.23/0.0.0.255", prefixLength: null } }],
    silent: ["the mask itself", { ipv4: { address: "192.168.1.23/255.255.255.0", prefixLength: null } }],
  },
  "ipv4.mask-invalid": {
    tells: ["a mask with a hole", { ipv4: { address: "192.168.1.23/255.0.255.0", prefixLength: null } }],
    silent: ["a mask within an octet", { ipv4: { address: "192.168.1.23/255.255.254.0", prefixLength: null } }],
  },
  "ipv4.mask-missing": {
    tells: ["no mask", { ipv4: { prefixLength: null } }],
    silent: ["its mask behind the address", { ipv4: { address: "192.168.1.23/24", prefixLength: null } }],
  },
  "ipv4.address-unusable": {
    tells: ["a multicast address", { ipv4: { address: "224.0.0.5" } }],
    silent: [
      "the last address below multicast",
      {
        ipv4: { address: "223.255.255.9", gateway: "223.255.255.1", dns: ["223.255.255.1"] },
        around: { kind: "other" },
      },
    ],
  },
  "ipv4.address-link-local": {
    tells: [
      "a stopgap address under DHCP",
      {
        ipv4: dhcp,
        around: { running: { ipv4: { ...dhcp, address: "169.254.7.9", prefixLength: 16 } } },
      },
    ],
    silent: [
      "the network beside it",
      { ipv4: { address: "169.253.7.9", gateway: "169.253.7.1", dns: ["169.253.7.1"] }, around: { kind: "other" } },
    ],
  },
  "ipv4.address-is-network": {
    tells: ["the address of its network", { ipv4: { address: "192.168.1.0" } }],
    silent: [
      "a .0 inside a larger network",
      { ipv4: { address: "192.168.1.0", prefixLength: 23, gateway: "192.168.0.1", dns: ["192.168.0.1"] } },
    ],
  },
  "ipv4.address-is-broadcast": {
    tells: ["the broadcast address", { ipv4: { address: "192.168.1.255" } }],
    silent: ["a .255 inside a larger network", { ipv4: { address: "192.168.0.255", prefixLength: 23 } }],
  },
  "ipv4.address-repeated": {
    tells: ["one address on two interfaces", beside(second({ address: "192.168.1.23" }))],
    all: ["error ipv4.address-repeated", "error ipv4.address-repeated"],
    silent: ["the same on an unplugged one", beside(second({ address: "192.168.1.23" }, { link: "down" }))],
  },
  "ipv4.gateway-syntax": {
    tells: ["a gateway cut short", { ipv4: { gateway: "192.168.1" } }],
    silent: ["0.0.0.0 for no gateway beside another way out", { ...beside(second({ gateway: "10.0.0.1" })), ipv4: {} }],
  },
  "ipv4.gateway-is-self": {
    tells: ["itself as gateway", { ipv4: { gateway: "192.168.1.23" } }],
    silent: ["a neighbour as gateway", { ipv4: { gateway: "192.168.1.24" } }],
  },
  "ipv4.gateway-is-network": {
    tells: ["the network as gateway", { ipv4: { gateway: "192.168.1.0" } }],
    silent: [
      "the lower address of a /31",
      {
        ipv4: { address: "10.0.0.1", prefixLength: 31, gateway: "10.0.0.0", dns: ["10.0.0.0"] },
        around: { kind: "other" },
      },
    ],
  },
  "ipv4.gateway-is-broadcast": {
    tells: ["the broadcast address as gateway", { ipv4: { gateway: "192.168.1.255" } }],
    silent: [
      "the upper address of a /31",
      {
        ipv4: { address: "10.0.0.0", prefixLength: 31, gateway: "10.0.0.1", dns: ["10.0.0.1"] },
        around: { kind: "other" },
      },
    ],
  },
  "ipv4.gateway-outside-subnet": {
    tells: ["a gateway outside its network", { ipv4: { gateway: "192.168.2.1" } }],
    silent: [
      "a gateway in the network of a second address",
      { ipv4: { gateway: "10.0.0.1", additional: ["10.0.0.9/24"] } },
    ],
  },
  "ipv4.gateway-missing": {
    tells: ["no gateway", { ipv4: { gateway: null } }],
    silent: [
      "no gateway where the host is a neighbour",
      { ipv4: { gateway: null }, terminal: { hosts: [{ host: "192.168.1.7" }] } },
    ],
  },
  "ipv4.address-set-aside": {
    tells: ["an address from a manual", { ipv4: { address: "192.0.2.23", gateway: "192.0.2.1", dns: ["192.0.2.1"] } }],
    silent: [
      "the network beside it",
      { ipv4: { address: "192.0.3.23", gateway: "192.0.3.1", dns: ["192.0.3.1"] }, around: { kind: "other" } },
    ],
  },
  "ipv4.address-public": {
    tells: ["a public address on a cable", { ipv4: { address: "8.8.4.9", gateway: "8.8.4.1", dns: ["8.8.4.1"] } }],
    silent: [
      "the last private network of 172.16.0.0/12",
      { ipv4: { address: "172.31.255.9", gateway: "172.31.255.1", dns: ["172.31.255.1"] } },
    ],
  },
  "ipv4.address-carrier-nat": {
    tells: [
      "a carrier's address on a cable",
      { ipv4: { address: "100.64.1.9", gateway: "100.64.1.1", dns: ["100.64.1.1"] } },
    ],
    silent: [
      "the same on a mobile link",
      {
        ipv4: { address: "100.64.1.9", prefixLength: 32, gateway: "100.64.1.1", dns: ["100.64.1.1"] },
        around: { kind: "cellular" },
      },
    ],
  },
  "ipv4.mask-unusual": {
    tells: [
      "a network as large as 10.0.0.0/8",
      { ipv4: { address: "10.0.0.9", prefixLength: 8, gateway: "10.0.0.1", dns: ["10.0.0.1"] } },
    ],
    silent: ["a /30", { ipv4: { address: "192.168.1.2", prefixLength: 30 } }],
  },
  "ipv4.subnet-not-this-pc": {
    tells: [
      "another network than this PC's",
      {
        pc: {
          interfaces: [{ name: "en0", address: "192.168.7.5", prefixLength: 24, gateway: null }],
          sharesRouter: true,
        },
      },
    ],
    silent: [
      "another network where nobody said that both hang on one router",
      {
        pc: {
          interfaces: [{ name: "en0", address: "192.168.7.5", prefixLength: 24, gateway: null }],
          sharesRouter: false,
        },
      },
    ],
  },
  "ipv4.subnets-overlap": {
    tells: ["overlapping networks", beside(second({ address: "192.168.2.9", prefixLength: 16 }))],
    silent: ["networks side by side", beside(second({ address: "192.168.2.9" }))],
  },
  "ipv4.default-routes-equal": {
    tells: [
      "equally good ways out",
      { terminal: { routes: [route("192.168.1.1", "eth0"), route("10.0.0.1", "eth1")] } },
    ],
    silent: [
      "a preferred way out",
      { terminal: { routes: [route("192.168.1.1", "eth0", 100), route("10.0.0.1", "eth1", 600)] } },
    ],
  },
  "ipv4.dhcp-no-address": {
    tells: ["an unanswered DHCP client", { ipv4: dhcp, around: { running: { ipv4: {} } } }],
    silent: ["DHCP without a cable", { ipv4: dhcp, around: { link: "down", running: { ipv4: {} } } }],
  },
  "ipv4.address-not-running": {
    tells: ["an address that does not run", { around: { running: { ipv4: {} } } }],
    silent: ["the same without a cable", { around: { link: "down", running: { ipv4: {} } } }],
  },
  "ipv4.drift": {
    tells: ["another address running", { around: { running: { ipv4: { ...running, address: "192.168.1.50" } } } }],
    silent: [
      "its address running as the second one",
      { around: { running: { ipv4: { ...running, address: "192.168.1.50", additional: ["192.168.1.23/24"] } } } },
    ],
  },
  "ipv4.gateway-drift": {
    tells: ["another gateway running", { around: { running: { ipv4: { ...running, gateway: "192.168.1.254" } } } }],
    silent: ["no gateway told of what runs", { around: { running: { ipv4: { ...running, gateway: null } } } }],
  },
  "dhcp.static-leftovers": {
    tells: [
      "an old address under DHCP",
      { ipv4: { ...dhcp, address: "10.1.1.9", prefixLength: 24 }, around: { running: { ipv4: leased } } },
    ],
    silent: [
      "the leased address shown as the configured one",
      { ipv4: { ...dhcp, address: "192.168.1.50", prefixLength: 24 }, around: { running: { ipv4: leased } } },
    ],
  },
  "dhcp.lease-ends": {
    tells: [
      "a lease that has ended",
      { ipv4: dhcp, around: { running: { ipv4: { ...leased, lease: { remainingSeconds: -5 } } } } },
    ],
    silent: [
      "a lease of some minutes",
      { ipv4: dhcp, around: { running: { ipv4: { ...leased, lease: { remainingSeconds: 400 } } } } },
    ],
  },
  "dhcp.server-not-gateway": {
    tells: [
      "a lease of another server",
      { ipv4: dhcp, around: { running: { ipv4: { ...leased, lease: { server: "192.168.1.7" } } } } },
    ],
    silent: [
      "a lease of its router",
      { ipv4: dhcp, around: { running: { ipv4: { ...leased, lease: { server: "192.168.1.1" } } } } },
    ],
  },
};

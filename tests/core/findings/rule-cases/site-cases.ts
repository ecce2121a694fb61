import type { RuleId } from "../../../../electron/core/findings/rules/registry.ts";
import type { SitePolicy } from "../../../../electron/core/findings/policy/site-policy.ts";
import type { RuleCase, Sample } from "./rule-case.ts";

type SiteRuleId = Extract<RuleId, `policy.${string}` | `fleet.${string}` | "dns.server-other-operator">;

const by = (policy: SitePolicy, sample: Sample = {}): Sample => ({ policy, ...sample });
const host = (port: number): Sample => ({ terminal: { hosts: [{ host: "POS.example", port }] } });
const named = (hostName: string): Sample => ({ terminal: { terminal: { hostName } } });

/** A terminal of its own in every respect, but for what is given. */
const other = ({ ipv4, around, terminal }: Sample): Sample => ({
  ipv4: { address: "192.168.1.99", ...ipv4 },
  around: { mac: "00:1a:2b:00:00:99", ...around },
  terminal: { terminal: { hostName: "other" }, ...terminal },
});

export const siteCases: Readonly<Record<SiteRuleId, RuleCase>> = {
  "policy.subnet-not-allowed": {
    tells: ["a network that is not allowed", by({ subnets: ["10.0.0.0/8"] })],
    silent: ["a network inside an allowed one", by({ subnets: ["10.0.0.0/8", "192.168.0.0/16"] })],
  },
  "policy.address-in-pool": {
    tells: ["a fixed address in the pool", by({ dhcpPool: "192.168.1.20-192.168.1.30" })],
    silent: ["a fixed address right below it", by({ dhcpPool: "192.168.1.24-192.168.1.30" })],
  },
  "policy.gateway-differs": {
    tells: ["another gateway", by({ gateway: "192.168.1.254" })],
    silent: ["the policy's gateway", by({ gateway: "192.168.1.1" })],
  },
  "policy.gateway-ending": {
    tells: ["another ending", by({ gatewayEndsIn: 254 })],
    silent: ["an ending that the policy's own gateway contradicts", by({ gatewayEndsIn: 254, gateway: "192.168.1.1" })],
  },
  "policy.server-forbidden": {
    tells: [
      "a forbidden server",
      by({ dns: { forbidden: ["9.9.9.9"] } }, { ipv4: { dns: ["192.168.1.1", "9.9.9.9"] } }),
    ],
    silent: ["one that is required as well", by({ dns: { forbidden: ["192.168.1.1"], required: ["192.168.1.1"] } })],
  },
  "policy.server-required": {
    tells: ["a required server that is missing", by({ dns: { required: ["10.1.1.1"] } })],
    silent: ["one that is there", by({ dns: { required: ["192.168.1.1"] } })],
  },
  "policy.server-public": {
    tells: [
      "a public server",
      by({ dns: { forbidPublic: true } }, { ipv4: { dns: ["192.168.1.1", "114.114.114.114"] } }),
    ],
    silent: [
      "the operator's server",
      by({ dns: { forbidPublic: true } }, { ipv4: { dns: ["192.168.1.1", "218.2.2.2"] } }),
    ],
  },
  "dns.server-other-operator": {
    tells: [
      "another operator's server",
      by({ operator: "china-unicom" }, { ipv4: { dns: ["192.168.1.1", "218.2.2.2"] } }),
    ],
    silent: ["the line's own", by({ operator: "china-telecom" }, { ipv4: { dns: ["192.168.1.1", "218.2.2.2"] } })],
  },
  "policy.host-missing": {
    tells: ["another port", by({ hosts: [{ host: "pos.example", port: 5000 }] }, host(6000))],
    silent: ["the host in capitals", by({ hosts: [{ host: "pos.example", port: 5000 }] }, host(5000))],
  },
  "policy.name-pattern": {
    tells: ["another form of name", by({ namePattern: "pos-###" }, named("till"))],
    silent: ["the form in capitals", by({ namePattern: "pos-###" }, named("POS-001"))],
  },
  "fleet.address-duplicate": {
    tells: ["another terminal's address", { other: other({ ipv4: { address: "192.168.1.23" } }) }],
    silent: [
      "the same address in another shop",
      { other: other({ ipv4: { address: "192.168.1.23" }, terminal: { site: "another shop" } }) },
    ],
  },
  "fleet.mac-duplicate": {
    tells: ["another terminal's hardware address", { other: other({ around: { mac: "00-1A-2B-3C-4D-5E" } }) }],
    silent: ["a hardware address one higher", { other: other({ around: { mac: "00-1A-2B-3C-4D-5F" } }) }],
  },
  "fleet.host-name-duplicate": {
    tells: ["another terminal's name", { ...named("till"), other: other(named("Till")) }],
    silent: ["the name that systems begin with", { ...named("localhost"), other: other(named("localhost")) }],
  },
  "fleet.serial-number-duplicate": {
    tells: [
      "another terminal's serial number",
      {
        terminal: { terminal: { serialNumber: "S1" } },
        other: other({ terminal: { terminal: { serialNumber: "S1" } } }),
      },
    ],
    silent: [
      "zeros on both",
      {
        terminal: { terminal: { serialNumber: "0000" } },
        other: other({ terminal: { terminal: { serialNumber: "0000" } } }),
      },
    ],
  },
};

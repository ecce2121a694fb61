// The kinds of plan, as far as a push treats them differently: how many files follow the confirmation, and what of the
// settings runs before it does.
import type { Reading } from "../../../../electron/core/dialects/dialect.ts";
import type { Plan } from "../../../../electron/core/plans/plan.ts";
import type { Change } from "../../../../electron/core/settings/change.ts";
import { makeChange, makeReading } from "../scripted-session.ts";
import type { ModelTerminal } from "./model-terminal.ts";

export interface PlanKind {
  readonly name: string;
  readonly plan: Plan;
  /** On the terminal; the first ones hold what the interfaces are brought up with, a last one may hold name servers. */
  readonly files: number;
  /** Whether anything but files is changed. */
  readonly runs: boolean;
  readonly read: (terminal: ModelTerminal) => Reading;
}

const gateways = { old: "192.168.1.1", new: "192.168.1.254", mixed: null } as const;
const servers = { old: ["9.9.9.9"], new: ["1.1.1.1"] } as const;

const gateway: Change = { interface: "eth0", field: "ipv4.gateway", from: gateways.old, to: gateways.new };
const dns: Change = { interface: "eth0", field: "ipv4.dns", from: "9.9.9.9", to: "1.1.1.1" };
const plan = makeChange("ipv4.gateway", null, null);

const [oldHost, newHost] = ["gw.example.net:7443", "203.0.113.20:443"];
const acquirer: readonly Change[] = [
  { interface: "", field: "host.1", from: oldHost, to: newHost },
  { interface: "", field: "tpdu", from: "6000030000", to: "6000040000" },
];

/** In a mixture the host is there and the TPDU is not. */
function describeAcquirer(version: "old" | "new" | "mixed"): Pick<Reading, "hosts" | "tpdu" | "settable"> {
  const [host = "", port] = (version === "old" ? oldHost : newHost).split(":");
  return {
    hosts: [{ host, port: Number(port), tls: null, purpose: null, place: 1 }],
    tpdu: version === "new" ? "6000040000" : "6000030000",
    settable: ["host.1", "tpdu", "merchantNumber"],
  };
}

function describe(
  files: readonly ("old" | "new")[],
  running: "old" | "new" | "mixed",
  dnsFile: "old" | "new",
): Reading {
  const resolver = { dns: [...servers[dnsFile]] };
  const [kept] = files;
  const reading = makeReading(
    { gateway: gateways[kept ?? running], ...resolver },
    { gateway: gateways[running], ...resolver },
  );
  if (kept !== undefined) return reading;
  return { ...reading, interfaces: reading.interfaces.map((each) => ({ ...each, manager: null })) };
}

export const planKinds: readonly PlanKind[] = [
  {
    name: "run-time only",
    plan: { ...plan, changes: [gateway] },
    files: 0,
    runs: true,
    read: ({ running }) => describe([], running, "old"),
  },
  {
    name: "one file",
    plan: { ...plan, changes: [gateway] },
    files: 1,
    runs: true,
    read: ({ files, running }) => describe(files, running, "old"),
  },
  {
    name: "name servers only",
    plan: { ...plan, changes: [dns] },
    files: 1,
    runs: false,
    read: ({ files }) => describe(["old"], "old", files[0] ?? "old"),
  },
  {
    name: "an interface and name servers",
    plan: { ...plan, changes: [gateway, dns] },
    files: 2,
    runs: true,
    read: ({ files, running }) => describe(files, running, files[1] ?? "old"),
  },
  {
    name: "two interfaces and name servers",
    plan: { ...plan, changes: [gateway, dns, { ...gateway, interface: "eth1" }] },
    files: 3,
    runs: true,
    read: ({ files, running }) => {
      const first = describe(files, running, files[2] ?? "old");
      const second = describe(files.slice(1), running, "old").interfaces.map((each) => ({ ...each, name: "eth1" }));
      return { ...first, interfaces: [...first.interfaces, ...second] };
    },
  },
  {
    name: "static to DHCP",
    plan: { ...plan, changes: [{ interface: "eth0", field: "ipv4.method", from: "static", to: "dhcp" }] },
    files: 1,
    runs: true,
    read: ({ files, running }) => {
      const lease = { address: "192.168.1.77", gateway: gateways.old };
      const ways = { old: {}, new: { method: "dhcp", ...lease }, mixed: { gateway: null } } as const;
      const kept =
        files[0] === "new" ? ({ method: "dhcp", address: null, prefixLength: null, gateway: null } as const) : {};
      return makeReading(kept, ways[running]);
    },
  },
  {
    name: "an address and what is paid through",
    plan: { ...plan, changes: [gateway, ...acquirer] },
    files: 1,
    runs: true,
    read: ({ files, running }) => ({ ...describe(files, running, "old"), ...describeAcquirer(running) }),
  },
];

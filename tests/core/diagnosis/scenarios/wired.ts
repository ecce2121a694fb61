// What goes wrong between a terminal on a cable and the router: C01, C05, C06, C07, C29.
import { fromPc, walk } from "./path.ts";
import { label, type Scenario } from "./scenario.ts";
import { cabled, openShop } from "./terminal.ts";

const carrier = { at: "link", reason: "link-down", detail: "carrier 0" } as const;

export const wired: readonly Scenario[] = [
  label("cable pulled out", "C01", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop, {}, { link: "down" }),
      stages: walk(shop, random, carrier),
      lines: ["kernel: eth0: Link is Down"],
      may: ["others-too=no", "sometimes=no"],
    };
  }),
  label("cable pulled out, a terminal that cannot test", "C01", (random) => ({
    settings: cabled(openShop(random), {}, { link: "down" }),
    lines: random.chance(0.5) ? ["NetworkManager: device (eth0): no carrier"] : ["kernel: eth0: Link is Down"],
    may: ["others-too=no"],
  })),
  label("network port dead since the terminal was moved", "C01", (random) => {
    const shop = openShop(random);
    return { settings: cabled(shop, {}, { link: "down" }), stages: walk(shop, random, carrier), may: ["since=moved"] };
  }),
  label("no DHCP server answers", "C05", (random) => {
    const shop = { ...openShop(random), isDhcp: true };
    return {
      settings: cabled(shop, { address: null, prefixLength: null, gateway: null }),
      stages: walk(shop, random, { at: "address", reason: "absent" }),
      lines: [random.pick(["udhcpc: no lease, failing", "dhclient: No DHCPOFFERS received."])],
      may: ["since=power", "sometimes=no"],
    };
  }),
  label("an address of its own making", "C05", (random) => ({
    settings: cabled(openShop(random), { method: "dhcp", address: "169.254.7.9", prefixLength: 16, gateway: null }),
    lines: ["dhcpcd: eth0: using IPv4LL address 169.254.7.9"],
    may: ["since=power"],
  })),
  label("address pool used up", "C05", (random) => {
    const shop = { ...openShop(random), isDhcp: true };
    return {
      settings: cabled(shop, { address: null, prefixLength: null, gateway: null }),
      stages: walk(shop, random, { at: "address", reason: "absent" }),
      lines: ["NetworkManager: eth0: state change: ip-config -> failed (reason 'ip-config-unavailable')"],
      may: ["others-too=no", "since=nothing"],
    };
  }),
  label("another device has the address", "C06", (random) => {
    const shop = openShop(random);
    const stages = walk(shop, random, { at: "duplicate", reason: "taken", detail: "arping: Unicast reply" });
    return { settings: cabled(shop, { method: "static" }), stages, may: ["sometimes=yes"] };
  }),
  label("another device claims the address, in the log", "C06", (random) => ({
    settings: cabled(openShop(random)),
    lines: [
      `dhcpcd[301]: eth0: hardware address (00:11:22:33:44:5${random.between(0, 9)}) claims 192.168.1.${random.between(20, 99)}`,
    ],
    says: ["sometimes=yes"],
    may: ["others-too=no"],
  })),
  label("the offered address is in use", "C06", (random) => ({
    settings: cabled(openShop(random), { method: "dhcp" }),
    lines: ["udhcpc: offered address is in use (got ARP reply), declining"],
    may: ["sometimes=yes", "others-too=no"],
  })),
  label("gateway outside the subnet", "C07", (random) => {
    const shop = openShop(random);
    const settings = cabled(shop, {
      method: "static",
      prefixLength: 24,
      gateway: `192.168.${random.between(100, 200)}.1`,
    });
    const stages = walk(shop, random, { at: "gateway", reason: "unreachable" });
    return { settings, ...(random.chance(0.7) ? { stages } : {}), may: ["others-too=no", "since=router"] };
  }),
  label("gateway that nobody has", "C07", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop, { method: "static" }),
      stages: [...walk(shop, random, { at: "gateway", reason: "no-answer" }), fromPc("gateway", "passed", "ok")],
      says: ["others-too=no"],
      may: ["since=router", "sometimes=no"],
    };
  }),
  label("mask that is none", "C07", (random) => {
    const shop = openShop(random);
    const settings = cabled(shop, {
      method: "static",
      prefixLength: 30,
      address: "192.168.77.20",
      gateway: "192.168.77.1",
    });
    const stages = walk(shop, random, { at: "gateway", reason: "no-answer" });
    return { settings, stages, may: ["others-too=no", "since=new"] };
  }),
  label("an old fixed address behind a new router", "C07", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop, { method: "static" }),
      stages: walk(shop, random, { at: "gateway", reason: "no-answer" }),
      lines: ["pay: connect failed: ENETUNREACH (Network is unreachable)"],
      says: ["since=router"],
      may: ["others-too=no"],
    };
  }),
  label("the set address does not run", "C07", (random) => {
    const shop = { ...openShop(random), isDhcp: false };
    return {
      settings: cabled(shop, { method: "static" }),
      stages: walk(shop, random, { at: "address", reason: "absent" }),
      may: ["others-too=no"],
    };
  }),
  label("the link drops when the terminal is lifted", "C29", (random) => ({
    settings: cabled(openShop(random)),
    lines: random.chance(0.5) ? ["kernel: eth0: Link is Down", "kernel: eth0: Link is Up"] : [],
    says: ["lifted=drops"],
    may: ["sometimes=yes"],
  })),
  label("the power supply is too weak", "C29", (random) => ({
    settings: cabled(openShop(random)),
    lines: ["kernel: hwmon: Under-voltage detected!"],
    says: ["sometimes=yes"],
    may: ["since=power"],
  })),
];

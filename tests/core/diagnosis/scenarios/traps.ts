// What leads people astray, and what cannot be decided.
import { walk } from "./path.ts";
import { label, type Scenario } from "./scenario.ts";
import { cabled, onMobile, onWifi, openShop } from "./terminal.ts";

const validation = "NetworkMonitor/101: PROBE_HTTPS https://probe.example/generate_204 failed: validation failed";

export const traps: readonly Scenario[] = [
  label("Android calls a working link not validated", "answered", (random) => {
    const shop = openShop(random);
    const stages = walk(shop, random, null);
    return { settings: onWifi(shop), stages, lines: [validation, "pay: respCode=51"], may: ["others-too=no"] };
  }),
  label("a fee or limit is refused, and the line works", "answered", (random) => {
    const shop = openShop(random);
    const code = random.pick(["61", "57", "65", "00"]);
    return { settings: cabled(shop), stages: walk(shop, random, null), codes: [{ code }], may: ["sometimes=yes"] };
  }),
  label("a code of an earlier attempt, then no link", "C01", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop, {}, { link: "down" }),
      stages: walk(shop, random, { at: "link", reason: "link-down" }),
      codes: [{ code: random.pick(["91", "00", "96"]), attempt: "earlier" }],
    };
  }),
  label("a code in the log before the lease was lost", "C05", (random) => {
    const shop = { ...openShop(random), isDhcp: true };
    return {
      settings: cabled(shop, { address: null, prefixLength: null, gateway: null }),
      stages: walk(shop, random, { at: "address", reason: "absent" }),
      lines: ["pay: recv field[39]: 91", "udhcpc: no lease, failing"],
    };
  }),
  label("a code over mobile clears no cable", "C01", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop, {}, { link: "down" }),
      stages: walk(shop, random, { at: "link", reason: "link-down" }),
      codes: [{ code: random.pick(["91", "51", "00"]), channel: "cellular" }],
    };
  }),
  label("signal 99 is unknown, not weak", "C26", (random) => ({
    settings: onMobile(openShop(random), { csq: 99 }, true),
    lines: ["modem: +CSQ: 99,99", "pay: respCode=91"],
    may: ["sometimes=yes"],
  })),
  label("the daily restart is no fault", "passed", (random) => {
    const shop = openShop(random);
    const lines = [
      "kernel: Linux version 4.19.110",
      "init: system is going down for reboot",
      "kernel: Linux version 4.19.110",
    ];
    return { settings: cabled(shop), stages: walk(shop, random, null), lines };
  }),
  label("everything in order", "passed", (random) => {
    const shop = openShop(random);
    const settings = { ...cabled(shop), clock: { time: null, aheadSeconds: random.between(-20, 20) } };
    return { settings, stages: walk(shop, random, null), may: ["others-too=no"] };
  }),
  label("everything in order, and no host known", "no-host", (random) => {
    const shop = openShop(random, { hosts: 0 });
    return { settings: cabled(shop), stages: walk(shop, random, null) };
  }),
  label("a code and a dead link of one attempt", "unknown", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "link", reason: "link-down" }),
      codes: [{ code: random.pick(["91", "51", "00"]) }],
    };
  }),
  label("a code and no address in one attempt", "unknown", (random) => {
    const shop = { ...openShop(random), isDhcp: true };
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "address", reason: "absent" }),
      codes: [{ code: random.pick(["96", "77", "00"]) }],
    };
  }),
  label("nothing is known", "unknown", () => ({ may: ["since=unknown", "others-too=unknown"] })),
  label("a log in which nobody says anything of it", "unknown", () => ({ lines: [], may: ["sometimes=no"] })),
];

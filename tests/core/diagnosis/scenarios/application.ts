// What the host or the application says, which no network mends: C17, C18, C21 to C28.
import { walk } from "./path.ts";
import { label, type Scenario } from "./scenario.ts";
import { cabled, openShop } from "./terminal.ts";
import type { Random } from "./random.ts";

function shown(
  random: Random,
  code: string,
): { readonly lines: readonly string[] } | { readonly codes: { code: string }[] } {
  const line = random.pick([`pay: recv field[39]: ${code}`, `pay: respCode=${code}`, `pay: 39域=${code}`]);
  return random.chance(0.5) ? { lines: [line] } : { codes: [{ code }] };
}

function healthy(random: Random): { readonly settings?: object; readonly stages?: ReturnType<typeof walk> } {
  const shop = openShop(random);
  if (random.chance(0.3)) return {};
  return { settings: cabled(shop), stages: walk(shop, random, null) };
}

export const application: readonly Scenario[] = [
  label("set to mobile, and plugged into a router", "C17", (random) => ({
    settings: cabled(openShop(random)),
    channel: random.pick(["cellular", "dial-up"] as const),
    may: ["since=new", "others-too=no"],
  })),
  label("the menu names another way than the one in use", "C17", () => ({
    says: ["way=differs"],
    may: ["since=new", "others-too=no", "sometimes=no"],
  })),
  label("gives up before the host can answer", "C18", (random) => ({
    ...healthy(random),
    says: ["time-limit=short"],
    may: ["sometimes=yes", "others-too=no"],
  })),
  label("waits and retries for ever", "C18", (random) => ({
    ...healthy(random),
    lines: random.chance(0.4) ? ["pay: read timed out"] : [],
    says: ["time-limit=long"],
    may: ["sometimes=yes"],
  })),
  label("not signed in", "C21", (random) => ({ ...healthy(random), ...shown(random, "77"), may: ["sometimes=no"] })),
  label("the screen asks to sign in", "C21", (random) => ({
    ...healthy(random),
    lines: ["pay: 交易失败，请重新签到"],
  })),
  label("message code wrong for the first time", "C21", (random) => ({ ...healthy(random), ...shown(random, "A0") })),
  label("message code wrong again after signing in", "C22", (random) => ({
    ...healthy(random),
    ...shown(random, random.pick(["A0", "99"])),
    says: ["again-after-sign-in=yes"],
    may: ["since=update"],
  })),
  label("keys gone after a power cut", "C22", (random) => ({
    ...healthy(random),
    ...shown(random, "A0"),
    says: ["again-after-sign-in=yes", "since=power"],
  })),
  label("merchant not valid", "C23", (random) => ({ ...healthy(random), ...shown(random, "03"), may: ["since=new"] })),
  label("terminal not registered", "C23", (random) => ({
    ...healthy(random),
    ...shown(random, "97"),
    may: ["since=new", "sometimes=no"],
  })),
  label("terminal disabled, in the host's words", "C24", (random) => ({
    ...healthy(random),
    lines: ["pay: 主机返回：该终端已停用"],
  })),
  label("terminal disabled, read from the screen", "C24", (random) => ({
    ...healthy(random),
    says: ["screen=disabled"],
    may: ["since=moved"],
  })),
  label("moved to another place, and refused there", "C24", (random) => ({
    ...healthy(random),
    codes: [{ code: "58" }],
    says: ["since=moved"],
  })),
  label("format error after an update", "C25", (random) => ({
    ...healthy(random),
    ...shown(random, "30"),
    says: ["since=update"],
  })),
  label("the host asks for a newer version", "C25", (random) => ({
    ...healthy(random),
    says: ["screen=update"],
    may: ["since=nothing"],
  })),
  label("issuer out of order", "C26", (random) => ({
    ...healthy(random),
    ...shown(random, random.pick(["91", "92", "96", "98"])),
    may: ["since=nothing", "others-too=yes"],
  })),
  label("host's answer came too late", "C26", (random) => ({
    ...healthy(random),
    ...shown(random, random.pick(["68", "90", "06"])),
    may: ["others-too=all-terminals"],
  })),
  label("the same payment twice", "C27", (random) => ({
    ...healthy(random),
    ...shown(random, "94"),
    may: ["sometimes=yes"],
  })),
  label("a pending reversal, read from the screen", "C27", (random) => ({
    ...healthy(random),
    says: ["screen=reversal"],
  })),
  label("a module that does not answer", "C28", () => ({
    lines: ["radio: modem not responding, reset"],
    may: ["module=missing"],
  })),
  label("the terminal's own test finds a fault", "C28", (random) => ({
    settings: random.chance(0.5) ? cabled(openShop(random)) : null,
    says: ["module=missing"],
    may: ["since=nothing", "others-too=no"],
  })),
  label("opened or attacked, says the screen", "C28", () => ({ says: ["screen=tamper"], may: ["since=power"] })),
];

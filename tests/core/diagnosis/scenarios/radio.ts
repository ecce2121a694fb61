// Wi-Fi, mobile and the telephone line: C02, C03, C10 to C14, C30, C31.
import { fromPc, walk } from "./path.ts";
import { label, type Scenario } from "./scenario.ts";
import { onMobile, onPhoneLine, onWifi, openShop } from "./terminal.ts";

export const radio: readonly Scenario[] = [
  label("weak Wi-Fi", "C02", (random) => {
    const shop = openShop(random);
    const settings = onWifi(shop, { signalDbm: -random.between(78, 90) });
    return { settings, says: ["sometimes=yes"], may: ["place-changes=yes", "since=moved"] };
  }),
  label("access point lost again and again", "C02", (random) => ({
    settings: onWifi(openShop(random), { signalDbm: random.chance(0.5) ? -79 : null }),
    lines: [
      "wpa_supplicant: wlan0: CTRL-EVENT-BEACON-LOSS",
      "wpa_supplicant: wlan0: CTRL-EVENT-DISCONNECTED bssid=00:11:22:33:44:55 reason=4",
      "wpa_supplicant: wlan0: CTRL-EVENT-DISCONNECTED bssid=00:11:22:33:44:55 reason=4",
    ],
    may: ["sometimes=yes"],
  })),
  label("weak mobile signal", "C02", (random) => ({
    settings: onMobile(openShop(random), { csq: random.between(1, 8) }, random.chance(0.5)),
    says: ["sometimes=yes"],
    may: ["place-changes=yes"],
  })),
  label("weak mobile signal by reference power", "C02", (random) => ({
    settings: onMobile(openShop(random), { csq: null, rsrpDbm: -random.between(112, 125) }, true),
    may: ["place-changes=yes", "sometimes=yes"],
  })),
  label("Wi-Fi password wrong", "C03", (random) => ({
    settings: onWifi(openShop(random), { signalDbm: null }, { address: null, gateway: null, prefixLength: null }),
    lines: [
      'wpa_supplicant: CTRL-EVENT-SSID-TEMP-DISABLED id=0 ssid="shop" auth_failures=2 duration=20 reason=WRONG_KEY',
    ],
    may: ["since=router", "others-too=no"],
  })),
  label("Wi-Fi refuses the terminal's way of encryption", "C03", (random) => ({
    settings: onWifi(openShop(random), { signalDbm: -60 }, { address: null, gateway: null, prefixLength: null }),
    lines: ["wpa_supplicant: wlan0: CTRL-EVENT-ASSOC-REJECT bssid=00:11:22:33:44:55 status_code=43"],
    may: ["since=router", "others-too=no"],
  })),
  label("no Wi-Fi of that name", "C03", (random) => ({
    settings: onWifi(openShop(random), { signalDbm: null }, { address: null, gateway: null, prefixLength: null }),
    lines: ["wpa_supplicant: wlan0: CTRL-EVENT-NETWORK-NOT-FOUND"],
    says: ["since=router"],
    may: ["others-too=no", "place-changes=no"],
  })),
  label("no SIM", "C10", (random) => ({
    settings: onMobile(openShop(random), { sim: "absent", registration: "not-registered", csq: 99 }),
    lines: ["modem: +CME ERROR: 10"],
    may: ["since=moved"],
  })),
  label("SIM asks for its PUK", "C10", (random) => ({
    settings: onMobile(openShop(random), {
      sim: random.pick(["puk", "pin"] as const),
      registration: "not-registered",
      csq: 99,
    }),
    lines: ["modem: +CPIN: SIM PUK"],
  })),
  label("no SIM, as the person reads it from the screen", "C10", (random) => ({
    channel: "cellular",
    says: ["screen=no-sim"],
    may: ["since=moved", "others-too=no"],
    lines: random.chance(0.2) ? ["modem: +CPIN: NOT INSERTED"] : [],
  })),
  label("the network refuses the SIM", "C11", (random) => ({
    settings: onMobile(openShop(random), { registration: "denied" }),
    lines: ["modem: +CREG: 0,3"],
    may: ["since=nothing", "since=moved"],
  })),
  label("data stopped for the SIM", "C11", (random) => ({
    settings: onMobile(openShop(random), { registration: "home", csq: random.between(15, 28) }),
    lines: [`modem: +CME ERROR: ${random.pick([103, 105, 106, 107, 111])}`],
    may: ["since=nothing"],
  })),
  label("no access point set", "C12", (random) => ({
    settings: onMobile(openShop(random), { apn: "", registration: "home" }),
    lines: [`modem: +CME ERROR: ${random.pick([127, 133, 134])}`],
    may: ["since=new"],
  })),
  label("user or password of the data refused", "C12", (random) => ({
    settings: onMobile(openShop(random), { registration: "home" }),
    lines: ["pppd[77]: PAP authentication failed"],
    may: ["since=update", "sometimes=no"],
  })),
  label("never finds a network", "C13", (random) => ({
    settings: onMobile(openShop(random), { registration: "searching", csq: 99 }),
    lines: ["modem: +CREG: 0,2", "modem: +CSQ: 99,99", "modem: +CREG: 0,2"],
    says: ["sometimes=no"],
    may: ["place-changes=no"],
  })),
  label("the modem's band is switched off here", "C13", (random) => ({
    settings: onMobile(openShop(random), { registration: "not-registered", csq: random.pick([99, null]) }),
    lines: [`modem: +CME ERROR: ${random.pick([30, 31])}`],
    may: ["place-changes=no", "sometimes=no"],
  })),
  label("no dial tone", "C14", (random) => ({
    settings: onPhoneLine(openShop(random)),
    lines: ["chat[12]: Failed (NO DIALTONE)"],
    may: ["dial=no-tone"],
    channel: "dial-up",
  })),
  label("busy, or the outside line needs a prefix", "C14", (random) => ({
    settings: onPhoneLine(openShop(random)),
    lines: [random.pick(["chat[12]: Failed (BUSY)", "chat[12]: Failed (NO CARRIER)"])],
    may: ["dial=tone", "since=moved"],
    channel: "dial-up",
  })),
  label("no dial tone, told without a cable", "C14", () => ({ channel: "dial-up", says: ["dial=no-tone"] })),
  label("the access point lets the terminal speak to nobody", "C30", (random) => {
    const shop = { ...openShop(random), isDhcp: true };
    return {
      settings: onWifi(shop),
      stages: [...walk(shop, random, { at: "gateway", reason: "no-answer" }), fromPc("gateway", "passed", "ok")],
      says: ["others-too=no"],
      may: ["sometimes=no"],
    };
  }),
  label("a new access point filters by hardware address", "C30", (random) => {
    const shop = { ...openShop(random), isDhcp: true };
    const stages = walk(shop, random, { at: "gateway", reason: "no-answer" });
    return { settings: onWifi(shop), stages, says: ["others-too=no", "since=router"] };
  }),
  label("the place, though the signal looks good", "C31", (random) => ({
    settings: onWifi(openShop(random), { signalDbm: -random.between(50, 65) }),
    says: ["place-changes=yes", "sometimes=yes"],
    may: ["others-too=no", "since=moved"],
  })),
  label("noise on the telephone line", "C31", (random) => ({
    settings: onPhoneLine(openShop(random)),
    lines: random.chance(0.5) ? ["chat[12]: Failed (NO CARRIER)"] : [],
    says: ["dial=noisy", "sometimes=yes"],
    channel: "dial-up",
  })),
];

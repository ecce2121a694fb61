// What a terminal shows or prints, typed by a person -> settings, judged by the same rules as those that are read.
import type { Asked } from "../../../electron/contract/commands.ts";
import { check } from "../../../electron/core/findings/check.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { readTypedAddress, readTypedAddressAlone, readTypedMask } from "../../../electron/core/settings/typed-value.ts";

type Told = Asked<"diagnosis.reason">;
type HostTarget = NonNullable<Asked<"diagnosis.from-pc">["hosts"]>[number];

export const channels = ["wired", "wifi", "cellular", "dial-up"] as const;
export type Channel = (typeof channels)[number];

/** What a display says about the card; empty: nothing, or nobody looked. */
export const simWords = ["", "ready", "absent", "pin", "puk", "searching", "denied"] as const;
export type SimWord = (typeof simWords)[number];

/** Lines of the signal on the display; empty: nobody looked. */
export const bars = ["", "0", "1", "2", "3", "4"] as const;
export type Bars = (typeof bars)[number];

export interface Typed {
  readonly channel: Channel | null;
  readonly method: "static" | "dhcp" | null;
  readonly address: string;
  readonly mask: string;
  readonly gateway: string;
  readonly dns: string;
  /** `HOST:PORT`. */
  readonly host: string;
  readonly sim: SimWord;
  readonly bars: Bars;
  readonly apn: string;
  readonly operator: string;
  /** The words on its screen. */
  readonly message: string;
  /** The two characters that the host answered with. */
  readonly code: string;
  readonly terminalId: string;
  readonly serialNumber: string;
  /** Question to option. */
  readonly answers: Readonly<Record<string, string>>;
  /** PC and terminal hang on one router. */
  readonly sharesRouter: boolean;
}

export const nothingTyped: Typed = {
  channel: null,
  method: null,
  address: "",
  mask: "",
  gateway: "",
  dns: "",
  host: "",
  sim: "",
  bars: "",
  apn: "",
  operator: "",
  message: "",
  code: "",
  terminalId: "",
  serialNumber: "",
  answers: {},
  sharesRouter: false,
};

/** The name that the rules call the one interface by that a person speaks of. */
const typedInterface = "terminal";

const kinds = { wired: "ethernet", wifi: "wifi", cellular: "cellular", "dial-up": "ppp" } as const;

/** Null while nothing was typed that a rule could judge. */
function readTyped(typed: Typed): NetworkSettings | null {
  const { channel, method, serialNumber } = typed;
  const hasAddress = [typed.address, typed.mask, typed.gateway, typed.dns].some((text) => text.trim() !== "");
  const host = readHost(typed.host);
  const cellular = channel === "cellular" ? readSim(typed) : null;
  if (channel === null || (!hasAddress && method !== "dhcp" && host === null && cellular === null)) return null;
  const address = readTypedAddress(typed.address);
  const mask = readTypedMask(typed.mask);
  const prefix = mask.ok ? mask.value.value : address.ok ? address.value.value.prefixLength : null;
  const ipv4 = {
    method: method ?? (hasAddress ? "static" : null),
    address: address.ok ? printIpv4(address.value.value.address) : orNull(typed.address),
    prefixLength: prefix,
    gateway: plain(typed.gateway),
    dns: typed.dns
      .split(/[\s,，;；]+/)
      .map(plain)
      .filter((server) => server !== null),
  };
  return networkSettingsSchema.parse({
    interfaces: [{ name: typedInterface, kind: kinds[channel], ipv4, ...(cellular === null ? {} : { cellular }) }],
    hosts: host === null ? [] : [{ host: host.host, port: host.port, tls: host.tls }],
    terminal: { serialNumber: orNull(serialNumber) },
  });
}

/**
 * The least signal quality at which Android shows as many bars (AOSP, SignalStrength: none up to 2, one from 3, four from 12).
 * Makers count the two in the middle differently: they tell nothing.
 */
const qualities: Readonly<Partial<Record<Bars, number>>> = { "0": 2, "1": 3, "4": 12 };

/** Null while nothing was told of the card or the signal. */
function readSim({ sim, bars: shown, apn, operator }: Typed): unknown {
  if (sim === "" && shown === "" && apn.trim() === "" && operator.trim() === "") return null;
  const isRegistration = sim === "searching" || sim === "denied";
  return {
    apn: orNull(apn),
    operator: orNull(operator),
    csq: qualities[shown] ?? null,
    sim: sim === "" || isRegistration ? null : sim,
    registration: isRegistration ? sim : null,
  };
}

/** Only of what is typed already: an empty field is not yet wrong. */
export function checkTyped(typed: Typed): readonly Finding[] {
  const settings = readTyped(typed);
  if (settings === null || typed.method === "dhcp") return [];
  const empty = new Set(
    [
      ["ipv4.address", typed.address],
      ["ipv4.prefixLength", typed.mask],
      ["ipv4.gateway", typed.gateway],
      ["ipv4.dns", typed.dns],
    ].flatMap(([field = "", text = ""]) => (text.trim() === "" ? [field] : [])),
  );
  return check(settings).filter(({ severity, field }) => severity !== "info" && (field === null || !empty.has(field)));
}

export function readHost(text: string): HostTarget | null {
  const [, host = "", port = ""] = /^([^\s:：]{1,253})[:：\s]+(\d{1,5})$/.exec(text.trim()) ?? [];
  return Number(port) < 1 || Number(port) > 65_535 || host === "" ? null : { host, port: Number(port), tls: false };
}

/** What is reasoned from: nothing is said that the person did not say. */
export function tellTyped(typed: Typed): Told {
  return {
    settings: readTyped(typed),
    lines: typed.message.trim() === "" ? [] : [typed.message.trim()],
    codes: typed.code.trim() === "" ? [] : [{ code: typed.code.trim() }],
    answers: Object.entries(typed.answers).map(([question, option]) => ({ question, option })),
    channel: typed.channel,
  };
}

function plain(text: string): string | null {
  const read = readTypedAddressAlone(text);
  return read.ok ? printIpv4(read.value.value) : orNull(text);
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

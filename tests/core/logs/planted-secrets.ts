// Secrets in disguise. Each disguise lays one out over lines and knows how a thief would read it back: the reading of the
// original gives the secret, so a reading of the redacted lines that does not proves something.
import { redactLines } from "../../../electron/core/logs/redaction/redact-lines.ts";
import { makeCardNumber } from "./card-numbers.ts";
import { createDraws, type Draws } from "./seeded-draws.ts";
import { packMessage } from "./test-messages.ts";

export interface Plant {
  readonly lines: readonly string[];
  /** Digits or hex that must not be readable; of a number, anything but the first six and the last four. */
  readonly secrets: readonly string[];
  readonly readBack: (lines: readonly string[]) => string;
}

type Disguise = (draws: Draws) => Plant;

const makeNumber = (draws: Draws): string => {
  const [start, length] = draws.pick([
    ["4", 16],
    ["51", 16],
    ["2221", 16],
    ["34", 15],
    ["62", 16],
    ["62", 17],
    ["62", 18],
    ["62", 19],
    ["622848", 19],
    ["3528", 16],
    ["9", 16],
  ] as const);
  return makeCardNumber(
    start,
    length,
    Array.from({ length: 19 }, () => draws.below(10) / 10),
  );
};

const headings = ["", "10:31:05 sale ", "[10:31:05 pos.c,1188] ", "I/Trans(  812): ", "交易 "] as const;
const digitsOf = (lines: readonly string[]): string => lines.join("").replace(/[^\d*]/g, "");
const hexOf = (lines: readonly string[]): string =>
  lines
    .join("")
    .toLowerCase()
    .replace(/[^\da-f*]/g, "");
const octetsOf = (hex: string): string =>
  Buffer.from(hex.replaceAll("**", "2a").replaceAll("*", "0"), "hex").toString("latin1");
const groups = (text: string, size: number, separator: string): string =>
  (text.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(separator);

/** A number in one line; `read` undoes what `write` did. */
function number(write: (pan: string, draws: Draws) => string, read = digitsOf): Disguise {
  return (draws) => {
    const pan = makeNumber(draws);
    return { lines: [draws.pick(headings) + write(pan, draws)], secrets: [pan], readBack: read };
  };
}

/** A value behind its name. */
function named(names: readonly string[], write: (draws: Draws) => string): Disguise {
  return (draws) => {
    const value = write(draws);
    const [open, close] = draws.pick([
      ["=", ""],
      [": ", ""],
      ["：", ""],
      ["[", "]"],
      ['":"', '"'],
      [">", "</x>"],
      [" = ", ";"],
    ] as const);
    const line = `${draws.pick(headings)}"${draws.pick(names)}${open}${value}${close}`;
    return { lines: [line], secrets: [value.toLowerCase()], readBack: hexOf };
  };
}

function trackTwo(draws: Draws, separator: string): { readonly pan: string; readonly data: string } {
  const pan = makeNumber(draws);
  return { pan, data: `${pan}${separator}3${draws.digits(1)}1${draws.below(3)}201${draws.digits(9)}` };
}

/** Offsets, octets, characters: as hexdump -C, xxd and a card reader's own logs print them. */
function dumpRows(
  hex: string,
  draws: Draws,
): { readonly lines: readonly string[]; readonly octets: (lines: readonly string[]) => string } {
  const style = draws.pick(["hexdump", "xxd", "plain", "one-piece", "logged"] as const);
  const rows = groups(hex, 32, "\n").split("\n");
  const heading = style === "logged" ? "[10:31:05 comm.c,77] " : "";
  const starts: number[] = [];
  const lines = rows.map((row, index) => {
    const offset = {
      hexdump: `${(index * 16).toString(16).padStart(8, "0")}  `,
      xxd: `${(index * 16).toString(16).padStart(8, "0")}: `,
      plain: "",
      "one-piece": "",
      logged: heading,
    }[style];
    starts.push(offset.length);
    const octets = style === "one-piece" ? row : groups(row, style === "xxd" ? 4 : 2, " ");
    const characters = octetsOf(row).replace(/[^\x20-\x7e]/g, ".");
    const beside = { hexdump: `  |${characters}|`, xxd: `  ${characters}`, plain: "", "one-piece": "", logged: "" }[
      style
    ];
    return `${offset}${style === "hexdump" ? octets.padEnd(47) : octets}${beside}`;
  });
  const width = style === "one-piece" ? 32 : style === "xxd" ? 39 : 47;
  const octets = (given: readonly string[]): string =>
    hexOf(given.map((line, index) => line.slice(starts[index], (starts[index] ?? 0) + width)));
  return { lines, octets };
}

function dumped(make: (draws: Draws) => { readonly hex: string; readonly secrets: readonly string[] }): Disguise {
  return (draws) => {
    const { hex, secrets } = make(draws);
    const { lines, octets } = dumpRows(hex, draws);
    return {
      lines,
      secrets,
      readBack: (given) =>
        `${octets(given)} ${octetsOf(octets(given).replace(/.$/, (last) => (octets(given).length % 2 === 1 ? "" : last)))} ${given.join("")}`,
    };
  };
}

const chip = (draws: Draws, pan: string): string =>
  `${draws.pick(["", "9f02060000000128009f0306000000000000", "82021c00"])}5a${Math.ceil(pan.length / 2)
    .toString(16)
    .padStart(2, "0")}${pan}${pan.length % 2 === 1 ? "f" : ""}${draws.pick(["", "5f3401019f3602001a"])}`;

const message = (draws: Draws): { readonly hex: string; readonly secrets: readonly string[] } => {
  const { hex, pan, track, pinBlock, workingKeys } = packMessage(draws, makeNumber(draws));
  return { hex, secrets: [pan, track.toLowerCase(), pinBlock, workingKeys].filter((secret) => secret !== "") };
};

export const disguises: Readonly<Record<string, Disguise>> = {
  "in one piece": number((pan) => `card ${pan} ok`),
  "in groups of four": number((pan, draws) => `pan ${groups(pan, 4, draws.pick([" ", "-", "  ", "\u00a0", "\t"]))}`),
  "with odd dashes and blanks": number((pan, draws) =>
    groups(pan, 4, draws.pick(["\u2013", "\u2011", "\u2009", "\u3000", "\u200b"])),
  ),
  "in full-width digits": number(
    (pan) => pan.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    (lines) => digitsOf([lines.join("").normalize("NFKC")]),
  ),
  "in JSON": number((pan, draws) => `{"amount":12800,"${draws.pick(["cardNo", "pan", "x"])}":"${pan}","ok":true}`),
  "in XML": number((pan, draws) => `<req><${draws.pick(["cardNo", "acct", "d"])}>${pan}</x></req>`),
  "percent-encoded": number(
    (pan) => `q=${Buffer.from(pan).toString("hex").replace(/../g, "%$&")}&x=1`,
    (lines) => lines.join("").replace(/%3(\d)/g, "$1"),
  ),
  "percent-encoded groups": number(
    (pan, draws) => `q=${groups(pan, 4, draws.pick(["%20", "+", "%2D"]))}`,
    (lines) => lines.join("").replace(/%20|%2D|\+/g, ""),
  ),
  "in JSON escapes": number(
    (pan) => `{"x":"${pan.replace(/\d/g, (digit) => `\\u003${digit}`)}"}`,
    (lines) => lines.join("").replace(/\\u003(\d)/g, "$1"),
  ),
  "in XML entities": number(
    (pan) => `<d>${pan.replace(/\d/g, (digit) => `&#${48 + Number(digit)};`)}</d>`,
    (lines) => lines.join("").replace(/&#(\d\d);/g, (_all, code: string) => String.fromCharCode(Number(code))),
  ),
  "in base64": number(
    (pan, draws) => Buffer.from(draws.pick([pan, `{"cardNo":"${pan}"}`, `pan=${pan};`])).toString("base64"),
    (lines) =>
      lines
        .join(" ")
        .split(/[\s:]/)
        .map((word) => Buffer.from(word, "base64").toString("latin1"))
        .join(" "),
  ),
  "packed, in octets": number((pan) => `tx ${groups(pan.length % 2 === 0 ? pan : `${pan}F`, 2, " ")}`),
  "packed, padded with F": number(
    (pan, draws) => `0x${pan.length % 2 === 0 ? pan : `${pan}F`}${draws.pick(["", "FFFF"])}`,
  ),
  "in hex of its characters": number(
    (pan, draws) =>
      `data ${draws.pick([(hex: string) => hex, (hex: string) => groups(hex, 2, " "), (hex: string) => groups(hex, 2, ":")])(Buffer.from(pan).toString("hex"))}`,
    (lines) => octetsOf(hexOf([lines.join("").replace(/^.*data /, "")])),
  ),
  "in chip data": number((pan, draws) => `emv ${chip(draws, pan).toUpperCase()}`, hexOf),
  "in chip data, in octets": number((pan, draws) => `emv ${groups(chip(draws, pan), 2, " ")}`, hexOf),
  "behind a Chinese name": number(
    (pan, draws) =>
      `${draws.pick(["卡号", "主账号", "银行卡", "主帐号"])}${draws.pick([":", "：", "=", "为", " "])}${draws.pick([pan, groups(pan, 4, " ")])}`,
  ),
  "track 1": (draws) => {
    const pan = makeNumber(draws);
    const rest = `^LI/LEI LEI^3${draws.digits(1)}12201${draws.digits(12)}?`;
    return {
      lines: [`${draws.pick(headings)}%B${pan}${rest}`],
      secrets: [pan, rest.slice(-14, -1)],
      readBack: digitsOf,
    };
  },
  "track 2": (draws) => {
    const { pan, data } = trackTwo(draws, "=");
    return {
      lines: [`${draws.pick(headings)}${draws.pick([";", ""])}${data}?`],
      secrets: [pan, data.slice(-12)],
      readBack: digitsOf,
    };
  },
  "track 2 in hex": (draws) => {
    const { pan, data } = trackTwo(draws, "D");
    const odd = data.length % 2 === 1 ? "F" : "";
    const tag = draws.pick(["", `57${((data.length + odd.length) / 2).toString(16).padStart(2, "0")}`]);
    return {
      lines: [`${draws.pick(headings)}${tag}${data}${odd}`],
      secrets: [pan, data.slice(-12)],
      readBack: digitsOf,
    };
  },
  "track behind its name": named(
    ["track2", "Track 2 data", "磁道2", "二磁道数据", "trk2", "field[35]", "F36", "35域"],
    (draws) => trackTwo(draws, draws.pick(["=", "D"])).data.replaceAll("=", "d"),
  ),
  "PIN block": named(
    ["PIN block", "pinblock", "pin_data", "PIN密文", "encPin", "field 52", "F52", "DE052", "52域"],
    (draws) => draws.hex(8).replace(/^./, "7"),
  ),
  "PIN": named(["PIN", "pin", "密码密文"], (draws) => draws.digits(4 + draws.below(3))),
  "working key": named(
    ["TMK", "tpk", "pinKey", "MAC key", "master_key", "主密钥", "工作密钥", "TDK", "field[62]", "62域"],
    (draws) => draws.hex(draws.pick([8, 16, 24])),
  ),
  "message in one piece": (draws) => {
    const { hex, secrets } = message(draws);
    return { lines: [`${draws.pick(headings)}${hex}`], secrets, readBack: hexOf };
  },
  "message in a dump": dumped(message),
  "number in a dump of characters": dumped((draws) => {
    const pan = makeNumber(draws);
    return {
      hex: Buffer.from(`POST /pay x=1 card: ${"-".repeat(draws.below(16))}${pan} end`).toString("hex"),
      secrets: [pan],
    };
  }),
  "in a dump of something else": dumped((draws) => {
    const pan = makeNumber(draws);
    return {
      hex: `${draws.hex(9 + draws.below(9))}${pan}${pan.length % 2 === 1 ? "f" : ""}${draws.hex(9)}`,
      secrets: [pan],
    };
  }),
};

/** Whether a reading shows more of a secret than the first six and the last four of a number. */
export function shows(lines: readonly string[], plant: Plant): boolean {
  const [original, reading] = [plant.readBack(plant.lines).toLowerCase(), plant.readBack(lines).toLowerCase()];
  const [first = ""] = plant.secrets;
  return plant.secrets.some((secret) => {
    const at = original.indexOf(secret);
    if (at < 0) throw new Error(`the secret cannot be read back from ${plant.lines.join("\n")}`);
    const isNumber = secret === first && /^\d{15,19}$/.test(secret);
    const hidden = isNumber ? secret.slice(6, -4) : secret;
    if (original.length !== reading.length) return reading.includes(hidden);
    const from = at + (isNumber ? 6 : 0);
    return Array.from(hidden).some((character, index) => reading.charAt(from + index) === character);
  });
}

/** Of so many of all disguises together, this one's lines that still show after redaction what was planted in them. */
export function findSurvivors(
  make: Disguise,
  { of, seed }: { readonly of: number; readonly seed: number },
): readonly (readonly string[])[] {
  const draws = createDraws(seed);
  const plants = Array.from({ length: Math.ceil(of / Object.keys(disguises).length) }, () => make(draws));
  return plants.filter((plant) => shows(redactLines(plant.lines).lines, plant)).map(({ lines }) => lines);
}

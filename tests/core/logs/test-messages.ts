// Messages as terminals pack them, for tests: the test's own encoder, written from the field list and not from the decoder.
import type { Draws } from "./seeded-draws.ts";

export interface TestMessage {
  readonly pan: string;
  readonly track: string;
  readonly pinBlock: string;
  readonly workingKeys: string;
  readonly hex: string;
}

const ascii = (text: string): string => Buffer.from(text, "latin1").toString("hex");
const evenly = (digits: string): string => (digits.length % 2 === 0 ? digits : `${digits}0`);
const length = (count: number, digits: number): string => String(count).padStart(digits + (digits % 2), "0");

/** TPDU, header, 0200 or 0210 with card data, or a sign-in's 0810 with working keys. */
export function packMessage(draws: Draws, pan: string): TestMessage {
  const track = `${pan}D${2 + draws.below(7)}${draws.digits(3)}${draws.pick(["201", "220", "101"])}${draws.digits(8)}`;
  const pinBlock = draws.hex(8);
  const workingKeys = draws.hex(40);
  const isSignIn = draws.below(4) === 0;
  const fields = isSignIn
    ? signInFields(draws, workingKeys)
    : paymentFields(draws, { pan, track, pinBlock, isAnswer: draws.below(2) === 0 });
  const type = isSignIn ? "0810" : draws.pick(["0200", "0210", "0400"]);
  const head = `60${draws.digits(8)}${draws.pick(["602200000000", "613100311310"])}${type}`;
  const body = `${head}${packBitmap([...fields.keys()])}${[...fields.values()].join("")}`;
  const hex = (draws.below(2) === 0 ? (body.length / 2).toString(16).padStart(4, "0") : "") + body;
  const inIt = (secret: string): string => (isSignIn ? "" : secret);
  return {
    pan: inIt(pan),
    track: inIt(track),
    pinBlock: inIt(pinBlock),
    workingKeys: isSignIn ? workingKeys : "",
    hex: hex.toLowerCase(),
  };
}

interface Payment {
  readonly pan: string;
  readonly track: string;
  readonly pinBlock: string;
  readonly isAnswer: boolean;
}

function paymentFields(draws: Draws, { pan, track, pinBlock, isAnswer }: Payment): ReadonlyMap<number, string> {
  const fields = new Map<number, string>([
    [2, length(pan.length, 2) + evenly(pan)],
    [3, "000000"],
    [4, draws.digits(6).padStart(12, "0")],
    [11, draws.digits(6)],
    [12, "103105"],
    [13, "1122"],
    [14, `3${draws.digits(1)}0${1 + draws.below(9)}`],
    [22, "0510"],
    [23, "0001"],
    [25, "00"],
    [26, "06"],
    [35, length(track.length, 2) + evenly(track)],
  ]);
  if (isAnswer) {
    fields.set(37, ascii(draws.digits(12)));
    fields.set(39, ascii(draws.pick(["00", "91", "55", "A0"])));
  }
  fields.set(41, ascii(draws.digits(8)));
  fields.set(42, ascii(draws.digits(15)));
  fields.set(49, ascii("156"));
  fields.set(52, pinBlock);
  fields.set(53, "2600000000000000");
  const chip = `9f2608${draws.hex(8)}5a08${evenly(pan).slice(0, 16)}9f360200${draws.hex(1)}`;
  fields.set(55, length(chip.length / 2, 3) + chip);
  fields.set(60, length(8, 3) + `22${draws.digits(6)}`);
  fields.set(64, draws.hex(8));
  return fields;
}

function signInFields(draws: Draws, workingKeys: string): ReadonlyMap<number, string> {
  return new Map([
    [11, draws.digits(6)],
    [12, "080000"],
    [13, "1122"],
    [32, `08${draws.digits(8)}`],
    [37, ascii(draws.digits(12))],
    [39, ascii("00")],
    [41, ascii(draws.digits(8))],
    [42, ascii(draws.digits(15))],
    [60, `001100${draws.digits(6)}0030`],
    [62, length(workingKeys.length / 2, 3) + workingKeys],
  ]);
}

function packBitmap(numbers: readonly number[]): string {
  const octets = new Uint8Array(8);
  for (const number of numbers)
    octets[(number - 1) >> 3] = (octets[(number - 1) >> 3] ?? 0) | (0x80 >> ((number - 1) & 7));
  return Buffer.from(octets).toString("hex");
}

// Lines that hold nothing secret and a lot of numbers. A number that would be a card's by its check digit is not ordinary,
// and none is drawn: time stamps, serial numbers, amounts, telephone numbers, addresses, digests as logs print them.
import { passesLuhn } from "../../../electron/core/logs/luhn.ts";
import type { Draws } from "./seeded-draws.ts";

const two = (draws: Draws, below: number): string => String(draws.below(below)).padStart(2, "0");
const clock = (draws: Draws): string => `${two(draws, 24)}:${two(draws, 60)}:${two(draws, 60)}`;
const date = (draws: Draws): string => `2026-${two(draws, 12)}-${two(draws, 28)}`;
const serial = (draws: Draws, length: number): string => {
  for (;;) {
    const digits = draws.digits(length);
    if (!passesLuhn(digits.replace(/^0+/, ""))) return digits;
  }
};
const dotted = (draws: Draws): string => `192.168.${draws.below(256)}.${draws.below(256)}`;
const mac = (draws: Draws): string => (draws.hex(6).match(/../g) ?? []).join(":");

const writers: readonly ((draws: Draws) => string)[] = [
  (draws) => `Nov 22 ${clock(draws)} terminal kernel: [${draws.digits(5)}.${draws.digits(6)}] eth0: link up, 100Mbps`,
  (draws) =>
    `${date(draws)}T${clock(draws)}.${draws.digits(6)}+08:00 pos payd[${draws.below(9999)}]: amount=${draws.below(999_999)} fen`,
  (draws) => `<13>1 ${date(draws)}T${clock(draws)}Z pos app ${draws.below(9999)} ID47 - order ${serial(draws, 12)}`,
  (draws) => `[${clock(draws)} main.c,${draws.below(2000)}] trace ${draws.digits(6)} batch ${draws.digits(6)}`,
  (draws) => `serial number SN${serial(draws, 10)} IMEI ${serial(draws, 15)}`,
  (draws) => `ICCID 8986${serial(draws, 8)}F phone 138${draws.digits(8)}`,
  (draws) => `DHCPACK of ${dotted(draws)} from ${dotted(draws)} lease ${draws.below(86_400)}`,
  (draws) => `arp who-has ${dotted(draws)} tell ${dotted(draws)} ${mac(draws)}`,
  (draws) => `fe80::${draws.hex(2)}:${draws.hex(2)}:${draws.hex(2)}:${draws.hex(2)}/64 scope link`,
  (draws) => `sha256:${draws.hex(32)} ok, md5 ${draws.hex(16)}`,
  (draws) =>
    `request id ${draws.hex(4)}-${draws.hex(2)}-4${draws.hex(2).slice(1)}-a${draws.hex(2).slice(1)}-${draws.hex(6)} took ${draws.below(9000)} ms`,
  (draws) => `cpu ${Array.from({ length: 8 }, () => draws.below(100_000)).join(" ")}`,
  (draws) =>
    `mem ${draws.below(999_999)} kB free of ${draws.below(999_999)} kB; ${draws.below(100)}.${draws.digits(2)} %`,
  (draws) => `Call trace: [<${draws.hex(8)}>] schedule+0x${draws.hex(1)}/0x${draws.hex(2)}`,
  (draws) => `host field[39]: ${draws.pick(["00", "91", "98", "A0"])} field[11]: ${draws.digits(6)}`,
  (draws) => `GET /api/v2/terminal/${draws.below(99_999)}/status?ts=17${serial(draws, 11)} 200 ${draws.below(5000)}`,
  (draws) =>
    `交易金额 ${draws.below(9999)}.${draws.digits(2)} 元，流水号 ${draws.digits(6)}，商户号 ${serial(draws, 15)}`,
  (draws) => `+CSQ: ${draws.below(31)},99 +CREG: 0,1 +COPS: 0,0,"CHN-UNICOM",7`,
];

export function writeOrdinaryLine(draws: Draws): string {
  return draws.pick(writers)(draws);
}

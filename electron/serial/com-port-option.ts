// RFC 2217: a serial port's settings and lines as a Telnet option. What this side asks has the numbers below; the
// server answers with the same number and 100, and with the value that holds now.
import type { LineSettings } from "../core/bytes/byte-port.ts";

/** The option's number among Telnet's options. */
export const comPortOption = 44;

const codes = {
  baudRate: 1,
  dataBits: 2,
  parity: 3,
  stopBits: 4,
  control: 5,
  modemStateMask: 11,
} as const;

const answerOffset = 100;
export const modemStateNotice = 107;

/** One question and what its answer must be. */
export interface ComPortRequest {
  /** One character per byte, ready for a subnegotiation. */
  readonly binary: string;
  readonly answer: string;
  /** For a person, when the answer is another: what cannot be had. */
  readonly setting: string;
}

const parities = ["none", "odd", "even", "mark", "space"] as const;
const stopSizes = [1, 2, 1.5] as const;
const flowControls = ["none", "software", "hardware"] as const;

/** Questions that every server has to answer before a byte of data is worth sending. */
export function printLineRequests(line: LineSettings): readonly ComPortRequest[] {
  return [
    printRate(line.baudRate),
    request(codes.dataBits, printByte(line.dataBits), `${line.dataBits} data bits`),
    request(codes.parity, printByte(parities.indexOf(line.parity) + 1), `parity ${line.parity}`),
    request(codes.stopBits, printByte(stopSizes.indexOf(line.stopBits) + 1), `${line.stopBits} stop bits`),
    request(codes.control, printByte(flowControls.indexOf(line.flowControl) + 1), `flow control ${line.flowControl}`),
  ];
}

export function printRate(baudRate: number): ComPortRequest {
  return request(codes.baudRate, printLong(baudRate), `baud rate ${baudRate}`);
}

export function printBreak(isOn: boolean): ComPortRequest {
  return request(codes.control, printByte(isOn ? 5 : 6), "break");
}

export function printModemLine(line: "dtr" | "rts", isOn: boolean): ComPortRequest {
  const on = line === "dtr" ? 8 : 11;
  return request(codes.control, printByte(isOn ? on : on + 1), `${line} ${isOn ? "on" : "off"}`);
}

/** Asks to be told of every change of CTS, DSR, RI and DCD. */
export const watchModemLines = request(codes.modemStateMask, printByte(0xff), "modem lines");

/** The upper half of the state's byte; the lower half says what changed. */
export function readModemState(state: number): { cts: boolean; dsr: boolean; ri: boolean; dcd: boolean } {
  const has = (bit: number): boolean => (state & bit) !== 0;
  return { cts: has(0x10), dsr: has(0x20), ri: has(0x40), dcd: has(0x80) };
}

function request(code: number, value: string, setting: string): ComPortRequest {
  return { binary: printByte(code) + value, answer: printByte(code + answerOffset) + value, setting };
}

function printByte(value: number): string {
  return String.fromCharCode(value);
}

function printLong(value: number): string {
  return String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

// Every frame on a cable, as the kernel hands it to a packet socket: the witness of what was really sent, whoever says what.
//
//   lan0 -> socat -x (packet socket) -> a file of hexadecimal, one line of octets a frame -> frames
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type OwnedProcess, startProcess } from "./owned-process.ts";

export interface SentFrame {
  /** `arp`, `icmp`, `udp`, `tcp`, or the number of another protocol. */
  readonly kind: string;
  /** The address asked for or sent to. */
  readonly to: string;
  /** Null where there are none. */
  readonly port: number | null;
  /** Octets behind the TCP or UDP header. */
  readonly payload: number;
}

export interface FrameWitness {
  /** What came from this hardware address so far. */
  readonly list: (from: string) => readonly SentFrame[];
  readonly close: () => Promise<void>;
}

/** `file` is where it writes; frames are heard from the moment this resolves. */
export async function watchFrames(namespace: string, device: string, file: string): Promise<FrameWitness> {
  const script = `exec socat -d -d -x -u INTERFACE:${device},type=3 OPEN:/dev/null 2>"$1"`;
  const program: OwnedProcess = startProcess("ip", ["netns", "exec", namespace, "sh", "-c", script, "sh", file]);
  await waitForWords(file, "starting data transfer loop");
  return {
    list: (from) => readFrames(file).flatMap((octets) => (readSource(octets) === from ? [describe(octets)] : [])),
    close: () => program.kill(),
  };
}

async function waitForWords(file: string, words: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (readText(file).includes(words)) return;
    await delay(25);
  }
  throw new Error(`the witness heard nothing: ${readText(file)}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function readFrames(file: string): readonly Buffer[] {
  return readText(file)
    .split("\n")
    .filter((line) => /^(?: [0-9a-f]{2}){14,}\s*$/.test(line))
    .map((line) => Buffer.from(line.replaceAll(" ", ""), "hex"));
}

function readSource(frame: Buffer): string {
  return [...frame.subarray(6, 12)].map((octet) => octet.toString(16).padStart(2, "0")).join(":");
}

/** RFC 894, RFC 826, RFC 791. */
function describe(frame: Buffer): SentFrame {
  const type = frame.readUInt16BE(12);
  if (type === 0x0806) return { kind: "arp", to: printAddress(frame, 38), port: null, payload: 0 };
  if (type !== 0x0800) return { kind: `0x${type.toString(16)}`, to: "", port: null, payload: 0 };
  const start = 14 + (frame.readUInt8(14) & 15) * 4;
  const end = 14 + frame.readUInt16BE(16);
  const to = printAddress(frame, 30);
  const protocol = frame.readUInt8(23);
  if (protocol === 1) return { kind: "icmp", to, port: null, payload: end - start };
  if (protocol !== 6 && protocol !== 17) return { kind: String(protocol), to, port: null, payload: end - start };
  const header = protocol === 17 ? 8 : (frame.readUInt8(start + 12) >> 4) * 4;
  const port = frame.readUInt16BE(start + 2);
  return { kind: protocol === 17 ? "udp" : "tcp", to, port, payload: end - start - header };
}

function printAddress(frame: Buffer, at: number): string {
  return [...frame.subarray(at, at + 4)].join(".");
}

// cksum, cmp: what proves that a file arrived as it was sent.
import { complain, done, print, readBytes, splitOptions, type Call, type CommandTable } from "./command.ts";
import type { RunOutcome } from "../shell/shell-process.ts";

export const checksumCommands: CommandTable = { cksum: runCksum, cmp: runCmp };

// POSIX cksum: CRC-32 of Ethernet, most significant bit first, over the bytes and then their count.
const polynomial = 0x04c11db7;
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ polynomial : value << 1;
  return value >>> 0;
});

export function posixChecksum(bytes: Uint8Array): number {
  let sum = 0;
  const add = (byte: number): void => {
    sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  };
  for (const byte of bytes) add(byte);
  for (let length = bytes.length; length > 0; length = Math.floor(length / 256)) add(length & 255);
  return ~sum >>> 0;
}

async function runCksum(call: Call): Promise<RunOutcome> {
  const { words } = splitOptions(call.args);
  let stdout = "";
  let stderr = "";
  for (const path of words.length > 0 ? words : ["-"]) {
    const bytes = await readBytes(call, path);
    if (bytes === null) stderr += `cksum: ${path}: No such file or directory\n`;
    else stdout += `${posixChecksum(bytes)} ${bytes.length}${words.length > 0 ? ` ${path}` : ""}\n`;
  }
  return { stdout, stderr, exitCode: stderr === "" ? 0 : 1 };
}

async function runCmp(call: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(call.args);
  const silent = options.has("s") || options.has("quiet") || options.has("silent");
  const [first = "-", second = "-"] = words;
  const [one, other] = [await readBytes(call, first), await readBytes(call, second)];
  for (const [bytes, path] of [[one, first] as const, [other, second] as const]) {
    if (bytes === null)
      return silent ? { ...done, exitCode: 2 } : complain(`cmp: ${path}: No such file or directory`, 2);
  }
  if (one === null || other === null) return { ...done, exitCode: 2 };
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at < shorter && one[at] === other[at]) at += 1;
  if (at === shorter && one.length === other.length) return done;
  if (silent) return { ...done, exitCode: 1 };
  const line = one.subarray(0, at).filter((byte) => byte === 10).length + 1;
  if (at < shorter) return { ...print(`${first} ${second} differ: byte ${at + 1}, line ${line}\n`), exitCode: 1 };
  const ended = one.length < other.length ? first : second;
  return complain(
    at === 0 ? `cmp: EOF on ${ended} which is empty` : `cmp: EOF on ${ended} after byte ${at}, line ${line}`,
  );
}

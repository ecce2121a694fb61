// What a terminal logs to, and what it can pack with: one question.
//
//   t z base64 -w0              it has gzip, and this prints base64
//   j | r | k                   it has a journal, a ring (logread), the kernel's messages
//   f SIZE PURPOSE PATH         a log file that can be read
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { makeFailure } from "../../../failures/failure.ts";
import type { LogPurpose, LogSource } from "../../log-pull.ts";
import { encodeWord } from "../encode.ts";

export interface Packing {
  readonly gzip: boolean;
  /** The command; null where the terminal has none. */
  readonly base64: string | null;
}

export interface FoundSources {
  readonly packing: Packing;
  readonly sources: readonly LogSource[];
}

/** A log file that a description or a person names; `path` may hold `*`. */
export interface NamedLog {
  readonly path: string;
  readonly purpose: LogPurpose;
}

/** Where Debian, Alpine, OpenWrt and Buildroot, pppd's own options and wpa_supplicant's -f put them. */
const known: readonly NamedLog[] = [
  ...["syslog", "messages", "daemon.log", "kern.log"].map((name) => ({
    path: `/var/log/${name}`,
    purpose: "system" as const,
  })),
  ...["/var/log/ppp.log", "/var/log/ppp/*", "/tmp/ppp*.log", "/etc/ppp/connect-errors", "/var/log/chat.log"].map(
    (path) => ({ path, purpose: "ppp" as const }),
  ),
  ...["/var/log/wpa_supplicant*.log", "/tmp/wpa_supplicant*.log"].map((path) => ({ path, purpose: "wifi" as const })),
  ...["/var/log/modem*.log", "/tmp/modem*.log", "/var/log/ModemManager.log"].map((path) => ({
    path,
    purpose: "modem" as const,
  })),
];

/** A path that the shell may look for names in: nothing in it means anything to a shell but `*`. */
const pattern = /^\/[\w./*@+:-]{1,255}$/;

export function makeSourcesScript(described: readonly NamedLog[], files: readonly string[]): Result<string> {
  const words: string[] = [];
  for (const { path, purpose } of [...described, ...known]) if (pattern.test(path)) words.push(`F ${purpose} ${path}`);
  for (const file of files) {
    const word = encodeWord("file", file);
    if (!word.ok) return word;
    words.push(`F application ${word.value}`);
  }
  return succeed(
    [
      'F(){ p=$1;shift;for f;do [ -f "$f" ]&&[ -r "$f" ]&&echo f $(wc -c <"$f") $p "$f";done;}',
      `e=-;for t in "base64 -w0" base64 "openssl base64 -A";do [ "$(echo a|$t 2>/dev/null)" = YQo= ]&&e=$t&&break;done`,
      `z=-;[ "$(echo a|gzip -8 2>/dev/null|gzip -dc 2>/dev/null)" = a ]&&z=z`,
      'echo t $z "$e"',
      '[ "$(journalctl -q --no-pager -n 1 2>/dev/null)" ]&&echo j',
      '[ "$(logread 2>/dev/null|head -n 1)" ]&&echo r',
      '[ "$(dmesg 2>/dev/null|head -n 1)" ]&&echo k',
      ...words,
      ":",
    ].join("\n"),
  );
}

const streams: Readonly<Record<string, LogSource>> = {
  j: { name: "journal", purpose: "system", isFile: false, size: null },
  r: { name: "ring", purpose: "system", isFile: false, size: null },
  k: { name: "kernel", purpose: "kernel", isFile: false, size: null },
};

export function readSources(output: string): Result<FoundSources> {
  const lines = output.split("\n");
  const [, packs, base64] = /^t ([z-]) (.+)$/m.exec(output) ?? [];
  if (packs === undefined || base64 === undefined)
    return fail(makeFailure("answer-unreadable", { step: "log sources" }));
  const sources = new Map<string, LogSource>();
  for (const line of lines) {
    const source = streams[line] ?? readFile(line);
    // What a description calls an application's is that, wherever it lies.
    if (source !== null && !sources.has(source.name)) sources.set(source.name, source);
  }
  const packing = { gzip: packs === "z", base64: base64 === "-" ? null : base64 };
  return succeed({ packing, sources: [...sources.values()] });
}

function readFile(line: string): LogSource | null {
  const [, size, purpose, name] = /^f (\d+) (system|application|ppp|wifi|modem) (\/.+)$/.exec(line) ?? [];
  if (size === undefined || purpose === undefined || name === undefined) return null;
  return { name, purpose: purpose as LogPurpose, isFile: true, size: Number(size) };
}

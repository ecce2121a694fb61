// The terminal's latest log lines, from the best source it has. Raw: redaction follows where they leave the dialect.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { LogLines } from "../../dialect.ts";

/** More than a line of any logger; longer ones are cut, so that one line cannot fill the answer. */
const longestLine = 2000;

export function makeLogScript(lines: number): string {
  const count = Math.max(1, Math.min(Math.trunc(lines), 20_000));
  return [
    `c(){ tail -n ${count}|cut -c 1-${longestLine};}`,
    // $O: what was read; $1: where. The first that has anything is the answer.
    `t(){ [ "$O" ]||return 1;echo "$1";echo "$O";exit;}`,
    `O=$(journalctl -q --no-pager -o short-iso -n ${count} 2>/dev/null|c);t journalctl`,
    `O=$(logread 2>/dev/null|c);t logread`,
    `for f in /var/log/syslog /var/log/messages;do O=$(cat $f 2>/dev/null|c);t $f;done`,
    `O=$(dmesg 2>/dev/null|c);t dmesg`,
  ].join("\n");
}

export function readLogOutput(output: string): Result<LogLines> {
  const [source, ...lines] = output.split("\n");
  if (!source) return fail(makeFailure("command-failed", { step: "logs", reason: "no log could be read" }));
  return succeed({ source, lines });
}

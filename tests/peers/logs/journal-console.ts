// A console in a namespace whose logs a real systemd-journald keeps.
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { Finished } from "../owned-process.ts";

/** Its own journal only: this machine's kernel has nothing to say there. */
const journald = [
  // It looks there for who speaks, and ends where nothing is.
  "mount -t cgroup2 none /sys/fs/cgroup",
  "mkdir -p /run/systemd/journal",
  "printf '[Journal]\\nStorage=volatile\\nReadKMsg=no\\nForwardToSyslog=no\\n' >/etc/systemd/journald.conf",
  "setsid /lib/systemd/systemd-journald >/dev/null 2>&1 </dev/null &",
  "for n in $(seq 50); do [ -S /run/systemd/journal/dev-log ] && break; sleep 0.1; done",
];
export const toJournal = "logger -u /run/systemd/journal/dev-log -t payd";

export function startJournalConsole(): Promise<ConsolePeer> {
  return startConsole({ shell: "bash", login: "root-autologin", startUp: ["set +e", ...journald, "set -e"] });
}

/** Resolves when all of it stands in the journal. */
export function writeToJournal(peer: ConsolePeer, ...texts: readonly string[]): Promise<Finished> {
  const last = texts.at(-1) ?? "";
  const isThere = `for n in $(seq 50); do journalctl -q -n 1 -o cat | grep -qxF '${last}' && break; sleep 0.1; done`;
  return peer.inNamespace([...texts.map((text) => `${toJournal} '${text}'`), isThere].join(";"));
}

/** Of `payd`: what journald says of itself is between its lines. */
export function readMessages(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => /payd\[\d+\]: (.*)$/.exec(line)?.[1] ?? []);
}

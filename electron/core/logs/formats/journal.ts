// `journalctl -o short-iso` and rsyslog's own format with high precision.
//
//   2026-11-22T10:31:05+0800 terminal dhclient[401]: No DHCPOFFERS received.
import { readIsoTime } from "./iso-time.ts";
import type { LineFormat } from "./line-format.ts";

const line = /^(\d{4}-\d\d-\d\dT\S+) (\S+) (?:([^\s:[]+)(?:\[\d+\])?: ?)?(.*)$/;

export const journal: LineFormat = {
  id: "journal",
  read(text) {
    const [, stamp, , program, message = ""] = line.exec(text) ?? [];
    const time = stamp === undefined ? null : readIsoTime(stamp);
    return time === null ? null : { time, severity: null, source: program ?? null, message };
  },
};

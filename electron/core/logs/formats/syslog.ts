// BSD syslog (RFC 3164), as /var/log/syslog and `journalctl -o short` print it: no year, no zone.
//
//   <13>Nov 22 10:31:05 terminal dhclient[401]: No DHCPOFFERS received.
import { readMonth, readTimeOfDay } from "../time/wall-time.ts";
import type { LineFormat } from "./line-format.ts";
import { severityOfPriority } from "./severity.ts";

const line =
  /^(?:<(\d{1,3})>)?([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?) (\S+) (?:([^\s:[]+)(?:\[\d+\])?: ?)?(.*)$/;

export const bsdSyslog: LineFormat = {
  id: "syslog",
  read(text) {
    const [, priority, name = "", day = "", clock = "", , program, message = ""] = line.exec(text) ?? [];
    const month = readMonth(name);
    const millisecond = readTimeOfDay(clock);
    if (month === 0 || Number.isNaN(millisecond)) return null;
    return {
      time: { year: 0, month, day: Number(day), millisecond, offset: null },
      severity: severityOfPriority(priority),
      source: program ?? null,
      message,
    };
  },
};

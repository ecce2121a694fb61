// RFC 5424 syslog.
//
//   <34>1 2026-11-22T10:31:05.123+08:00 terminal dhclient 401 - - No DHCPOFFERS received.
import { readIsoTime } from "./iso-time.ts";
import type { LineFormat } from "./line-format.ts";
import { severityOfPriority } from "./severity.ts";

const line = /^<(\d{1,3})>\d{1,2} (\S+) \S+ (\S+) \S+ \S+ (?:-|\[(?:[^\]\\]|\\.)*\]) ?(.*)$/;

export const syslogProtocol: LineFormat = {
  id: "rfc5424",
  read(text) {
    const [, priority, stamp, program = "-", message = ""] = line.exec(text) ?? [];
    if (priority === undefined || stamp === undefined) return null;
    const source = program === "-" ? null : program;
    return { time: readIsoTime(stamp), severity: severityOfPriority(priority), source, message };
  },
};

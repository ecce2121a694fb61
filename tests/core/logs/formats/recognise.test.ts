import { expect, test } from "vitest";
import { readLine, recogniseFormats } from "../../../../electron/core/logs/formats/recognise.ts";

const at = (year: number, hour = 10): unknown => ({
  year,
  month: 11,
  day: 22,
  millisecond: ((hour * 60 + 31) * 60 + 5) * 1000,
  offset: null,
});

test.each([
  [
    "syslog",
    "Nov 22 10:31:05 pos dhclient[401]: No DHCPOFFERS received.",
    { time: at(0), severity: null, source: "dhclient", message: "No DHCPOFFERS received." },
  ],
  ["syslog", "<11>Nov 22 10:31:05 pos payd: bad", { time: at(0), severity: "error", source: "payd", message: "bad" }],
  [
    "rfc5424",
    '<12>1 2026-11-22T10:31:05Z pos payd 8 - [a@1 b="c\\]"] bad',
    { time: { ...(at(2026) as object), offset: 0 }, severity: "warning", source: "payd", message: "bad" },
  ],
  [
    "journal",
    "2026-11-22T10:31:05+0800 pos kernel: eth0: down",
    { time: { ...(at(2026) as object), offset: 480 }, severity: null, source: "kernel", message: "eth0: down" },
  ],
  [
    "dmesg",
    "[   12.345678] eth0: down",
    { time: { sinceStart: 12_345 }, severity: null, source: "kernel", message: "eth0: down" },
  ],
  [
    "dmesg",
    "[Sun Nov 22 10:31:05 2026] eth0: down",
    { time: at(2026), severity: null, source: "kernel", message: "eth0: down" },
  ],
  ["logcat-brief", "E/Trans   (  812): failed", { time: null, severity: "error", source: "Trans", message: "failed" }],
  [
    "logcat-time",
    "11-22 10:31:05.000 W/Trans(  812): slow",
    { time: at(0), severity: "warning", source: "Trans", message: "slow" },
  ],
  [
    "logcat-threadtime",
    "11-22 10:31:05.000   812   830 I Trans   : fine",
    { time: at(0), severity: "info", source: "Trans", message: "fine" },
  ],
  [
    "bracketed",
    "[10:31:05 comm.c,188] connect failed",
    { time: { timeOfDay: 37_865_000 }, severity: null, source: "comm.c", message: "connect failed" },
  ],
  [
    "bracketed",
    "2026-11-22 10:31:05 connect failed",
    { time: at(2026), severity: null, source: null, message: "connect failed" },
  ],
  ["at-trace", "> AT+CSQ", { time: null, severity: "info", source: "modem", message: "AT+CSQ" }],
  ["at-trace", "+CME ERROR: 10", { time: null, severity: "error", source: "modem", message: "+CME ERROR: 10" }],
  [
    "hex-dump",
    '0010  60 00 03 00 00 60 22 00  `....`".',
    { time: null, severity: null, source: null, message: '0010  60 00 03 00 00 60 22 00  `....`".' },
  ],
] as const)("%s: %s", (id, line, expected) => {
  const formats = recogniseFormats([line]);
  expect([formats.map((format) => format.id), readLine(line, formats)]).toEqual([[id], expected]);
});

test.each(["", "plain words", "Nov 32 99:99:99 pos x: y", "[99:99:99 a.c,1] x", "1970", "[ ok ] started"])(
  "%s is in no format known here",
  (line) => {
    expect(recogniseFormats([line])).toEqual([]);
  },
);

test("a file with two formats is read in both", () => {
  const lines = [
    "[10:31:05 comm.c,188] send",
    "60 00 03 00 00 60 22 00 00 00 00 08 00 20",
    "[10:31:06 comm.c,190] done",
  ];
  expect(recogniseFormats(lines).map(({ id }) => id)).toEqual(["bracketed", "hex-dump"]);
});

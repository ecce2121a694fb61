// `dmesg`: seconds since the kernel started, or with `dmesg -T` a date.
//
//   [   12.345678] e1000: eth0 NIC Link is Down        [Sun Nov 22 10:31:05 2026] ...
import { readMonth, readTimeOfDay } from "../time/wall-time.ts";
import type { LineFormat } from "./line-format.ts";
import { severityOfPriority } from "./severity.ts";

const sinceStart = /^(?:<(\d{1,3})>)?\[ *(\d{1,9})\.(\d{6})\] ?(.*)$/;
const dated = /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})\] ?(.*)$/;

export const kernel: LineFormat = {
  id: "dmesg",
  read(text) {
    const [, priority, seconds, fraction = "", message = ""] = sinceStart.exec(text) ?? [];
    const severity = severityOfPriority(priority);
    if (seconds !== undefined) {
      const time = { sinceStart: Number(seconds) * 1000 + Number(fraction.slice(0, 3)) };
      return { time, severity, source: "kernel", message };
    }
    const [, name = "", day, clock = "", year, said = ""] = dated.exec(text) ?? [];
    const [month, millisecond] = [readMonth(name), readTimeOfDay(clock)];
    if (month === 0 || Number.isNaN(millisecond)) return null;
    const time = { year: Number(year), month, day: Number(day), millisecond, offset: null };
    return { time, severity: null, source: "kernel", message: said };
  },
};

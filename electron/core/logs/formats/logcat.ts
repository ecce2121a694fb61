// Android's logcat: `-v brief`, `-v time` and `-v threadtime`.
//
//   E/Trans   (  812): ...      11-22 10:31:05.123 E/Trans(  812): ...      11-22 10:31:05.123   812   830 E Trans: ...
import { readTimeOfDay, type WallTime } from "../time/wall-time.ts";
import type { LineFormat } from "./line-format.ts";
import { severityOfLetter } from "./severity.ts";

const stamp = String.raw`(?:(\d{4})-)?(\d\d)-(\d\d) (\d\d:\d\d:\d\d\.\d{3})`;
const brief = /^([VDIWEFA])\/(.*?) *\( *\d+\): ?(.*)$/;
const time = new RegExp(`^${stamp} ([VDIWEFA])/(.*?) *\\( *\\d+\\): ?(.*)$`);
const threadtime = new RegExp(`^${stamp} +\\d+ +\\d+ ([VDIWEFA]) (.*?) *: ?(.*)$`);

export const logcatBrief: LineFormat = {
  id: "logcat-brief",
  read(text) {
    const [, letter, source = "", message = ""] = brief.exec(text) ?? [];
    return letter === undefined ? null : { time: null, severity: severityOfLetter(letter), source, message };
  },
};

export const logcatTime: LineFormat = makeDated("logcat-time", time);
export const logcatThreadtime: LineFormat = makeDated("logcat-threadtime", threadtime);

function makeDated(id: string, pattern: RegExp): LineFormat {
  return {
    id,
    read(text) {
      const [, year, month, day, clock = "", letter = "", source = "", message = ""] = pattern.exec(text) ?? [];
      const millisecond = readTimeOfDay(clock);
      if (month === undefined || Number.isNaN(millisecond)) return null;
      const at: WallTime = {
        year: Number(year ?? 0),
        month: Number(month),
        day: Number(day),
        millisecond,
        offset: null,
      };
      return { time: at, severity: severityOfLetter(letter), source, message };
    },
  };
}

// A terminal's log: the lines that matter, in their order, among what other programs write, in the form of one logger.
import type { Random } from "./random.ts";

const others = [
  "systemd[1]: Started Daily apt download activities.",
  "cron[211]: (root) CMD (run-parts /etc/cron.hourly)",
  "kernel: usb 1-1: new full-speed USB device number 3 using xhci_hcd",
  "printer: paper ok, head 31 C",
  "BatteryService: level 83 plugged 1",
  "app: screen off after 60 s",
  "kernel: random: crng init done",
  "audio: beep 2 kHz 80 ms",
  "app: receipt 000134 printed, no failure",
  "updater: nothing to do, timeout in 3600 s",
  "card reader: contactless field on",
  "ntpd: offset 0.004 s",
] as const;

export function writeLog(random: Random, telling: readonly string[]): readonly string[] {
  const form = random.between(0, 3);
  const minute = random.between(0, 40);
  const lines: string[] = [];
  const few = (): void => {
    for (let left = random.between(0, 4); left > 0; left--) lines.push(random.pick(others));
  };
  few();
  for (const line of telling) {
    lines.push(line);
    few();
  }
  return lines.map((line, at) => stamp(form, minute + Math.floor(at / 6), (at * 7) % 60) + line);
}

function stamp(form: number, minute: number, second: number): string {
  const time = `${String(9 + Math.floor(minute / 60)).padStart(2, "0")}:${two(minute % 60)}:${two(second)}`;
  if (form === 0) return `Nov 22 ${time} terminal `;
  if (form === 1) return `11-22 ${time}.120  1201  1344 E net: `;
  return form === 2 ? `2026-11-22T${time}+08:00 terminal ` : "";
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

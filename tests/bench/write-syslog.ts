// A syslog of a terminal as the bench reads it: 2 million lines, about 170 MB, the same in every run.
import { closeSync, openSync, writeSync } from "node:fs";
import { createDraws } from "../core/logs/seeded-draws.ts";

const messages = [
  "payd[812]: sale 004211 amount=12800 approved in 812 ms by host 10.9.0.1",
  "kernel: [12345.678901] usb 1-1: new high-speed USB device number 7 using xhci",
  "systemd[1]: Started Session 42 of user root.",
  "dhclient[401]: DHCPREQUEST on eth0 to 192.168.1.1 port 67",
  "CRON[9912]: (root) CMD (run-parts /etc/cron.hourly)",
  "payd[812]: heartbeat ok seq=1234 queue=0 signal=-71 dBm",
] as const;
const failures = [
  "kernel: [12345.678901] e1000e: eth0 NIC Link is Down",
  "dhclient[401]: No DHCPOFFERS received.",
  "payd[812]: host field[39]: 91",
] as const;
const months = ["Oct", "Nov"] as const;

export function writeSyslog(path: string, lines: number): void {
  const draws = createDraws(170);
  const file = openSync(path, "w");
  let parts: string[] = [];
  let second = 0;
  for (let count = 0; count < lines; count++) {
    second += draws.below(3);
    parts.push(`${stamp(second)} terminal ${draws.below(500) === 0 ? draws.pick(failures) : draws.pick(messages)}\n`);
    if (parts.length < 20_000 && count < lines - 1) continue;
    writeSync(file, parts.join(""));
    parts = [];
  }
  closeSync(file);
}

function stamp(second: number): string {
  const day = Math.floor(second / 86_400);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two((second / 3600) % 24)}:${two((second / 60) % 60)}:${two(second % 60)}`;
  return `${months[Math.floor(day / 30)] ?? "Nov"} ${String((day % 30) + 1).padStart(2)} ${clock}`;
}

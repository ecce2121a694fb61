// The terminal's log: what the payment application, the network and the system wrote, oldest first.
// One line carries a test card number in clear, as careless applications do, so that masking can be seen at work.
import type { RandomBytes } from "../../core/bytes/surroundings.ts";
import { makeTestCardNumber } from "./test-card-number.ts";
import { formatTime } from "./terminal-time.ts";

export interface LogLine {
  /** Milliseconds since 1970, by the terminal's clock. */
  readonly at: number;
  readonly source: string;
  readonly text: string;
}

const longestLog = 5000;

export class SystemLog {
  #lines: readonly LogLine[] = [];

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  add(line: LogLine): void {
    this.#lines = [...this.#lines.slice(1 - longestLog), line];
  }

  fill(lines: readonly LogLine[]): void {
    this.#lines = lines;
  }
}

/** As `journalctl -o short` and /var/log/syslog print it. */
export function formatLogLine(line: LogLine, hostName: string): string {
  return `${formatTime(line.at, "%b %d %H:%M:%S")} ${hostName} ${line.source}: ${line.text}`;
}

export interface LogStory {
  readonly random: RandomBytes;
  readonly now: number;
  readonly gatewayAnswers: boolean;
  readonly address: string;
  readonly gateway: string;
}

const seconds = 1000;

/** A morning's log: a start, a few sales, and what the network was like. */
export function makeLog(story: LogStory): readonly LogLine[] {
  const start = story.now - 3 * 3600 * seconds;
  const line = (after: number, source: string, text: string): LogLine => ({
    at: start + after * seconds,
    source,
    text,
  });
  const boot = [
    line(0, "kernel", "Booting Linux on physical CPU 0x0"),
    line(2, "kernel", "eth0: Link is Up - 100Mbps/Full - flow control off"),
    line(4, "systemd[1]", "Started networking.service - Raise network interfaces."),
    line(5, "payment[812]", `network eth0 address=${story.address} gateway=${story.gateway}`),
    line(6, "payment[812]", "application 4.2.1 started, TPDU 6000030000"),
  ];
  return [...boot, ...(story.gatewayAnswers ? goodDay(story, line) : badDay(story, line))];
}

type MakeLine = (after: number, source: string, text: string) => LogLine;

function goodDay(story: LogStory, line: MakeLine): readonly LogLine[] {
  const sales = [610, 1540, 2480, 4210, 6900, 8800].flatMap((after, at) => [
    line(
      after,
      "payment[812]",
      `TEST DATA sale trace=${String(120 + at).padStart(6, "0")} card=${makeTestCardNumber(story.random)} amount=${(at + 3) * 700}`,
    ),
    line(after + 2, "payment[812]", `host 203.0.113.20:5010 response code 00 after ${310 + at * 17} ms`),
  ]);
  return [...sales, line(9900, "CRON[2210]", "(root) CMD (/usr/lib/payment/settle --check)")];
}

function badDay(story: LogStory, line: MakeLine): readonly LogLine[] {
  const attempts = [610, 1540, 2480, 4210, 6900, 8800].flatMap((after, at) => [
    line(
      after,
      "payment[812]",
      `TEST DATA sale trace=${String(120 + at).padStart(6, "0")} card=${makeTestCardNumber(story.random)} amount=${(at + 3) * 700}`,
    ),
    line(after + 3, "payment[812]", "connect 203.0.113.20:5010: No route to host (errno 113)"),
    line(after + 3, "payment[812]", "通信连接失败 code=E3"),
  ]);
  return [...attempts, line(9000, "payment[812]", "resolve acquirer.example: Temporary failure in name resolution")];
}

// Every framer and parser that reads what a terminal says.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readContextParameters } from "../../electron/core/dialects/at/facts/context-parameters.ts";
import {
  readActive,
  readAddresses,
  readAuthentication,
  readSetContexts,
} from "../../electron/core/dialects/at/facts/contexts.ts";
import {
  readDigits,
  readModemClock,
  readStation,
  readStationServers,
  readWords,
} from "../../electron/core/dialects/at/facts/identity.ts";
import {
  readCesq,
  readCsq,
  readOperator,
  readPinTries,
  readRegistration,
  readSim,
} from "../../electron/core/dialects/at/facts/network.ts";
import { isUnasked, readFinal } from "../../electron/core/dialects/at/lines.ts";
import { Bell } from "../../electron/core/dialects/bell.ts";
import { dialects } from "../../electron/core/dialects/registry.ts";
import {
  editParameters,
  listParameters,
  type ParameterForm,
  readParameters,
} from "../../electron/core/dialects/parameters/parameter-file.ts";
import { readDeviceInfo } from "../../electron/core/dialects/xcb/device-info.ts";
import { LineCutter } from "../../electron/core/dialects/line-cutter.ts";
import { XcbStream } from "../../electron/core/dialects/xcb/stream.ts";
import { SyncChannel } from "../../electron/core/dialects/xcb/sync.ts";
import { AdbMessageFramer, printAdbMessage, printWord } from "../../electron/core/frames/adb-message.ts";
import { AtLineFramer } from "../../electron/core/frames/at-lines.ts";
import { LineEnds, stripEscapes } from "../../electron/core/frames/console-text.ts";
import { ReplyFramer } from "../../electron/core/frames/reply-framer.ts";
import { demoUnit } from "../../electron/simulator/xcb/unit.ts";
import { joinTurns, readExchange } from "./exchange.ts";
import type { FuzzTarget } from "./fuzz.ts";

const corpus = join(import.meta.dirname, "../corpus");
const captures = ["vendor-client-appdata", "vendor-client-logcat", "settings-and-log"].flatMap((name) => {
  const turns = readExchange(join(corpus, "xcb", name, "exchange"));
  return [joinTurns(turns, "pc"), joinTurns(turns, "terminal")];
});

const marker = printAdbMessage({ command: "OKAY", arg0: 0xabcd, arg1: 7, payload: "" });

/** Any bytes, then enough of nothing to end a message that claims to be longer, then one that must be found. */
function feedMessages(input: string): void {
  const framer = new AdbMessageFramer();
  for (let at = 0; at < input.length; at += 97) framer.push(input.slice(at, at + 97));
  assert.ok(framer.pending < 5000, "pending");
  const frames = framer.push(`${"\0".repeat(4200)}${marker}`);
  assert.ok(
    frames.some((frame) => frame.kind === "message" && frame.arg0 === 0xabcd && frame.arg1 === 7),
    "resynchronised",
  );
}

const token = "k3v9q";
const reply = (body: string): string => `~${token} 0 ${body.length}\n${body}\n~${token}.\n`;

function feedReplies(input: string): void {
  const framer = new ReplyFramer(token, null);
  for (let at = 0; at < input.length; at += 97) framer.push(input.slice(at, at + 97));
  const frames = framer.push(`\n${reply("here")}`);
  const last = frames.at(-1);
  assert.ok(last !== undefined, "resynchronised");
}

function makeFormatTarget(format: ParameterForm["format"], examples: readonly string[]): FuzzTarget {
  const form: ParameterForm = { format, encoding: format === "json" ? "gb18030" : "latin-1" };
  return {
    name: `parameters in ${format}`,
    examples,
    run(input) {
      const [first, ...others] = (listParameters(input, form) ?? []).slice(0, 50);
      if (!first || others.some(({ path }) => path === first.path)) return;
      // A value that is there already changes nothing; another one reads back.
      const path = first.path.split("/");
      const [value] = readParameters(input, form, [path]) ?? [];
      if (value == null) return;
      const same = editParameters(input, form, [{ path, value }]);
      assert.ok(!same.ok || same.value === input, "round trip");
      const other = editParameters(input, form, [{ path, value: "10.9.8.7" }]);
      if (other.ok) assert.deepEqual(readParameters(other.value, form, [path]), ["10.9.8.7"]);
    },
  };
}

const bell = new Bell({ now: () => 0, wallTime: () => 0, delay: () => Promise.resolve() });

/** What a terminal might answer on a file stream: every request ends, with a value or a failure. */
async function answerFiles(input: string): Promise<void> {
  const stream: XcbStream = new XcbStream(1, {
    until: (look, terms) => bell.until(look, terms),
    send: ({ command }) => {
      if (command === "WRTE") stream.acknowledge(1);
      return Promise.resolve();
    },
    sendSoon: () => undefined,
    forget: () => undefined,
  });
  stream.acknowledge(1);
  for (let at = 0; at < input.length; at += 500) stream.receive(1, input.slice(at, at + 500));
  stream.end(null);
  const channel = new SyncChannel(stream, { step: "fuzz", within: 0, signal: new AbortController().signal });
  const quiet = (): void => undefined;
  const length = input.length % 4;
  if (length === 0) await channel.stat("/a");
  else if (length === 1) await channel.list("/a");
  else if (length === 2) await channel.receive("/a", null, quiet);
  else await channel.command(["appdata", "A", "/a"]);
}

const modemCaptures = ["healthy", "unasked-lines-anywhere", "both-families-in-two-lines", "wifi-module"].map((name) =>
  joinTurns(readExchange(join(corpus, "at", name, "exchange")), "terminal"),
);

/** Any bytes, then enough line ends to be past a line that is being skipped, then one that must be found. */
function feedModemLines(input: string): void {
  const framer = new AtLineFramer();
  for (let at = 0; at < input.length; at += 97) framer.push(input.slice(at, at + 97));
  assert.ok(framer.pending <= 4096, "pending");
  const frames = framer.push("\r\n\r\n+MARK: 1\r\n");
  assert.ok(
    frames.some((frame) => frame.kind === "line" && frame.text === "+MARK: 1"),
    "resynchronised",
  );
}

/** Whatever lines there are, every parser ends, and what it says of addresses can be read again. */
function readModemLines(input: string): void {
  const lines = input.split("\r\n").filter((line) => line !== "");
  for (const line of lines) {
    assert.equal(typeof isUnasked(line), "boolean");
    readFinal(line);
  }
  for (const { ipv4 } of readContextParameters(lines)) {
    assert.ok(ipv4?.address == null || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(ipv4.address), "an address");
    assert.ok((ipv4?.dns.length ?? 0) <= 2, "two servers");
  }
  readSetContexts(lines);
  readActive(lines);
  readAddresses(lines);
  readAuthentication(lines, false);
  const csq = readCsq(lines);
  assert.ok(csq === null || csq <= 31 || csq === 99, "CSQ");
  const { rsrpDbm } = readCesq(lines);
  assert.ok(rsrpDbm === null || (rsrpDbm >= -141 && rsrpDbm <= -44), "RSRP");
  readRegistration(lines);
  readOperator(lines);
  readPinTries(lines);
  readSim(lines, null);
  readWords(lines);
  readDigits(lines, 14);
  readModemClock(lines, 0);
  readStation(lines);
  readStationServers(lines);
}

const words = (...numbers: readonly number[]): string => numbers.map(printWord).join("");

export const fuzzTargets: readonly FuzzTarget[] = [
  { name: "ADB messages", examples: captures, run: feedMessages },
  {
    name: "replies of a shell",
    examples: [reply("one\ntwo"), `[    1.000000] usb\n${reply("x")}`, `~${token}!\n`],
    run: feedReplies,
  },
  { name: "lines of a modem", examples: modemCaptures, run: feedModemLines },
  {
    name: "answers of a modem",
    examples: [
      ...modemCaptures.flatMap((capture) => capture.split(/(?<=OK\r\n)/)),
      '+CCLK: "26/01/02,11:04:05+32"',
      '+COPS: 0,0,"Test",7',
      "+CME ERROR: 10",
    ],
    run: readModemLines,
  },
  {
    name: "answers of the file service",
    examples: [
      `STAT${words(0o100_644, 5, 9)}`,
      `DENT${words(0o100_644, 5, 9, 3)}abcDONE${words(0, 0, 0, 0)}`,
      `DATA${words(5)}helloDONE${words(0)}`,
      `OKAY${words(0)}`,
      `FAIL${words(9)}no such f`,
    ],
    run: answerFiles,
  },
  makeFormatTarget("ini", [demoUnit.files["/data/app/MAINAPP/data/network.ini"] ?? "", "[a]\nb=c ; d\n", 'k="v;w"\r']),
  makeFormatTarget("properties", ["a=b\n# c\nd\\ e : f\\\n  g\n", "k\\u0041=v\r\nx y"]),
  makeFormatTarget("json", ['{"a":{"b":[1,"2",null,true]},"c":"\\u00e9\\n"}', '[{"x":-1.5e3}]']),
  makeFormatTarget("xml", [
    demoUnit.document,
    "<p a='1'><i n='ip' v=\"x&amp;y\"/><![CDATA[z]]></p>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
  ]),
  makeFormatTarget("tlv", ["\xe1\x08\xdf\x01\x01a\xdf\x02\x01b\x9f\x1a\x02\x01\x56", "\x5a\x81\x03abc\0\0\x57\x01z"]),
  {
    name: "the document of devinfo:",
    examples: [demoUnit.document, '<info model="x" sn="1"/>'],
    run: (input) => void readDeviceInfo(input),
  },
  {
    name: "log lines",
    examples: ["01-02 03:04:05.000 D/NET: up\nE/PAY: no\r\n"],
    run(input) {
      const cutter = new LineCutter();
      const pieces = [input.slice(0, 7), input.slice(7)];
      const lines = [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
      assert.ok(
        lines.every((line) => !line.includes("\n")),
        "one line each",
      );
    },
  },
  {
    name: "console text",
    examples: ["\x1b[01;32mroot\x1b[0m:~# \r\n", "\x1b]0;t\x07\x1b[?2004h$ \x1b[6n"],
    run(input) {
      const ends = new LineEnds();
      stripEscapes(ends.push(input.slice(0, 9)) + ends.push(input.slice(9)));
    },
  },
  {
    name: "signs of a family",
    examples: [
      ...captures,
      ...modemCaptures,
      "\r\ntill login: ",
      readFileSync(join(corpus, "linux-console/exchange-boot-loader/exchange"), "latin1"),
    ],
    run(input) {
      for (const { signs } of dialects) assert.equal(typeof signs.recognizes(input), "boolean");
    },
  },
];

import fc from "fast-check";
import { expect, test } from "vitest";
import { textToBinary } from "../../../electron/core/bytes/binary-text.ts";
import { checksumTools } from "../../../electron/core/bytes/checksum-tools.ts";
import { ReplyFramer, replyLimit } from "../../../electron/core/frames/reply-framer.ts";
import { printReply, token } from "./print-reply.ts";

const binary = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });
const body = fc.oneof(
  fc.constantFrom("", "\n", "\n\n", "a", `~${token.slice(0, -1)}`, `~${token.slice(0, 4)} 0 12 3\nx`, "~", "~~"),
  fc.string({ unit: "grapheme" }).map(textToBinary),
  fc.constant("\x1b[1;31mred\x1b[0m\x1b[?2004h\x1b[6n"),
  fc.constant("[    1.000000] from the log of the kernel\n[    2.000000] second"),
  binary,
);

interface Cut {
  readonly text: string;
  readonly sizes: readonly number[];
}

function cutInto({ text, sizes }: Cut): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return [...pieces, text.slice(at)];
}

/** A peeled frame: what happened, in order. */
function feed(framer: ReplyFramer, pieces: readonly string[]): readonly string[] {
  return pieces
    .flatMap((piece) => [...framer.push(piece)])
    .map((frame) => (frame.kind === "reply" ? `${frame.status} ${frame.body}` : frame.reason));
}

test.each([...checksumTools, null])("a body of any bytes arrives as it was, proven by %s, in any chunking", (tool) => {
  fc.assert(
    fc.property(body, fc.nat(255), fc.array(fc.nat(40), { maxLength: 12 }), (text, status, sizes) => {
      const framer = new ReplyFramer(token, tool);
      expect(feed(framer, cutInto({ text: printReply(text, tool, status), sizes }))).toEqual([`${status} ${text}`]);
    }),
    { numRuns: 400 },
  );
});

test.each(["\n", "\r\n"])(
  "a body whose own lines end with CR LF arrives as it was over a line that ends them with %j",
  (lineEnd) => {
    const text = "nameserver 9.9.9.9\r\nsearch x\r\r\n\nend\r";
    const wire = printReply(text).replaceAll("\n", lineEnd);
    expect(feed(new ReplyFramer(token, "cksum"), Array.from(wire))).toEqual([`0 ${text}`]);
  },
);

test("several frames give the same whether they come at once or byte by byte", () => {
  const wire = `${printReply("one")}~${token}!\n${printReply("two").replace("two", "tow")}${printReply("three")}`;
  expect(feed(new ReplyFramer(token, "cksum"), [wire])).toEqual(
    feed(new ReplyFramer(token, "cksum"), Array.from(wire)),
  );
});

test("20,000 kinds of garbage never throw, never pass for a reply, and do not hide the good reply behind them", () => {
  const marks = fc.constantFrom(
    `~${token}`,
    `~${token} `,
    `~${token} 0 1 1\n`,
    `~${token}.\n`,
    `~${token}!\n`,
    "[    1.5] x\n",
    "\n",
  );
  const garbage = fc.array(fc.oneof(marks, binary), { maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(garbage, (noise) => {
      const heard = feed(new ReplyFramer(token, "cksum"), [noise, printReply("good"), printReply("good")]);
      // Noise that ends within a mark may cost the first of two, as on a real line; what counts is that the next one is whole.
      expect([heard.at(-1), heard.filter((each) => !/^(?:0 good|damaged|refused)$/.test(each))]).toEqual([
        "0 good",
        [],
      ]);
    }),
    { numRuns: 20_000 },
  );
});

const wireOf = (text: string): string => printReply(text).replaceAll("\n", "\r\n");
const kernelMessages = [
  "[   12.345678] usb 1-1: new high-speed USB device number 2\r\n",
  "<6>[    0.000001] random: crng init done\r\n",
  "[99999.123456][ T1234] eth0: link down\r\n",
  "[ 1234.567890] a: 1\r\n[ 1234.567891] b: ~ . 2\r\n",
] as const;

test.each(kernelMessages)("%j at any place of a reply is taken out", (message) => {
  const text = "eth0 192.168.1.5\n\ntwo  [3.5] ok\nlast";
  const wire = wireOf(text);
  const wrong = Array.from({ length: wire.length }, (_, at) => at).filter((at) => {
    const noisy = `${wire.slice(0, at)}${message}${wire.slice(at)}`;
    return feed(new ReplyFramer(token, "cksum"), [noisy])[0] !== `0 ${text}`;
  });
  expect(wrong).toEqual([]);
});

test("several kernel messages anywhere in a reply never make a wrong body", () => {
  const places = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...kernelMessages)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(body, places, (text, inserted) => {
      let wire = wireOf(text);
      for (const [place, message] of inserted) {
        const at = place % (wire.length + 1);
        wire = wire.slice(0, at) + message + wire.slice(at);
      }
      const heard = feed(new ReplyFramer(token, "md5sum"), [wire]);
      expect(heard.filter((each) => each !== `0 ${text}` && each !== "damaged")).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("one altered, lost or repeated character never makes a wrong body", () => {
  const wire = printReply("nameserver 192.168.1.1\nnameserver 9.9.9.9");
  const alterations: readonly ((at: number) => string)[] = [
    (at) => wire.slice(0, at) + String.fromCharCode(wire.charCodeAt(at) ^ 1) + wire.slice(at + 1),
    (at) => wire.slice(0, at) + wire.slice(at + 1),
    (at) => wire.slice(0, at) + wire.slice(at, at + 1) + wire.slice(at),
  ];
  const wrong = alterations.flatMap((alter) =>
    Array.from({ length: wire.length }, (_, at) => alter(at)).filter((text) =>
      feed(new ReplyFramer(token, "cksum"), [text]).some(
        (each) => each.startsWith("0 ") && each !== "0 nameserver 192.168.1.1\nnameserver 9.9.9.9",
      ),
    ),
  );
  expect(wrong).toEqual([]);
});

test("a reply that never ends is given up at the limit, and the next one is found", () => {
  const framer = new ReplyFramer(token, "cksum");
  const chunk = "x".repeat(64 * 1024);
  const heard = Array.from({ length: replyLimit / chunk.length + 1 }, () => feed(framer, [chunk])).flat();
  expect([...heard, ...feed(framer, [printReply("next")])]).toEqual(["overflow", "0 next"]);
});

test("the echo of a question is not taken for its answer", () => {
  const echo = ` q ${token} "123 4" 'echo ~${token}'\n`;
  expect(feed(new ReplyFramer(token, "cksum"), [echo, printReply("real")])).toEqual(["0 real"]);
});

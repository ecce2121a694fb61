import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeTelnet, printSubnegotiation, TelnetFramer } from "../../../electron/core/frames/telnet.ts";

/** Everything that comes out, with runs of data joined, whatever the chunks were. */
function frame(chunks: readonly string[]): readonly unknown[] {
  const framer = new TelnetFramer();
  const out: unknown[] = [];
  let data = "";
  for (const each of chunks.flatMap((chunk) => framer.push(chunk))) {
    if (each.kind === "data") {
      data += each.binary;
      continue;
    }
    if (data !== "") out.push(data);
    data = "";
    out.push(each);
  }
  return data === "" ? out : [...out, data];
}

const binary = fc.uint8Array({ maxLength: 200 }).map((bytes) => String.fromCharCode(...bytes));

test("every byte comes through once it was escaped, in any chunks", () => {
  fc.assert(
    fc.property(binary, fc.integer({ min: 1, max: 9 }), (data, size) => {
      const wire = escapeTelnet(data);
      const chunks = wire.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      expect(frame(chunks)).toEqual(data === "" ? [] : [data]);
    }),
    { numRuns: 2000 },
  );
});

test("negotiations and subnegotiations stand between the data, in order", () => {
  expect(frame(["a\xff\xfd\x2cb\xff\xfa\x2c\x65\x00\xff\xff\xff\xf0c\xff\xf1d"])).toEqual([
    "a",
    { kind: "negotiation", verb: "do", option: 44 },
    "b",
    { kind: "subnegotiation", option: 44, binary: "\x65\x00\xff" },
    "cd",
  ]);
});

test("a subnegotiation that never ends costs no memory, and what follows it is read", () => {
  const framer = new TelnetFramer();
  for (let round = 0; round < 1000; round++)
    framer.push("x".repeat(1000).padStart(1002, round === 0 ? "\xff\xfa" : "y"));
  expect(framer.push("\xff\xf0after")).toEqual([
    { kind: "fault", reason: "overflow" },
    { kind: "data", binary: "after" },
  ]);
});

test("a subnegotiation whose end is missing is a fault, and the command in its place counts", () => {
  expect(frame(["\xff\xfa\x2c\x65\xff\xfd\x00after"])).toEqual([
    { kind: "fault", reason: "damaged" },
    { kind: "negotiation", verb: "do", option: 0 },
    "after",
  ]);
});

test("what is printed is read back", () => {
  fc.assert(
    fc.property(binary, (value) => {
      expect(frame([printSubnegotiation(44, value)])).toEqual([{ kind: "subnegotiation", option: 44, binary: value }]);
    }),
  );
});

test("no input makes it throw or grow: 20,000 random ones", () => {
  const anything = fc.array(fc.oneof(fc.constantFrom(0xff, 0xfa, 0xf0, 0xfb, 44), fc.integer({ min: 0, max: 255 })));
  fc.assert(
    fc.property(anything, (bytes) => {
      const framer = new TelnetFramer();
      framer.push(String.fromCharCode(...bytes));
      const rest = framer.push("\xff\xf0\xff\xf0\xff\xf1 end");
      expect(rest.map((each) => (each.kind === "data" ? each.binary : "")).join("")).toContain(" end");
    }),
    { numRuns: 20_000 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { AtLineFramer } from "../../../electron/core/frames/at-lines.ts";
import { cutAnywhere } from "../../contracts/exchange.ts";

const said = 'AT+CSQ\r\r\n+CSQ: 20,99\r\n\r\nOK\r\n\0\0\r\n+CGDCONT: 1,"IP","a b"\r\n\nlast\n';

test("lines come out the same, however they arrive", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200)), (cuts) => {
      const framer = new AtLineFramer();
      const lines = cutAnywhere(said, cuts).flatMap((piece) => framer.push(piece));
      expect(lines.map((frame) => (frame.kind === "line" ? frame.text : frame.reason))).toEqual([
        "AT+CSQ",
        "+CSQ: 20,99",
        "OK",
        '+CGDCONT: 1,"IP","a b"',
        "last",
      ]);
    }),
  );
});

test("a line that never ends is cut off, said once, and the next one is heard", () => {
  const framer = new AtLineFramer();
  const frames = Array.from({ length: 100 }, () => framer.push("x".repeat(1000))).flat();
  const after = framer.push("rest\r\nOK\r\n");
  expect([frames, after, framer.pending]).toEqual([
    [{ kind: "fault", reason: "overflow" }],
    [{ kind: "line", text: "OK" }],
    0,
  ]);
});

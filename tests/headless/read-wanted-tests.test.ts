import { expect, test } from "vitest";
import { createVoice } from "../../electron/headless/console-voice.ts";
import { readWantedTests } from "../../electron/headless/read-wanted-tests.ts";

const voice = createVoice("en", false);

function read(lists: readonly string[], optionalTest: readonly string[] = []): unknown {
  const wanted = readWantedTests({ test: lists, optionalTest }, voice);
  return wanted.ok ? wanted.value.map(({ target, required }) => [target, required]) : wanted.failure.code;
}

test("a list names tests of every kind; a question mark makes one optional", () => {
  expect(
    read([
      "gateway,dns?,acquirer.example:8583",
      "tls:203.0.113.5:443, [2001:db8::1]:22,dns:a.example,link,address,duplicate",
    ]),
  ).toEqual([
    [{ kind: "gateway" }, true],
    [{ kind: "dns", name: null }, false],
    [{ kind: "tcp", host: "acquirer.example", port: 8583 }, true],
    [{ kind: "tls", host: "203.0.113.5", port: 443 }, true],
    [{ kind: "tcp", host: "2001:db8::1", port: 22 }, true],
    [{ kind: "dns", name: "a.example" }, true],
    [{ kind: "link" }, true],
    [{ kind: "address" }, true],
    [{ kind: "duplicate" }, true],
  ]);
});

test("--optional-test makes all of its list optional", () => {
  expect(read([], ["gateway,tls:a.example:443"])).toEqual([
    [{ kind: "gateway" }, false],
    [{ kind: "tls", host: "a.example", port: 443 }, false],
  ]);
});

test.each([
  "",
  "gateway,",
  "acquirer",
  "a.example:0",
  "a.example:65536",
  "a b:1",
  "a;reboot:1",
  "tls:a",
  "dns:",
  "[::1]",
  "a.example:1?x",
])("%j is refused as a list of tests", (list) => {
  expect(read([list])).toBe("input-invalid");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  editNameServers,
  readNameServers,
} from "../../../../../electron/core/dialects/linux-console/facts/resolv-conf.ts";

test.each([
  [
    "replaced in place",
    "search x\nnameserver 1.1.1.1\nnameserver 9.9.9.9\noptions rotate\n",
    ["8.8.8.8"],
    "search x\nnameserver 8.8.8.8\noptions rotate\n",
  ],
  ["added at the end", "# mine\nsearch x\n", ["8.8.8.8"], "# mine\nsearch x\nnameserver 8.8.8.8\n"],
  ["the first of a new file", "", ["8.8.8.8", "9.9.9.9"], "nameserver 8.8.8.8\nnameserver 9.9.9.9\n"],
  ["all taken out", "nameserver 1.1.1.1\n", [], ""],
  ["behind a file without a line end", "search x", ["8.8.8.8"], "search x\nnameserver 8.8.8.8\n"],
])("name servers are %s", (_name, before, servers, after) => {
  expect(editNameServers(before, servers)).toBe(after);
});

test.each([
  [
    "# nameserver 1.1.1.1\n; nameserver 2.2.2.2\nnameserver\t3.3.3.3\n  nameserver 4.4.4.4 # x\n",
    ["3.3.3.3", "4.4.4.4"],
  ],
  ["nameserver fe80::1%eth0\n", ["fe80::1%eth0"]],
  ["nameserver\n", []],
])("%j names %j", (text, servers) => {
  expect(readNameServers(text)).toEqual(servers);
});

test("what was edited reads back as wanted, and all other lines are unchanged and in order", () => {
  const line = fc.oneof(
    fc.constantFrom("search a.b", "# c", "options edns0", "", "\tdomain x "),
    fc.ipV4().map((ip) => `nameserver ${ip}`),
  );
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.ipV4(), { maxLength: 3 }), (lines, servers) => {
      const text = lines.map((each) => `${each}\n`).join("");
      const edited = editNameServers(text, servers);
      const others = (each: string): readonly string[] =>
        each.split("\n").filter((part) => !part.startsWith("nameserver"));
      expect([readNameServers(edited), others(edited)]).toEqual([servers, others(text)]);
    }),
  );
});

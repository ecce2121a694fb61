import { expect, test } from "vitest";
import { readIdentity } from "../../../../../electron/core/dialects/linux-console/facts/identity.ts";
import { parseSections } from "../../../../../electron/core/dialects/linux-console/facts/sections.ts";

function sections(parts: Readonly<Record<string, string>>): Parameters<typeof readIdentity>[0] {
  return parseSections(
    Object.entries(parts).map(([name, text]) => `\n=KEY ${name}\n${text}`),
    "KEY",
  );
}

test("a terminal is named by its own tables, and its system by os-release and kernel", () => {
  const identity = readIdentity(
    sections({
      "id": 'Linux pos-17 5.10.110\nPRETTY_NAME="Buildroot 2023.02"\n',
      "f /sys/class/dmi/id/sys_vendor": "Example\n",
      "f /proc/device-tree/model": "Example POS Board",
      "f /proc/device-tree/serial-number": "00001234abcd",
    }),
  );
  expect(identity).toEqual({
    family: "linux-console",
    vendor: "Example",
    model: "Example POS Board",
    serialNumber: "00001234abcd",
    firmware: "Buildroot 2023.02, Linux 5.10.110",
    hostName: "pos-17",
  });
});

test.each([
  "To Be Filled By O.E.M.",
  "To be filled by O.E.M.",
  "Default string",
  "System Product Name",
  "System Serial Number",
  "Not Specified",
  "Not Applicable",
  "None",
  "N/A",
  "0",
  "00000000",
  "0123456789",
  "123456789",
  "Unknown",
  "INVALID",
  "...",
  "",
  "  \n",
])("the filler %j is no serial number", (text) => {
  expect(readIdentity(sections({ id: "", "f /sys/class/dmi/id/product_serial": text })).serialNumber).toBe(null);
});

test.each(["PRETTY_NAME='Single quoted'", "PRETTY_NAME=Plain", 'PRETTY_NAME="Double quoted"'])("%s is read", (line) => {
  expect(readIdentity(sections({ id: `Linux h 5\n${line}\n` })).firmware).toMatch(
    /^(Single quoted|Plain|Double quoted), Linux 5$/,
  );
});

test("control characters that a terminal reports as its name are dropped, and the name is cut", () => {
  const named = readIdentity(
    sections({ id: "", "f /sys/class/dmi/id/product_name": `\x1b[31mX\x07${"y".repeat(500)}` }),
  );
  expect(named.model).toBe(`[31mX${"y".repeat(123)}`);
});

test("a system without os-release is named by its kernel", () => {
  expect(readIdentity(sections({ id: "Linux pos 5.4.0\n" }))).toMatchObject({
    hostName: "pos",
    firmware: "Linux 5.4.0",
  });
});

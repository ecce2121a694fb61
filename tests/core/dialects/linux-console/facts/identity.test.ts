import { expect, test } from "vitest";
import { readIdentity, readUser } from "../../../../../electron/core/dialects/linux-console/facts/identity.ts";
import { parseSections } from "../../../../../electron/core/dialects/linux-console/facts/sections.ts";

function sections(parts: Readonly<Record<string, string>>): Parameters<typeof readIdentity>[0] {
  const output = Object.entries({ ...parts, end: "" })
    .map(([name, text]) => `\n=KEY ${name}\n${text}`)
    .join("");
  const parsed = parseSections(output, "KEY");
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

test("a terminal is named by its own tables, and its system by os-release and kernel", () => {
  const identity = readIdentity(
    sections({
      "id": "root\npos-17\nLinux 5.10.110 armv7l\n",
      "f /sys/class/dmi/id/sys_vendor": "Example\n",
      "f /proc/device-tree/model": "Example POS Board",
      "f /proc/device-tree/serial-number": "00001234abcd",
      "f /etc/os-release": 'NAME=x\nPRETTY_NAME="Buildroot 2023.02"\n',
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
  expect(readIdentity(sections({ id: "r\nh\nLinux 5\n", "f /etc/os-release": `${line}\n` })).firmware).toMatch(
    /^(Single quoted|Plain|Double quoted), Linux 5$/,
  );
});

test("control characters that a terminal reports as its name are dropped, and the name is cut", () => {
  const named = readIdentity(
    sections({ id: "", "f /sys/class/dmi/id/product_name": `\x1b[31mX\x07${"y".repeat(500)}` }),
  );
  expect(named.model).toBe(`[31mX${"y".repeat(123)}`);
});

test("the user is the first word said", () => {
  expect(readUser(sections({ id: "clerk\npos\nLinux 5 x\n" }))).toBe("clerk");
});

test("a terminal that cannot name its user still names its host", () => {
  expect(readIdentity(sections({ id: "\npos\nLinux 5 x\n" }))).toMatchObject({ hostName: "pos", firmware: "Linux 5" });
});

// How a description sets the line that its terminal hangs on, and what a person's own settings do to that.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseDescriptions } from "../../../electron/app/descriptions/choose-descriptions.ts";
import type { Input } from "../../../electron/contract/commands.ts";

type Connect = Input<"terminal.connect">;

const profiles = join(import.meta.dirname, "../../../resources/profiles");
const shipped = readdirSync(profiles).filter((name) => name.endsWith(".yaml")).length;

const line: Connect["line"] = {
  baudRate: 115_200,
  dataBits: 8,
  parity: "none",
  stopBits: 1,
  flowControl: "none",
  dtr: true,
  rts: true,
};
const plain: Connect = {
  port: "/dev/ttyUSB0",
  line,
  family: null,
  profile: null,
  login: null,
  become: null,
  becomePassword: null,
  timeoutSeconds: 5,
};

async function choose(change: Partial<Connect>) {
  const chosen = await chooseDescriptions({ ...plain, ...change }, null);
  return chosen.ok ? chosen.value : chosen.failure.code;
}

test("a named description sets bits a second, parity and DTR, and names the family", async () => {
  expect([await choose({ profile: "device-server" }), await choose({ profile: "key-value" })]).toMatchObject([
    { family: "text", line: { ...line, baudRate: 9600, dtr: false } },
    { family: "text", line: { ...line, baudRate: 19_200, parity: "even" } },
  ]);
});

test("what a person says of the line comes first", async () => {
  const chosen = await choose({ profile: "key-value", line: { ...line, baudRate: 57_600 } });
  expect(chosen).toMatchObject({ line: { baudRate: 57_600, parity: "even" } });
});

test("without a name the line stays as it is, and every description may be recognised", async () => {
  const chosen = await choose({});
  expect([chosen, typeof chosen === "string" ? 0 : chosen.descriptions.length]).toMatchObject([
    { family: null, line },
    shipped,
  ]);
});

test("a demo terminal has the description of its own name", async () => {
  expect(await choose({ port: "demo:zebra-sgd" })).toMatchObject({
    family: "text",
    descriptions: [{ source: "zebra-sgd.yaml" }],
  });
});

test("a family that the description is not of is refused", async () => {
  expect(await choose({ profile: "zebra-sgd", family: "linux-console" })).toBe("input-invalid");
});

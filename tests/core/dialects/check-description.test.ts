// What is wrong in a description, and where: one change to a right one at a time.
import { describe, expect, test } from "vitest";
import { loadDescriptions } from "../../../electron/app/load-descriptions.ts";
import { checkDescription } from "../../../electron/core/dialects/check-description.ts";

const shipped = await loadDescriptions();
const right = shipped.find(({ source }) => source === "device-server.yaml")?.content;

type Changes = Readonly<Record<string, unknown>>;

/** A copy with other values at these paths; undefined takes what is there away. */
function change(changes: Changes): unknown {
  const content = structuredClone(right) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const owner = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, content);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return content;
}

async function check(changes: Changes): Promise<readonly string[]> {
  return (await checkDescription(change(changes))).map(({ code, path }) => `${code} ${path.join(".")}`);
}

const firstSet = "interfaces.0.set.0.send";

describe("a description", () => {
  test.each(shipped)("$source, as it is shipped, is right", async ({ content }) => {
    expect(await checkDescription(content)).toEqual([]);
  });

  test.each<[string, Changes]>([
    ["family-unknown family", { family: "other" }],
    ["missing read", { read: undefined }],
    ["unknown-key speed", { speed: 9600 }],
    ["wrong-type line.baudRate", { line: { baudRate: "fast" } }],
    ["not-one-of end", { end: "tab" }],
    ["out-of-range quiet", { quiet: 1 }],
    ["wrong-form leave", { leave: "exit\r\nreload" }],
    ["wrong-form read.0.send", { "read.0.send": "show\u001b[A" }],
    ["pattern-unreadable prompt", { prompt: "(?=x)>" }],
    ["pattern-matches-nothing errors.0", { errors: [".*"] }],
    ["not-caught tpdu", { tpdu: "tpdu" }],
    ["not-caught identity.model.from", { "identity.model": { from: "modle" } }],
    [`placeholder-unknown ${firstSet}`, { [firstSet]: "set interface mode {apn}" }],
    [`placeholder-missing ${firstSet}`, { [firstSet]: "set ip" }],
    ["placeholder-elsewhere logs.send", { logs: { send: "show {address}" } }],
    ["placeholder-elsewhere logs.send", { logs: { send: "show {tpdu}" } }],
    ["placeholder-unknown set.0.send", { set: [{ send: "set tpdu {tpdu}" }] }],
    ["placeholder-unknown set.0.send", { set: [{ send: "set host {host1}" }], hosts: [{ host: "address" }] }],
    ["not-caught terminalNumber.from", { terminalNumber: { from: "tid", unset: "" } }],
    ["pattern-unreadable set.0.expect", { tpdu: "mac", set: [{ send: "set tpdu {tpdu}", expect: "(?=x)" }] }],
    ["login-empty login", { login: {} }],
    ["restart-missing takesEffect", { restart: undefined, takesEffect: "after-restart" }],
    ["restart-missing readsBack", { restart: undefined, readsBack: "after-restart" }],
  ])("with %s is told so", async (expected, changes) => {
    expect(await check(changes)).toEqual([expected]);
  });

  test.each([
    "SALE 1.00",
    "do_refund",
    "startPayment 5",
    "VOID",
    "loadKey 1",
    "inject key 0",
    "KEY LOAD",
    "write TMK 0011",
    "set master-key",
    "BDK?",
    "dukpt init",
    "disableme:",
    "AT+CPIN=0000",
    "02003020058020C00000",
  ])("cannot send %s, wherever it stands", async (send) => {
    const changes = { "logs.send": send, [firstSet]: `${send} {method}`, "restart.send": send };
    expect(await check(changes)).toEqual([
      `command-forbidden ${firstSet}`,
      "command-forbidden restart.send",
      "command-forbidden logs.send",
    ]);
  });

  test("cannot build what it may not send around a value's place", async () => {
    expect(await check({ [firstSet]: "dis{method}ableme:" })).toEqual([`command-forbidden ${firstSet}`]);
  });

  test.each(["show keyboard", "display monkey", "avoid loops", "wholesale on", "monitor"])(
    "may send %s, which only looks like it",
    async (send) => {
      expect(await check({ "logs.send": send })).toEqual([]);
    },
  );
});

// A push on terminals that do what they are told and on terminals that do not, by the push engine itself, judged by what
// the simulated terminal then keeps.
import { describe, expect, test } from "vitest";
import type { Reading } from "../../../../electron/core/dialects/dialect.ts";
import { makePlan } from "../../../../electron/core/plans/make-plan.ts";
import { push } from "../../../../electron/core/push/push.ts";
import type { Assignment } from "../../../../electron/core/settings/assignment.ts";
import { parseAssignment } from "../../../../electron/core/settings/assignment.ts";
import type { StepFault } from "../../../../electron/simulator/step-faults.ts";
import type { TextTerminal, TextTerminalOptions } from "../../../../electron/simulator/text/text-terminal.ts";
import { open, start, task } from "./open-text.ts";

interface Done {
  readonly terminal: TextTerminal;
  readonly outcome: string;
  readonly why: string | null;
  readonly before: Reading;
}

function readWanted(set: readonly string[]): readonly Assignment[] {
  return set.flatMap((text) => {
    const parsed = parseAssignment(text);
    return parsed.ok ? [parsed.value] : [];
  });
}

async function pushTo(name: string, set: readonly string[], options: TextTerminalOptions = {}): Promise<Done> {
  const terminal = start(name, options);
  const session = await open(terminal);
  const before = await session.read(task);
  if (!before.ok) throw new Error(before.failure.code);
  const plan = makePlan(before.value, before.value.terminal, { assignments: readWanted(set) });
  if (!plan.ok) throw new Error(plan.failure.code);
  const request = { id: "p1", plan: plan.value, isFresh: () => true, override: true, revertSeconds: 60, tests: [] };
  const journal = { record: () => Promise.resolve() };
  const pushed = await push({ ...request, session, journal, onArmed: () => undefined }, task);
  await session.close();
  return { terminal, outcome: pushed.outcome, why: pushed.failure?.message.en ?? null, before: before.value };
}

const at = (step: string, effect: StepFault["effect"], occurrence = 1): TextTerminalOptions => ({
  faults: { steps: [{ step, occurrence, effect }] },
});

describe("a push by described commands", () => {
  test.each([
    [
      "zebra-sgd",
      ["ip.ipv4.address=192.168.1.43/25", "ip.ipv4.gateway=192.168.1.1"],
      { "ip.addr": "192.168.1.43", "ip.netmask": "255.255.255.128", "ip.gateway": "192.168.1.1" },
    ],
    [
      "device-server",
      ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=9.9.9.9,1.1.1.1"],
      { address: "192.168.1.51", gateway: "192.168.1.1", dns1: "9.9.9.9", dns2: "1.1.1.1" },
    ],
    [
      "key-value",
      ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=9.9.9.9"],
      { GATEWAY: "192.168.001.001", DNS1: "009.009.009.009", DNS2: "000.000.000.000" },
    ],
    [
      "short-answers",
      ["eth0.ipv4.address=192.168.1.72/26", "eth0.ipv4.gateway=192.168.1.65"],
      { ip: "192.168.1.72 26 192.168.1.65" },
    ],
  ])("%s is confirmed, and what it keeps is what was wanted", async (name, set, kept) => {
    const { outcome, terminal } = await pushTo(name, set);
    expect([outcome, terminal.kept]).toMatchObject(["confirmed", kept]);
  });

  test.each([
    ["zebra-sgd", "ip", "ip.dhcp.enable", "on"],
    ["device-server", "eth0", "mode", "dhcp"],
    ["key-value", "eth0", "DHCP", "1"],
  ])("%s is told to ask for its address, by one command", async (name, own, key, value) => {
    const { outcome, terminal } = await pushTo(name, [`${own}.ipv4.method=dhcp`]);
    expect([outcome, terminal.kept[key]]).toEqual(["confirmed", value]);
  });

  test("sets what the terminal pays through, also where it was none", async () => {
    const set = [
      "host.1=203.0.113.20:443",
      "tpdu=60 00 04 00 ab",
      "merchantNumber=CTDEMO000000062",
      "terminalNumber=CT000062",
    ];
    const { outcome, terminal, before } = await pushTo("key-value", [...set, "eth0.ipv4.gateway=192.168.1.1"]);
    expect([before.terminalNumber, before.settable, outcome, terminal.kept]).toMatchObject([
      null,
      ["host.1", "tpdu", "merchantNumber", "terminalNumber"],
      "confirmed",
      {
        ...{ HOST: "203.0.113.20", PORT: "443", TPDU: "60000400AB", MID: "CTDEMO000000062", TID: "CT000062" },
        GATEWAY: "192.168.001.001",
      },
    ]);
  });

  test("clears a host as the description writes none", async () => {
    const { outcome, terminal } = await pushTo("key-value", ["host.1="]);
    expect([outcome, terminal.kept["HOST"], terminal.kept["PORT"]]).toEqual(["confirmed", "", ""]);
  });

  test("refuses to clear what the description has no word of none for, before anything is sent", async () => {
    const { outcome, why, terminal } = await pushTo("key-value", ["tpdu="]);
    expect([outcome, why, terminal.asked.some((line) => line.startsWith("CONFIG "))]).toEqual([
      "refused",
      expect.stringContaining("tpdu: unset"),
      false,
    ]);
  });

  test("says of the way back that it depends on the cable", async () => {
    const { before } = await pushTo("zebra-sgd", []);
    expect(before.capabilities["arm-timer"]).toMatchObject({
      state: "no",
      reason: { en: expect.stringContaining("depends on the cable") as string },
    });
  });

  test("restarts the terminal last, because new settings run only then", async () => {
    const { terminal } = await pushTo("zebra-sgd", ["ip.ipv4.gateway=192.168.1.1"]);
    const changing = terminal.asked.filter((line) => line.includes("setvar"));
    expect(changing).toEqual(['! U1 setvar "ip.gateway" "192.168.1.1"', '! U1 setvar "device.reset" ""']);
  });
});

describe("a terminal that does not do what it is told", () => {
  test("and says OK all the same ends as rolled back, with its old settings", async () => {
    const { outcome, terminal, before } = await pushTo(
      "short-answers",
      ["eth0.ipv4.gateway=192.168.1.1"],
      at("=IP", { kind: "lie" }),
    );
    expect([outcome, terminal.kept["ip"]]).toEqual(["rolled-back", "192.168.1.71 24 192.168.2.1"]);
    expect(before.interfaces[0]?.ipv4?.gateway).toBe("192.168.2.1");
  });

  test("and refuses the second of two commands is put back by the first one's old value", async () => {
    const { outcome, why, terminal } = await pushTo(
      "device-server",
      ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=9.9.9.9"],
      at("set interface dns", { kind: "fail", message: "% Flash error 7", status: 1 }),
    );
    expect([outcome, terminal.running]).toMatchObject([
      "rolled-back",
      { gateway: "192.168.2.1", dns1: "192.168.1.1", dns2: "0.0.0.0" },
    ]);
    expect(why).toContain("% Flash error 7");
  });

  test("and does not save keeps its old settings, running and kept", async () => {
    const { outcome, terminal } = await pushTo(
      "device-server",
      ["eth0.ipv4.gateway=192.168.1.1"],
      at("save", { kind: "fail", message: "% Cannot write", status: 1 }),
    );
    expect([outcome, terminal.running["gateway"], terminal.kept["gateway"]]).toEqual([
      "rolled-back",
      "192.168.2.1",
      "192.168.2.1",
    ]);
  });

  test("neither forth nor back is unknown, and never called rolled back", async () => {
    const { outcome } = await pushTo("device-server", ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=9.9.9.9"], {
      faults: {
        steps: [
          { step: "set interface dns", occurrence: 1, effect: { kind: "fail", message: "% no", status: 1 } },
          { step: "set interface ip", occurrence: 2, effect: { kind: "lie" } },
        ],
      },
    });
    expect(outcome).toBe("unknown");
  });

  test("and refuses a port is put back by the host's old name, saved and restarted as the new one was", async () => {
    const { outcome, terminal } = await pushTo(
      "key-value",
      ["host.1=203.0.113.20:443", "terminalNumber=CT000062"],
      at("CONFIG PORT", { kind: "fail", message: "ERROR 7", status: 1 }),
    );
    expect([outcome, terminal.kept, terminal.running]).toMatchObject([
      "rolled-back",
      { HOST: "host.example", PORT: "5100", TID: "00000000" },
      { HOST: "host.example", PORT: "5100", TID: "00000000" },
    ]);
  });

  test("but restarts in the middle has its old settings, and the push says so", async () => {
    const { outcome, terminal } = await pushTo("device-server", ["eth0.ipv4.gateway=192.168.1.1"], {
      ...at("set interface ip", { kind: "reboot" }),
      bootTime: 300,
    });
    expect([outcome, terminal.running["gateway"]]).toEqual(["rolled-back", "192.168.2.1"]);
  });

  test("because the cable is out ends as unknown", async () => {
    const { outcome } = await pushTo(
      "device-server",
      ["eth0.ipv4.gateway=192.168.1.1"],
      at("set interface ip", { kind: "cut" }),
    );
    expect(outcome).toBe("unknown");
  });

  test("is not asked for what its description cannot set, and nothing is sent", async () => {
    const { outcome, terminal } = await pushTo("zebra-sgd", ["ip.ipv4.dns=9.9.9.9"]);
    expect([outcome, terminal.asked.some((line) => line.includes("setvar"))]).toEqual(["refused", false]);
  });
});

// A push through the bridge, on a unit that does what it is told, and on units that do not.
import { describe, expect, test } from "vitest";
import { loadDescriptions } from "../../../../electron/app/load-descriptions.ts";
import type { Task } from "../../../../electron/core/dialects/task.ts";
import { xcb } from "../../../../electron/core/dialects/xcb/index.ts";
import { XcbSession } from "../../../../electron/core/dialects/xcb/session.ts";
import type { TerminalFaults } from "../../../../electron/simulator/faults.ts";
import type { StepFault } from "../../../../electron/simulator/step-faults.ts";
import { demoUnit } from "../../../../electron/simulator/xcb/unit.ts";
import { XcbTerminal } from "../../../../electron/simulator/xcb/xcb-terminal.ts";
import { hurry } from "../../../contracts/fast-clock.ts";

const path = "/data/app/MAINAPP/data/network.ini";
const before = demoUnit.files[path] ?? "";
const after = before.replace("gateway = 192.168.2.1", "gateway = 192.168.1.1");
const change = { interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" };
const task: Task = { signal: new AbortController().signal, onStage: () => undefined };

async function start(faults: TerminalFaults = {}): Promise<{ readonly terminal: XcbTerminal; session: XcbSession }> {
  const surroundings = hurry(10);
  const terminal = new XcbTerminal("xcb", { surroundings, profile: demoUnit }, { faults, bootTime: 100 });
  return { terminal, session: await enter(terminal) };
}

async function enter(terminal: XcbTerminal): Promise<XcbSession> {
  const port = terminal.connect();
  if (!port.ok) throw new Error(port.failure.code);
  const descriptions = await loadDescriptions();
  const credentials = { credentials: null, become: null, becomePassword: null };
  const options = { ...credentials, baudRate: 115_200, patience: 3000, descriptions, ...task };
  const session = await xcb.connect(port.value, options, hurry(10));
  if (!session.ok || !(session.value instanceof XcbSession)) throw new Error("not connected");
  return session.value;
}

const read = (terminal: XcbTerminal): string | undefined => terminal.unit.files.get(path)?.content;

async function applyChange(session: XcbSession): Promise<unknown> {
  await session.read(task);
  const armed = await session.arm([change], { id: "p1", revertSeconds: 90 }, task);
  if (!armed.ok) return armed.failure.code;
  const applied = await session.apply(task);
  return applied.ok ? applied.value : applied.failure.code;
}

const at = (step: string, effect: StepFault["effect"]): TerminalFaults => ({
  steps: [{ step, occurrence: 1, effect }],
});

describe("a push through the bridge", () => {
  test("says that the terminal cannot go back by itself", async () => {
    const { session } = await start();
    await session.read(task);
    const armed = await session.arm([change], { id: "p1", revertSeconds: 90 }, task);
    expect(armed.ok && armed.value.isGuarded).toBe(false);
  });

  test("changes the wanted value alone, installed as the application's data", async () => {
    const { terminal, session } = await start();
    expect([await applyChange(session), read(terminal)]).toEqual([{ kind: "done" }, after]);
  });

  test("is taken back by the file as it was", async () => {
    const { terminal, session } = await start();
    await applyChange(session);
    expect([await session.rollBack("p1", task), read(terminal)]).toEqual([{ ok: true, value: null }, before]);
  });

  test("ends as failed when the terminal says done and has done nothing", async () => {
    const { session } = await start(at("install appdata", { kind: "lie" }));
    expect(await applyChange(session)).toMatchObject({ kind: "failed", step: "install" });
  });

  test("ends as failed with the terminal's own words when it refuses, and the old file stays", async () => {
    const { terminal, session } = await start(
      at("install appdata", { kind: "fail", message: "bad signature", status: 1 }),
    );
    expect([await applyChange(session), read(terminal)]).toEqual([
      { kind: "failed", step: "install", reason: "bad signature" },
      before,
    ]);
  });

  test("ends as failed when the disk is full", async () => {
    const { session } = await start(at("write /tmp", { kind: "disk-full" }));
    expect(await applyChange(session)).toMatchObject({ kind: "failed", reason: "No space left on device" });
  });

  test("rejects as a lost line when the cable is pulled in mid-write, and the old file stays", async () => {
    const { terminal, session } = await start(at("write /tmp", { kind: "cut" }));
    await expect(applyChange(session)).rejects.toMatchObject({ failure: { code: "port-lost" } });
    expect(read(terminal)).toBe(before);
  });

  test("writes dotted masks, several name servers, and how the address comes to be", async () => {
    const { terminal, session } = await start();
    await session.read(task);
    const changes = [
      { interface: "eth0", field: "ipv4.address", from: null, to: "10.1.2.3/20" },
      { interface: "eth0", field: "ipv4.dns", from: null, to: "9.9.9.9,1.1.1.1" },
    ];
    await session.arm(changes, { id: "p1", revertSeconds: 90 }, task);
    await session.apply(task);
    const lines = read(terminal)?.split("\r\n").slice(3, 8);
    expect(lines).toEqual([
      "ip = 10.1.2.3    ; set by the installer",
      "mask = 255.255.240.0",
      "gateway = 192.168.2.1",
      "dns1=9.9.9.9",
      "dns2=1.1.1.1",
    ]);
  });

  test("sets what the terminal pays through beside it, each in its own place", async () => {
    const { terminal, session } = await start();
    await session.read(task);
    const changes = [
      change,
      { interface: "", field: "host.1", from: "gw.example.net:7443", to: "203.0.113.20:443" },
      { interface: "", field: "merchantNumber", from: "CTDEMO000000001", to: "CTDEMO000000002" },
    ];
    await session.arm(changes, { id: "p1", revertSeconds: 90 }, task);
    expect([await session.apply(task), read(terminal)]).toEqual([
      { ok: true, value: { kind: "done" } },
      after
        .replace('address="gw.example.net"', 'address="203.0.113.20"')
        .replace("port=7443", "port=443")
        .replace("mid=CTDEMO000000001", "mid=CTDEMO000000002"),
    ]);
  });

  test("refuses more name servers than the file has places for, before anything is sent", async () => {
    const { terminal, session } = await start();
    await session.read(task);
    const asked = terminal.asked.length;
    const armed = await session.arm(
      [{ ...change, field: "ipv4.dns", to: "1.1.1.1,2.2.2.2,3.3.3.3" }],
      { id: "p1", revertSeconds: 90 },
      task,
    );
    expect([armed.ok ? "armed" : armed.failure.code, terminal.asked.length]).toEqual(["parameter-missing", asked]);
  });
});

describe("a line behind the bridge", () => {
  test.each([
    ["loses a byte", { kind: "lose", count: 1 } as const],
    ["flips a bit", { kind: "flip", mask: 4 } as const],
    ["repeats a byte", { kind: "repeat", times: 1 } as const],
    ["carries somebody else's words", { kind: "insert", text: "[   1.000000] usb 1-1: hello\r\n" } as const],
  ])("that %s is read all the same, because reading is asked again", async (_, effect) => {
    // One in each message: two flips in the same one may cancel each other out in its sum.
    const faults = [100, 300, 900].map((place) => ({ direction: "from-terminal" as const, at: place, effect }));
    const { session } = await start({ line: faults });
    const reading = await session.read(task);
    expect(reading.ok && reading.value.interfaces[0]?.ipv4?.address).toBe("192.168.1.31");
  });

  test("that never carries a whole answer is frame-corrupt after three tries, and not an endless one", async () => {
    const places = Array.from({ length: 400 }, (_, place) => 60 + place * 40);
    const line = places.map((place) => ({
      direction: "from-terminal" as const,
      at: place,
      effect: { kind: "flip" as const, mask: 1 },
    }));
    const { session } = await start({ line });
    const reading = await session.read(task);
    expect(reading.ok ? "read" : reading.failure.code).toMatch(/^(?:frame-corrupt|no-answer)$/);
  });
});

describe("the log behind the bridge", () => {
  test("is followed with filters as it is written, until the person stops", async () => {
    const { terminal, session } = await start();
    const stop = new AbortController();
    const lines: string[] = [];
    const onLines = (more: readonly string[]): void => {
      lines.push(...more);
      if (lines.length === 4) stop.abort();
      else if (lines.length === 3) {
        terminal.unit.say("D/PAY: not asked for");
        terminal.unit.say("D/NET: a new line");
      }
    };
    const following = session.followLogs(
      { filters: [{ tag: "NET", level: "D" }], source: null, onLines },
      { ...task, signal: stop.signal },
    );
    await expect(following).rejects.toMatchObject({ failure: { code: "cancelled" } });
    expect(lines.map((line) => line.slice(19))).toEqual([
      "D/NET: eth0 link up 100Mbps",
      "D/NET: default route via 192.168.2.1",
      "W/NET: no answer from 192.168.2.1",
      "D/NET: a new line",
    ]);
  });

  test("waits on the terminal when nobody takes it here, and nothing is lost", async () => {
    const { terminal, session } = await start();
    for (let place = 0; place < 3000; place++) terminal.unit.say(`I/LOAD: line ${place} ${"x".repeat(60)}`);
    const logs = await session.readLogs(3000, task);
    expect(logs.ok && logs.value.lines.map((line) => /line (\d+)/.exec(line)?.[1])).toEqual(
      Array.from({ length: 3000 }, (_, place) => String(place)),
    );
  });
});

describe("files behind the bridge", () => {
  test("are pulled and pushed whole, with progress, and listed", async () => {
    const { session } = await start();
    const content = Array.from({ length: 200_000 }, (_, place) => String.fromCharCode((place * 7919) & 0xff)).join("");
    const seen: number[] = [];
    const pushed = await session.files.push?.(
      { path: "/tmp/a b", mode: 0o600, content },
      ({ done }) => seen.push(done),
      task,
    );
    const pulled = await session.files.pull("/tmp/a b", () => undefined, task);
    const listed = await session.files.list("/tmp", task);
    expect([
      pushed?.ok,
      pulled.ok && pulled.value === content,
      seen.at(-1),
      listed.ok && listed.value.map(({ name }) => name),
    ]).toEqual([true, true, 200_000, ["boot.log", "a b"]]);
  });

  test.each(["/tmp/a,33279", "/tmp/a\nb", ""])("are never asked for by the path %j", async (bad) => {
    const { session } = await start();
    const pulled = await session.files.pull(bad, () => undefined, task);
    expect(pulled.ok ? "pulled" : pulled.failure.code).toBe("value-refused");
  });

  test("a restart is asked for once, and the terminal is up again", async () => {
    const { terminal, session } = await start();
    const asked = await session.reboot(task);
    await session.close();
    expect([asked.ok, terminal.asked.filter((name) => name === "reboot:").length]).toEqual([true, 1]);
  });
});

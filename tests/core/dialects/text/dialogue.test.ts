// What lines do to an answer: pages, messages in between, no echo, slow bytes, garbage, silence; and how a login goes.
import { describe, expect, test } from "vitest";
import { text } from "../../../../electron/core/dialects/text/index.ts";
import { makeDeviceServer } from "../../../../electron/simulator/text/device-server.ts";
import { hurry } from "../../../contracts/fast-clock.ts";
import { createScriptedPort } from "../../../contracts/scripted-port.ts";
import { enter, open, start, task } from "./open-text.ts";

const gateway = async (...parameters: Parameters<typeof open>): Promise<string | null | undefined> => {
  const session = await open(...parameters);
  const reading = await session.read(task);
  await session.close();
  return reading.ok ? reading.value.interfaces[0]?.ipv4?.gateway : `${reading.failure.code}`;
};

const server = makeDeviceServer(null);

describe("an answer", () => {
  test("that comes in pages is whole", async () => {
    const session = await open(start("device-server"));
    const logs = await session.readLogs(100, task);
    expect(logs.ok && logs.value.lines.map((line) => line.slice(14, 16))).toEqual(
      Array.from({ length: 30 }, (_, place) => String(place).padStart(2, "0")),
    );
  });

  test("with a message in between is read without it", async () => {
    const effect = { kind: "kernel-message", text: "*03:04:05 Default gateway : 6.6.6.6" } as const;
    const faults = { steps: [{ step: "show interface", effect }] };
    expect(await gateway(start("device-server", { faults }))).toBe("192.168.2.1");
  });

  test("with a kernel's message in the middle of a line is read without it", async () => {
    const effect = { kind: "insert", text: "[   12.345678] usb 1-1: hello\r\n" } as const;
    const faults = { line: [{ direction: "from-terminal" as const, at: 420, effect }] };
    expect(await gateway(start("device-server", { faults }))).toBe("192.168.2.1");
  });

  test("without an echo is the same", async () => {
    expect(await gateway(start("device-server", { persona: { ...server, echo: false } }))).toBe("192.168.2.1");
  });

  test("that comes a few bytes at a time is whole", async () => {
    expect(await gateway(start("device-server", { bytesPerSecond: 40_000, latency: 5 }))).toBe("192.168.2.1");
  });

  test("that is lost is asked for again, once the line is at rest", async () => {
    const faults = {
      line: [{ direction: "from-terminal" as const, at: 230, effect: { kind: "lose", count: 500 } as const }],
    };
    expect(await gateway(start("device-server", { faults }))).toBe("192.168.2.1");
  });

  test("behind somebody else's garbage is still found", async () => {
    const effect = { kind: "insert", text: "\u0080\u0081\r\n?#%&\r\n" } as const;
    const faults = { line: [0, 25, 200].map((at) => ({ direction: "from-terminal" as const, at, effect })) };
    expect(await gateway(start("device-server", { faults }))).toBe("192.168.2.1");
  });

  test("that never comes, of a terminal without a prompt, is no terminal", async () => {
    const persona = { ...server, answer: (line: string) => ({ lines: line === "show version" ? null : [] }) };
    const terminal = start("device-server", { persona: { ...persona, prompt: "" } });
    const session = await enter(terminal);
    expect(session.ok ? "connected" : session.failure.code).toBe("no-answer");
  });

  test("of a pager that asks for ever ends", async () => {
    const port = createScriptedPort((written, say) => say(written === "\r" ? "\r\nDSS-200> " : "\r\n--More--"));
    const { content } = await shipped("device-server");
    const read = [{ send: "show version", within: 3 }];
    const descriptions = [
      { family: "text", source: "x.yaml", content: { ...content, read, interfaces: [], identity: {} } },
    ];
    const plain = { credentials: null, become: null, becomePassword: null, baudRate: 9600, patience: 2000 };
    const session = await text.connect(port, { ...plain, descriptions, ...task }, hurry(50));
    const reading = session.ok ? await session.value.read(task) : session;
    expect(reading.ok ? "read" : reading.failure.code).toBe("timed-out");
  });
});

async function shipped(name: string): Promise<{ readonly content: Record<string, unknown> }> {
  let content: Record<string, unknown> = {};
  await enter(start(name), { change: (found) => (content = structuredClone(found)) });
  return { content };
}

describe("a login", () => {
  const password = "made-up-here";
  const locked = () => start("device-server", { persona: makeDeviceServer(password) });
  const code = async (credentials: { user: string; password: string | null } | null) => {
    const terminal = locked();
    const session = await enter(terminal, { credentials });
    const said = session.ok ? "in" : session.failure.code;
    if (session.ok) await session.value.close();
    return [said, terminal.asked.length];
  };

  test("with the right password is left again by the described command", async () => {
    const terminal = locked();
    const session = await open(terminal, { credentials: { user: "admin", password } });
    await session.read(task);
    await session.close();
    expect(terminal.asked).toEqual(["show version", "show interface", "logout"]);
  });

  test("with a wrong one is tried once", async () => {
    expect(await code({ user: "admin", password: "another" })).toEqual(["login-refused", 0]);
  });

  test("without credentials is not begun", async () => {
    expect(await code(null)).toEqual(["login-needed", 0]);
  });

  test("with a control character is refused before anything is typed", async () => {
    expect(await code({ user: "admin\r\nreload", password })).toEqual(["value-refused", 0]);
  });

  test("that would show the password types one character of it", async () => {
    let typed = "";
    let asks = "Username: ";
    const port = createScriptedPort((written, say) => {
      typed += written;
      if (written.endsWith("\r")) asks = asks === "Username: " && written.length > 1 ? "Password: " : asks;
      say(written.replace("\r", `\r\n${asks}`));
    });
    const { content } = await shipped("device-server");
    const descriptions = [{ family: "text", source: "x.yaml", content }];
    const credentials = { user: "admin", password };
    const plain = { credentials, become: null, becomePassword: null, baudRate: 9600, patience: 2000 };
    const session = await text.connect(port, { ...plain, descriptions, ...task }, hurry(10));
    expect([session.ok ? "in" : session.failure.code, typed]).toEqual(["password-echo", "\radmin\rm\x15\r"]);
  });
});

describe("before anything is described", () => {
  const connect = async (greeting: string, names: readonly string[]) => {
    const port = createScriptedPort(() => undefined);
    queueMicrotask(() => port.say(greeting));
    const all = await Promise.all(names.map(shipped));
    const descriptions = all.map(({ content }, place) => ({ family: "text", source: `${names[place]}.yaml`, content }));
    const plain = { credentials: null, become: null, becomePassword: null, baudRate: 9600, patience: 1000 };
    const session = await text.connect(port, { ...plain, descriptions, ...task }, hurry(10));
    return [session.ok ? "in" : session.failure.code, port.written()];
  };

  test("a boot loader's prompt is never typed into, with one description or with many", async () => {
    expect([
      await connect("\r\n=> ", ["device-server"]),
      await connect("\r\n=> ", ["device-server", "zebra-sgd"]),
    ]).toEqual([
      ["bootloader", ""],
      ["bootloader", ""],
    ]);
  });

  test("several descriptions and no sign of any is a question for the person", async () => {
    expect(await connect("", ["device-server", "zebra-sgd"])).toEqual(["description-needed", "\r"]);
  });
});

describe("a rehearsal", () => {
  test("tells which pattern caught nothing, and sends nothing that writes", async () => {
    const terminal = start("short-answers");
    const session = await open(terminal, {
      change: (content) => {
        content["read"] = [
          { send: "?MODE", catch: ["^MODUS (?<mode>[SD])$", "(?<model>S)(?<serial>)(?<firmware>)"] },
          { send: "?IP", catch: ["IP (?<address>\\S+) (?<prefix>\\d+) (?<gateway>\\S+)"] },
        ];
      },
    });
    const tried = await session.rehearse?.(false, task);
    const steps = tried?.ok === true ? tried.value : [];
    expect([steps[0]?.patterns[0]?.caught, terminal.asked]).toEqual([null, ["?MODE", "?MODE", "?IP"]]);
  });
});

import { describe, expect, test } from "vitest";
import type { TerminalFaults } from "../../electron/simulator/faults.ts";
import { openConsole, openConsoleOf, openTerminal } from "./console.ts";

async function openWith(faults: TerminalFaults) {
  return openConsoleOf(await openTerminal("demo:linux", { faults, bootTime: 5 }));
}

describe("a line with faults", () => {
  test("loses, flips and repeats the bytes that it was told to, on their way to the terminal", async () => {
    const at = (place: number, effect: NonNullable<TerminalFaults["line"]>[number]["effect"]) =>
      ({ direction: "to-terminal", at: place, effect }) as const;
    const console = await openWith({
      line: [at(5, { kind: "lose", count: 2 }), at(8, { kind: "flip", mask: 1 }), at(9, { kind: "repeat", times: 2 })],
    });
    // `a` is byte 5: a and b are lost, d becomes e, e comes three times.
    expect(await console.line("echo abcdefg")).toContain("\r\nceeeefg\r\n");
  });

  test("does the same to what the terminal sends", async () => {
    const console = await openWith({
      line: [{ direction: "from-terminal", at: 2, effect: { kind: "insert", text: "[    9.1] kernel\r\n" } }],
    });
    await console.line("");
    expect(console.heard).toBe("\r\n[    9.1] kernel\r\nroot@pos-0017:~# ");
  });

  test("is cut at a byte: the port is lost, and the terminal got what came before", async () => {
    const console = await openWith({ line: [{ direction: "to-terminal", at: 14, effect: { kind: "cut" } }] });
    await expect(console.type("touch /root/a\rtouch /root/b\r")).rejects.toThrow("was lost");
    expect((await console.port.closed)?.code).toBe("port-lost");
    const again = openConsoleOf(console.terminal);
    await again.type("ls /root\r");
    expect(await again.until("a\r\n")).toContain("ls /root\r\n");
  });

  test("delays", async () => {
    const console = await openWith({
      line: [{ direction: "from-terminal", at: 0, effect: { kind: "delay", milliseconds: 60 } }],
    });
    const start = performance.now();
    await console.line("");
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  test("is damaged at random in the same way for the same seed", async () => {
    const hear = async (seed: number): Promise<string> => {
      const console = await openWith({ noise: { seed, every: 20, direction: "from-terminal" } });
      await console.type("echo one two three four five six seven eight nine ten\r");
      await new Promise((resolve) => setTimeout(resolve, 30));
      return console.heard;
    };
    const first = await hear(7);
    expect(await hear(7)).toBe(first);
    expect(await hear(8)).not.toBe(first);
    expect(first).not.toContain("one two three four five six seven eight nine ten\r\none two three");
  });

  test("loses characters that are pasted too fast, and none that are typed slowly", async () => {
    const overrun = { bufferBytes: 16, bytesPerSecond: 2000 };
    const pasted = await openWith({ overrun });
    await pasted.line("echo abcdefghijabcdefghijabcdefghijabcdefghij", "echo abcdefghija");
    const typed = await openWith({ overrun });
    for (const letter of "echo abcdefghijabcdefghijabcdefghijabcdefghij") {
      await typed.type(letter);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await typed.line("")).toContain("\r\nabcdefghijabcdefghijabcdefghijabcdefghij\r\n");
  });

  test("keeps its echo although stty says otherwise", async () => {
    const console = await openWith({ echoStaysOn: true });
    expect(await console.line("stty -echo; echo $?")).toContain("\r\n0\r\n");
    expect(await console.line("echo seen")).toContain("echo seen\r\nseen\r\n");
  });

  test("is slow when it was told how fast it is", async () => {
    const console = await openConsole("demo:linux", { bytesPerSecond: 11520 });
    const start = performance.now();
    await console.line(`echo ${"x".repeat(400)}`);
    // 400 bytes there, echoed and answered: about 1200 bytes, a tenth of a second.
    expect(performance.now() - start).toBeGreaterThan(60);
  });
});

describe("a terminal that fails at a step", () => {
  test("lies about a command", async () => {
    const console = await openWith({ steps: [{ step: "ip addr add", effect: { kind: "lie" } }] });
    expect(await console.line("ip addr add 10.0.0.1/8 dev eth0; echo $?; ip -4 -o addr show eth0 | wc -l")).toContain(
      "\r\n0\r\n1\r\n",
    );
  });

  test("fails a command the second time only", async () => {
    const console = await openWith({
      steps: [
        {
          step: "mv ",
          occurrence: 2,
          effect: { kind: "fail", message: "mv: cannot move: Input/output error", status: 1 },
        },
      ],
    });
    await console.line("echo a >/tmp/a; mv /tmp/a /tmp/b");
    expect(await console.line("mv /tmp/b /tmp/c; echo $?; ls /tmp")).toContain("Input/output error\r\n1\r\nb\r\n");
  });

  test("has a full disk, but room in /run", async () => {
    const console = await openWith({ steps: [{ step: "write /etc/", effect: { kind: "disk-full" } }] });
    const answer = await console.line(
      "echo new >/etc/network/interfaces.part; echo $?; echo x >/run/x; echo $?; df | grep -c 100%",
    );
    expect(answer).toContain("No space left on device");
    expect(answer).toContain("\r\n1\r\n0\r\n1\r\n");
  });

  test("loses its cable in the middle of a command and finishes it all the same", async () => {
    const console = await openWith({ steps: [{ step: "ip route replace", effect: { kind: "cut" } }] });
    await console.type("ip route replace default via 192.168.1.9 dev eth0; echo done >/root/done\r");
    expect((await console.port.closed)?.code).toBe("port-lost");
    const { stdout } = await console.terminal.run("ip route show default; cat /root/done");
    expect(stdout).toBe("default via 192.168.1.9 dev eth0 \ndone\n");
  });

  test("restarts in the middle of a command and does not do the rest", async () => {
    const console = await openWith({ steps: [{ step: "sync", effect: { kind: "reboot" } }] });
    await console.type("echo a >/root/a; sync; echo b >/root/b\r");
    expect(await console.until("Payment application.")).toContain("Linux version");
    await console.until("# ");
    expect(await console.line("ls /root")).toContain("\r\na\r\n");
  });

  test("hears its kernel in the middle of a script's output", async () => {
    const console = await openWith({
      steps: [{ step: "id", effect: { kind: "kernel-message", text: "usb 1-1: reset" } }],
    });
    expect(await console.line("echo before; id -u; echo after")).toMatch(
      /before\r\n\[ *\d+\.\d{6}\] usb 1-1: reset\r\n0\r\nafter/,
    );
  });
});

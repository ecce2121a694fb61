import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { createFaultInjector } from "./line-faults.ts";
import { type PacedLine, type PacedLineOptions, startPacedLine } from "./paced-line.ts";
import { openRawLine, type RawLine } from "./raw-line.ts";
import { listen } from "./wire-relay.ts";

interface Bench {
  readonly line: PacedLine;
  readonly client: RawLine;
  /** The console's end. */
  readonly terminal: Socket;
}

const opened: { server: Server; line: PacedLine; client: RawLine }[] = [];

async function layLine(options: Omit<PacedLineOptions, "targetPort">): Promise<Bench> {
  const server = createServer({ noDelay: true });
  const targetPort = await listen(server);
  const line = await startPacedLine({ ...options, targetPort });
  const accepted = once(server, "connection") as Promise<[Socket]>;
  const client = await openRawLine(line.port);
  const [terminal] = await accepted;
  terminal.on("error", () => undefined);
  opened.push({ server, line, client });
  return { line, client, terminal };
}

afterEach(async () => {
  for (const { server, line, client } of opened.splice(0)) {
    client.close();
    await line.close();
    server.close();
  }
});

/** Bytes a second, from the first that arrives to the last. */
async function measureRate(socket: Socket, start: () => void, total: number): Promise<number> {
  let count = 0;
  let first = 0;
  let before = 0;
  const { promise, resolve } = Promise.withResolvers<number>();
  socket.on("data", (chunk: Buffer) => {
    const now = performance.now();
    if (count === 0) {
      first = now;
      before = chunk.length;
    }
    count += chunk.length;
    if (count === total) resolve(((total - before) * 1_000) / (now - first));
  });
  start();
  return promise;
}

describe("a paced line", () => {
  test("carries 11520 bytes a second at 115200 baud towards the terminal, within 3 %", async () => {
    const { client, terminal } = await layLine({ baudRate: 115_200 });
    const rate = await measureRate(terminal, () => client.send("x".repeat(23_040)), 23_040);
    expect(Math.abs(rate / 11_520 - 1), `${rate} bytes a second`).toBeLessThan(0.03);
  });

  test("carries 11520 bytes a second at 115200 baud towards the client, within 3 %", async () => {
    const { client, terminal } = await layLine({ baudRate: 115_200 });
    const start = performance.now();
    terminal.write(`${"x".repeat(23_039)}!`);
    await client.waitFor(/!/);
    const rate = 23_040_000 / (performance.now() - start);
    expect(Math.abs(rate / 11_520 - 1), `${rate} bytes a second`).toBeLessThan(0.03);
  });

  test("brings bytes in small chunks, not in bursts", async () => {
    const { client, terminal } = await layLine({ baudRate: 9_600 });
    const sizes: number[] = [];
    terminal.on("data", (chunk: Buffer) => sizes.push(chunk.length));
    const arrived = measureRate(terminal, () => client.send("y".repeat(480)), 480);
    await arrived;
    expect(sizes.length).toBeGreaterThan(100);
  });

  test("adds its delay once, not to every byte", async () => {
    const { client, terminal } = await layLine({ baudRate: 115_200, delay: 100 });
    const start = performance.now();
    terminal.write(`${"x".repeat(1_151)}!`);
    await client.waitFor(/!/);
    const elapsed = performance.now() - start;
    expect(elapsed, `${elapsed} ms`).toSatisfy((ms: number) => ms >= 199 && ms < 300);
  });

  test("loses, flips, repeats and inserts bytes where it is told to", async () => {
    const { client, terminal, line } = await layLine({
      toClient: {
        faults: [
          { kind: "lose", at: 1, length: 2 },
          { kind: "flip", at: 4, bit: 5 },
          { kind: "repeat", at: 6, length: 2 },
        ],
      },
    });
    terminal.write("abcdefgh.");
    expect(await client.waitFor(/\./)).toBe("adEfghgh.");
    line.injectFault("toClient", { kind: "insert", at: 1, text: "<kernel>" });
    terminal.write("xy.");
    expect(await client.waitFor(/\./)).toBe("x<kernel>y.");
  });

  test("cuts both ends off at a byte", async () => {
    const { client, terminal, line } = await layLine({ toTerminal: { faults: [{ kind: "cut", at: 3 }] } });
    let heard = "";
    terminal.on("data", (chunk: Buffer) => (heard += chunk.toString()));
    const closed = once(terminal, "close");
    client.send("abcdef");
    await closed;
    expect({ heard, counted: line.countBytes("toTerminal") }).toEqual({ heard: "abc", counted: 3 });
  });

  test("delivers what was sent before the client hung up", async () => {
    const { client, terminal } = await layLine({ baudRate: 9_600 });
    let heard = "";
    terminal.on("data", (chunk: Buffer) => (heard += chunk.toString()));
    const ended = once(terminal, "end");
    client.send("last words");
    client.end();
    await ended;
    expect(heard).toBe("last words");
  });
});

describe("random faults", () => {
  test("are the same for the same seed, however the bytes are cut into chunks", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 50 }),
        (seed, bytes, size) => {
          const rates = { seed, lose: 0.05, flip: 0.05, repeat: 0.05 };
          const whole = createFaultInjector([], rates).damage(bytes).bytes;
          const injector = createFaultInjector([], rates);
          const parts: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size)
            parts.push(injector.damage(bytes.subarray(at, at + size)).bytes);
          expect(Buffer.concat(parts)).toEqual(whole);
        },
      ),
    );
  });

  test("differ for another seed", () => {
    const bytes = Buffer.alloc(1_000, "z");
    const [one, two] = [1, 2].map((seed) => createFaultInjector([], { seed, flip: 0.05 }).damage(bytes).bytes);
    expect(one).not.toEqual(two);
  });
});

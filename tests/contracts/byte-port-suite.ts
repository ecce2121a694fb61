// What every BytePort must hold: run on node-serialport, on TCP and on the simulator.
import { afterEach, describe, expect, test } from "vitest";
import type { BytePort } from "../../electron/core/bytes/byte-port.ts";
import { FailureError } from "../../electron/core/failures/failure.ts";
import type { Result } from "../../electron/core/failures/result.ts";

/** The other end of the line, as raw as it can be had. */
interface Peer {
  readonly say: (bytes: Uint8Array) => void;
  readonly onBytes: (listener: (bytes: Uint8Array) => void) => void;
  /** Ends the line from the other side: the cable is pulled. */
  readonly lose: () => Promise<void>;
}

export interface PortUnderTest {
  /** Opens the line; more than once, one after the other. */
  readonly open: () => Promise<Result<BytePort>>;
  /** The peer of the port that was opened last. */
  readonly peer: () => Promise<Peer>;
  readonly remove: () => Promise<void>;
}

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

export function testBytePort(name: string, make: () => Promise<PortUnderTest>): void {
  describe(`${name} as a BytePort`, () => {
    const made: PortUnderTest[] = [];
    afterEach(async () => {
      await Promise.all(made.splice(0).map((each) => each.remove()));
    });

    async function start(): Promise<{ readonly line: PortUnderTest; readonly port: BytePort; readonly peer: Peer }> {
      const line = await make();
      made.push(line);
      const port = await openOrThrow(line);
      return { line, port, peer: await line.peer() };
    }

    test("carries every byte in both directions, in order", async () => {
      const { port, peer } = await start();
      const heard = collect((listener) => peer.onBytes(listener));
      const read = collect((listener) => void port.onBytes(listener));
      await port.write(everyByte);
      await port.write(everyByte.toReversed());
      peer.say(everyByte);
      peer.say(everyByte.toReversed());
      const both = [...everyByte, ...everyByte.toReversed()];
      expect([await heard(512), await read(512)]).toEqual([both, both]);
      await port.close();
    });

    test("keeps the order of writes that nobody waited for", async () => {
      const { port, peer } = await start();
      const heard = collect((listener) => peer.onBytes(listener));
      await Promise.all(Array.from({ length: 200 }, (_, index) => port.write(Uint8Array.of(index))));
      expect(await heard(200)).toEqual(Array.from({ length: 200 }, (_, index) => index));
      await port.close();
    });

    test("gives a listener nothing more once it was taken off", async () => {
      const { port, peer } = await start();
      const first: number[] = [];
      const off = port.onBytes((bytes) => first.push(...bytes));
      const read = collect((listener) => void port.onBytes(listener));
      peer.say(Uint8Array.of(1));
      await read(1);
      off();
      peer.say(Uint8Array.of(2));
      await read(2);
      expect(first).toEqual([1]);
      await port.close();
    });

    test("reports the loss of the line once, and refuses to write afterwards", async () => {
      const { port, peer } = await start();
      let reports = 0;
      void port.closed.then(() => (reports += 1));
      await peer.lose();
      const reason = await port.closed;
      const written = await port.write(Uint8Array.of(1)).then(
        () => "written",
        (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
      );
      await port.close();
      expect([reason?.code, reason?.details["port"], written, reports]).toEqual([
        "port-lost",
        port.name,
        "port-lost",
        1,
      ]);
    });

    test("ends quietly when it is closed, says nothing more, and refuses to write", async () => {
      const { port, peer } = await start();
      const heard: number[] = [];
      port.onBytes((bytes) => heard.push(...bytes));
      await Promise.all([port.close(), port.close()]);
      peer.say(Uint8Array.of(1));
      const written = await port
        .write(Uint8Array.of(1))
        .catch((error: unknown) => (error instanceof FailureError ? error.failure.code : error));
      expect([await port.closed, heard, written]).toEqual([null, [], "port-lost"]);
    });

    test("can be opened again after it was closed, five times over", async () => {
      const { line, port } = await start();
      await port.close();
      for (let round = 0; round < 5; round++) {
        const again = await openOrThrow(line);
        const heard = collect((listener) => void line.peer().then((peer) => peer.onBytes(listener)));
        await again.write(Uint8Array.of(round));
        expect(await heard(1)).toEqual([round]);
        await again.close();
      }
    });
  });
}

async function openOrThrow(line: PortUnderTest): Promise<BytePort> {
  const opened = await line.open();
  if (!opened.ok) throw new Error(`${opened.failure.code}: ${opened.failure.message.en}`);
  return opened.value;
}

const patience = 4000;

/** Waits until that many bytes have come since the start, and returns them all. */
function collect(
  listen: (listener: (bytes: Uint8Array) => void) => void,
): (count: number) => Promise<readonly number[]> {
  const heard: number[] = [];
  let wake: () => void = () => undefined;
  listen((bytes) => {
    heard.push(...bytes);
    wake();
  });
  return async (count) => {
    const deadline = performance.now() + patience;
    while (heard.length < count && performance.now() < deadline) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
    }
    return heard;
  };
}

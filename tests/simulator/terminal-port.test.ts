// The simulated terminal's end of the line holds what every BytePort holds.
import { setTimeout as delay } from "node:timers/promises";
import { succeed } from "../../electron/core/failures/result.ts";
import { TerminalPort } from "../../electron/simulator/terminal-port.ts";
import { type PortUnderTest, testBytePort } from "../contracts/byte-port-suite.ts";

/** A terminal that is nothing but its end of the line. */
function makePort(): PortUnderTest {
  let port: TerminalPort | null = null;
  const listeners = new Set<(bytes: Uint8Array) => void>();
  // Bytes travel for a moment, as on any line.
  const send = async (bytes: Uint8Array): Promise<void> => {
    await delay(2);
    for (const listener of listeners) listener(bytes);
  };
  return {
    open: () => {
      port = new TerminalPort("demo:line", { send, release: () => undefined });
      return Promise.resolve(succeed(port));
    },
    peer: () =>
      Promise.resolve({
        say: (bytes: Uint8Array) => port?.deliver(bytes),
        onBytes: (listener: (bytes: Uint8Array) => void) => listeners.add(listener),
        lose: () => Promise.resolve(port?.lose()),
      }),
    remove: () => Promise.resolve(port?.close()),
  };
}

testBytePort("the simulator's port", () => Promise.resolve(makePort()));

// A BytePort whose other side is a function: it is given what was written and says what the terminal answers.
import { bytesToBinary, binaryToBytes } from "../../electron/core/bytes/binary-text.ts";
import type { BytePort } from "../../electron/core/bytes/byte-port.ts";
import { PortEars } from "../../electron/core/bytes/port-ears.ts";
import { FailureError, makeFailure } from "../../electron/core/failures/failure.ts";

export interface ScriptedPort extends BytePort {
  /** Everything that was written, one character per byte. */
  readonly written: () => string;
  /** The terminal says something unasked. */
  readonly say: (binary: string) => void;
  /** The cable is pulled. */
  readonly lose: () => void;
  readonly isClosed: () => boolean;
}

export type Peer = (written: string, say: (binary: string) => void) => void;

export function createScriptedPort(peer: Peer): ScriptedPort {
  const ears = new PortEars();
  let written = "";
  const lost = makeFailure("port-lost", { port: "scripted" });
  const say = (binary: string): void => ears.hear(binaryToBytes(binary));
  return {
    name: "scripted",
    closed: ears.closed,
    onBytes: (listener) => ears.onBytes(listener),
    async write(bytes) {
      if (ears.isClosed) throw new FailureError(lost);
      const text = bytesToBinary(bytes);
      written += text;
      // Never in the writer's own call, as on a real line.
      await Promise.resolve();
      peer(text, say);
    },
    close() {
      ears.close(null);
      return Promise.resolve();
    },
    written: () => written,
    say,
    lose: () => ears.close(lost),
    isClosed: () => ears.isClosed,
  };
}

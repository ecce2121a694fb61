// What never goes to a terminal, whoever asks for it: a dialect, a description file, a person at the raw console. Every
// port passes through here before anything is sent, so what no other code should send is stopped in one place.
import { bytesToBinary } from "../bytes/binary-text.ts";
import type { BytePort } from "../bytes/byte-port.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";

/** `disableme:` switches an XCB bridge off for good. Each is shorter than the tail that is kept. */
export const forbidden: readonly string[] = ["disableme:"];

const tail = Math.max(...forbidden.map(({ length }) => length)) - 1;

/** The same port; a write that would complete a forbidden text, also over several writes, is refused whole. */
export function guardPort(port: BytePort): BytePort {
  let sent = "";
  return {
    name: port.name,
    closed: port.closed,
    onBytes: (listener) => port.onBytes(listener),
    close: () => port.close(),
    write: async (bytes) => {
      const text = sent + bytesToBinary(bytes);
      const found = forbidden.find((each) => text.includes(each));
      if (found !== undefined) throw new FailureError(makeFailure("command-forbidden", { command: found }));
      sent = text.slice(-tail);
      await port.write(bytes);
    },
    ...(port.control === undefined ? {} : { control: port.control }),
  };
}

// `demo:linux@9600`: a simulated terminal whose side of the line has a rate of its own. Where the port's differs, both hear
// what UARTs would.
import type { BytePort, LineSettings } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { type Result, succeed } from "../core/failures/result.ts";
import { openSimulatedPort } from "./simulated-port.ts";
import { readAtRate } from "./uart.ts";

/** The line's settings are the port's, to begin with. Without `@RATE` in its name a terminal is heard at any. */
export async function openRatedPort(
  name: string,
  { baudRate, dtr }: Pick<LineSettings, "baudRate" | "dtr">,
  surroundings: Surroundings,
): Promise<Result<BytePort>> {
  const [, terminal = name, digits] = /^(.*)@(\d{2,7})$/.exec(name) ?? [];
  const opened = await openSimulatedPort(terminal, surroundings, dtr);
  if (!opened.ok || digits === undefined) return opened;
  return succeed(withRate(opened.value, { name, terminalRate: Number(digits), baudRate }));
}

interface Rates {
  readonly name: string;
  readonly terminalRate: number;
  readonly baudRate: number;
}

function withRate(port: BytePort, { name, terminalRate, baudRate }: Rates): BytePort {
  let rate = baudRate;
  const garble = (bytes: Uint8Array, sentAt: number, readAt: number): Uint8Array =>
    sentAt === readAt ? bytes : Uint8Array.from(readAtRate(bytes, sentAt, readAt), ({ byte }) => byte);
  return {
    name,
    closed: port.closed,
    write: (bytes) => port.write(garble(bytes, rate, terminalRate)),
    onBytes: (listener) =>
      port.onBytes((bytes) => {
        const heard = garble(bytes, terminalRate, rate);
        if (heard.length > 0) listener(heard);
      }),
    close: () => port.close(),
    control: {
      setLine: (line, isOn) => port.control?.setLine(line, isOn) ?? Promise.resolve(false),
      readLines: () => Promise.resolve({ cts: null, dsr: null, ri: null, dcd: null }),
      sendBreak: () => Promise.resolve(false),
      setRate: (next) => {
        rate = next;
        return Promise.resolve(true);
      },
    },
  };
}

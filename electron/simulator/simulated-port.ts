// `demo:NAME` as a BytePort: every port has a fresh terminal behind it.
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import type { Result } from "../core/failures/result.ts";
import { startTerminal } from "./start-terminal.ts";

/** `port-missing` for a terminal that is not in the catalogue. */
export async function openSimulatedPort(
  name: string,
  surroundings: Surroundings,
  dtr = false,
): Promise<Result<BytePort>> {
  // Nothing that happened to the one before happened to this one: it must not be taken for it.
  const serialDigits = [...surroundings.random(6)].map((octet) => octet % 10).join("");
  const terminal = await startTerminal(name, surroundings, { serialDigits });
  if (!terminal.ok) return terminal;
  const port = terminal.value.connect(dtr);
  // Nobody else can reach this terminal: it ends with its port, so that it does not keep the program running.
  if (port.ok) void port.value.closed.then(() => terminal.value.powerOff());
  return port;
}

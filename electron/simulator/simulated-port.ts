// `demo:NAME` as a BytePort: every port has a fresh terminal behind it.
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import type { Result } from "../core/failures/result.ts";
import type { TerminalFaults } from "./faults.ts";
import { createTerminal } from "./terminal.ts";

/** `port-missing` for a terminal that is not in the catalogue. */
export async function openSimulatedPort(name: string, surroundings: Surroundings, faults?: TerminalFaults): Promise<Result<BytePort>> {
  const terminal = await createTerminal(name, surroundings, faults === undefined ? {} : { faults });
  return terminal.ok ? terminal.value.connect() : terminal;
}

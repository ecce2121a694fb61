// A terminal of the catalogue, switched on, whichever family it speaks.
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { type Result, succeed } from "../core/failures/result.ts";
import { ModemTerminal } from "./at/modem-terminal.ts";
import { findDemoModem, findDemoPersona, findDemoUnit } from "./catalogue.ts";
import { createTerminal, type TerminalOptions } from "./terminal.ts";
import { TextTerminal } from "./text/text-terminal.ts";
import { XcbTerminal } from "./xcb/xcb-terminal.ts";

/** What holds for all of them. */
export interface SimulatedTerminal {
  /** Opens the line, with DTR raised where it has that wire. One at a time: `port-busy` until the port before is closed. */
  connect(dtr?: boolean): Result<BytePort>;
  /** Pulls the cable: the port is lost, the terminal goes on, and `connect` works again. */
  unplug(): void;
  /** Switches it off for good. */
  powerOff(): void;
}

/** `port-missing` for a name that is not in the catalogue. */
export async function startTerminal(
  name: string,
  surroundings: Surroundings,
  options: TerminalOptions = {},
): Promise<Result<SimulatedTerminal>> {
  const modem = findDemoModem(name);
  if (modem) return succeed(new ModemTerminal(name, { surroundings, profile: modem }, options));
  const profile = findDemoUnit(name, options.serialDigits);
  if (profile) return succeed(new XcbTerminal(name, { surroundings, profile }, options));
  const persona = findDemoPersona(name);
  if (persona) return succeed(new TextTerminal(name, { surroundings, persona }, options));
  return createTerminal(name, surroundings, options);
}

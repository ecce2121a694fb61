// at: cellular modems and terminals that show theirs on the line, by 3GPP TS 27.007, and Wi-Fi modules with AT firmware.
//
//   port -> AT -> OK -> ATE0, AT+CMEE=2 -> questions | a context set and attached again | a PIN, as typed, once
//
// Payments, calls and messages are never sent: there is no code for them here.
import type { BytePort } from "../../bytes/byte-port.ts";
import type { Surroundings } from "../../bytes/surroundings.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { AtLineFramer } from "../../frames/at-lines.ts";
import type { ConnectOptions, Dialect, DialectSession } from "../dialect.ts";
import type { Task } from "../task.ts";
import { probes } from "../probes.ts";
import { AtChannel } from "./channel.ts";
import { isUnasked } from "./lines.ts";
import { Modem, times } from "./modem.ts";
import { AtSession } from "./session.ts";

const hello = probes.attention.bytes.trimEnd();
/** Milliseconds after which a modem is called again: the first call may only have set its baud rate (V.250 4.3). */
const callPatience = 1000;

export const at: Dialect = {
  family: "at",
  label: { en: "Modem (AT commands)", "zh-CN": "通信模块（AT 命令）" },
  signs: { probe: "attention", recognizes, countsWhenAsked: true },
  connect,
};

async function connect(
  port: BytePort,
  options: ConnectOptions & Task,
  { clock }: Surroundings,
): Promise<Result<DialectSession>> {
  const channel = new AtChannel(port, clock);
  const deadline = clock.now() + options.patience;
  options.onStage("waking");
  while (clock.now() < deadline) {
    const within = Math.max(1, Math.min(callPatience, deadline - clock.now()));
    const called = await channel.call(hello, { within, signal: options.signal });
    if (!called) continue;
    options.onStage("preparing");
    // Neither is there on every module; what they would have set is understood both ways.
    for (const text of ["ATE0", "AT+CMEE=2"]) {
      const answer = await channel.ask({ text, shape: null, within: times.quick }, options.signal);
      if (!answer.ok) break;
    }
    return succeed(new AtSession(new Modem(channel), clock));
  }
  await port.close();
  return fail(makeFailure("no-answer", { port: port.name }));
}

/** `OK` behind nothing but an echo of the call, and what modems say unasked: other machines say OK, too. */
function recognizes(heard: string): boolean {
  let isClean = true;
  for (const frame of new AtLineFramer().push(heard)) {
    if (frame.kind !== "line") isClean = false;
    else if (frame.text === "OK") {
      if (isClean) return true;
    } else if (frame.text !== hello && !isUnasked(frame.text) && frame.text !== "ERROR") isClean = false;
  }
  return false;
}

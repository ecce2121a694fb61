// A modem that has answered.
//
//   read: read-modem.ts, or read-station.ts for a Wi-Fi module
//   push: arm (the commands and those for the way back, kept here) -> apply (context set, detached, attached again)
//         -> read back: what the network granted decides -> confirm: nothing is left to do
//         rollBack: the old context is set and attached with the same way
//   A PIN is one command, sent once, and only while two tries are left: the last is never taken.
import type { Clock } from "../../bytes/surroundings.ts";
import { type Failure, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { isCellularField } from "../../settings/cellular-assignment.ts";
import { type Change, nameField } from "../../settings/change.ts";
import { refuseModemValue } from "../../settings/unusable-modem-value.ts";
import type {
  ArmOutcome,
  ArmTerms,
  Capabilities,
  DialectSession,
  LineSignal,
  LogFollowing,
  LogLines,
  Reading,
  WriteOutcome,
} from "../dialect.ts";
import type { Task } from "../task.ts";
import { refuseCapability } from "../refuse-capability.ts";
import type { TerminalTest, TestResult } from "../terminal-test.ts";
import { describeCapabilities } from "./capabilities.ts";
import { composeChange, type ContextChange } from "./context-change.ts";
import { readActive } from "./facts/contexts.ts";
import { type Modem, times } from "./modem.ts";
import { type ModemReading, readModem, readSignal, readSimState, readTries } from "./read-modem.ts";
import { readWifiModule } from "./read-station.ts";

/** Milliseconds until a context that was attached has to be up, and between two looks. */
const upLimit = 45_000;
const upPause = 1000;
/** Looks after which the context is asked for by name, as modems before LTE want it. */
const patientLooks = 3;
/** Milliseconds to put the echo back before the port is let go. */
const goodbye = 1000;

type Armed =
  | { readonly kind: "context"; readonly change: ContextChange }
  | { readonly kind: "pin"; readonly pin: string };

export class AtSession implements DialectSession {
  readonly #modem: Modem;
  readonly #clock: Clock;
  #known: ModemReading | null = null;
  #isCellular = true;
  #armed: Armed | null = null;
  #isTouched = false;

  constructor(modem: Modem, clock: Clock) {
    this.#modem = modem;
    this.#clock = clock;
  }

  get #capabilities(): Capabilities {
    return describeCapabilities({ isCellular: this.#isCellular });
  }

  async read(task: Task): Promise<Result<Reading>> {
    task.onStage("reading");
    if (this.#known === null) {
      const station = await readWifiModule(this.#modem, task);
      if (!station.ok) return station;
      this.#isCellular = station.value === null;
      if (station.value !== null) return succeed(station.value);
    }
    const read = await readModem(this.#modem, this.#clock, task);
    if (!read.ok) return read;
    this.#known = read.value;
    return succeed(read.value.reading);
  }

  /** A modem is asked everything within a second or two. */
  readBack(_names: readonly string[], task: Task): Promise<Result<Reading>> {
    return this.read(task);
  }

  async readSignal(task: Task): Promise<Result<LineSignal>> {
    return readSignal(this.#modem, task);
  }

  /** Nothing can be armed on a modem; the way back is kept here and needs the cable. */
  async arm(changes: readonly Change[], _terms: ArmTerms, task: Task): Promise<Result<ArmOutcome>> {
    task.onStage("arming");
    if (!this.#isCellular) return refuseCapability(this.#capabilities, "write-settings");
    const strange = changes.find(({ field }) => !isCellularField(field));
    // An address is the network's to give.
    if (strange) return fail(makeFailure("not-writable", { interface: nameField(strange), manager: "AT+CGDCONT" }));
    const [first] = changes;
    if (!this.#known || !first) return fail(makeFailure("internal", { reason: "arm before read" }));
    const armed = first.field === "pin" ? await this.#armPin(first, task) : this.#armContext(changes, this.#known);
    if (!armed.ok) return armed;
    this.#armed = armed.value;
    this.#isTouched = false;
    return succeed({ isGuarded: false });
  }

  async apply(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("writing");
    const armed = this.#armed;
    if (!armed) return fail(makeFailure("internal", { reason: "apply before arm" }));
    this.#isTouched = true;
    if (armed.kind === "context") return tell(await this.#switch(armed.change, "forward", task));
    // Whatever comes of it, this PIN is not sent again.
    this.#armed = null;
    const command = { text: `AT+CPIN="${armed.pin}"`, step: "AT+CPIN", within: times.card };
    const entered = tell(await this.#modem.order(command, task));
    if (entered.ok && entered.value.kind === "done") await this.#untilUnlocked(task);
    return entered;
  }

  /** What the modem keeps it keeps already; it was read back when it was applied. */
  confirm(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("confirming");
    return Promise.resolve(succeed({ kind: "done" }));
  }

  async rollBack(_id: string, task: Task): Promise<Result<null>> {
    task.onStage("rolling-back");
    if (this.#armed?.kind !== "context" || !this.#isTouched) return succeed(null);
    return this.#switch(this.#armed.change, "back", task);
  }

  complete(): Promise<Result<null>> {
    return Promise.resolve(succeed(null));
  }

  finish(): Promise<Result<null>> {
    this.#armed = null;
    return Promise.resolve(succeed(null));
  }

  readLogs(_lines: number, _task: Task): Promise<Result<LogLines>> {
    return Promise.resolve(refuseCapability(this.#capabilities, "read-logs"));
  }

  followLogs(_follow: LogFollowing, _task: Task): Promise<Result<null>> {
    return Promise.resolve(refuseCapability(this.#capabilities, "follow-logs"));
  }

  test(_test: TerminalTest, _seconds: number, _task: Task): Promise<Result<TestResult>> {
    return Promise.resolve(refuseCapability(this.#capabilities, "test-network"));
  }

  /** Nothing of a push is ever kept on a modem. */
  inspect(_task: Task): Promise<Result<null>> {
    return Promise.resolve(succeed(null));
  }

  reboot(_task: Task): Promise<Result<null>> {
    return Promise.resolve(refuseCapability(this.#capabilities, "reboot"));
  }

  async close(): Promise<void> {
    const { channel } = this.#modem;
    try {
      const command = { text: "ATE1", shape: null, within: goodbye };
      if (channel.echoes) await channel.ask(command, new AbortController().signal);
    } catch {
      // The line is gone, or the modem is busy: it starts with its own echo again.
    }
    await channel.port.close();
  }

  /** Asked again just before: only the card knows. */
  async #armPin({ interface: name, to }: Change, task: Task): Promise<Result<Armed>> {
    const pin = to ?? "";
    if (!/^\d{4,8}$/.test(pin)) return fail(refuseModemValue(`${name}.pin`, "***", "pin-form"));
    const sim = await readSimState(this.#modem, task);
    if (!sim.ok) return sim;
    if (sim.value !== "pin") return fail(refuseModemValue(`${name}.pin`, "***", "pin-not-wanted"));
    const tries = await readTries(this.#modem, task);
    if (!tries.ok) return tries;
    return tries.value !== null && tries.value < 2
      ? fail(refuseModemValue(`${name}.pin`, "***", "pin-last-try"))
      : succeed({ kind: "pin", pin });
  }

  #armContext(changes: readonly Change[], known: ModemReading): Result<Armed> {
    const [name = ""] = changes.map((change) => change.interface);
    if (changes.some((change) => change.interface !== name)) {
      return fail(makeFailure("command-failed", { step: "arm", reason: "one context at a time" }));
    }
    const change = composeChange(name, changes, known);
    return change.ok ? succeed({ kind: "context", change: change.value }) : change;
  }

  /** Sets a context, and attaches anew: until then the network goes on with what it has granted. */
  async #switch(change: ContextChange, way: "forward" | "back", task: Task): Promise<Result<null>> {
    const detached = await this.#modem.order({ text: "AT+CGATT=0", within: times.attach }, task);
    if (!detached.ok && detached.failure.code !== "command-failed") return detached;
    let refused: Failure | null = null;
    for (const { text, step } of change[way]) {
      const done = await this.#modem.order({ text, step, within: times.quick }, task);
      if (!done.ok) refused ??= done.failure;
    }
    // Attached whatever was refused: a terminal that was only to get another access point must not be left without any.
    const attached = await this.#modem.order({ text: "AT+CGATT=1", within: times.attach }, task);
    if (refused) return fail(refused);
    if (!attached.ok) return attached;
    return way === "back" && !change.wasActive ? succeed(null) : this.#untilUp(change.cid, task);
  }

  async #untilUp(cid: number, task: Task): Promise<Result<null>> {
    const deadline = this.#clock.now() + upLimit;
    for (let looks = 1; ; looks++) {
      const lines = await this.#modem.read("AT+CGACT?", { prefix: "+CGACT:" }, { within: times.network, task });
      if (!lines.ok) return lines;
      if (readActive(lines.value).has(cid)) return succeed(null);
      if (this.#clock.now() > deadline) {
        return fail(makeFailure("timed-out", { step: `AT+CGACT?`, seconds: upLimit / 1000 }));
      }
      if (looks === patientLooks) {
        const asked = await this.#modem.order({ text: `AT+CGACT=1,${cid}`, within: times.attach }, task);
        if (!asked.ok) return asked;
      } else await this.#clock.delay(upPause, task.signal);
    }
  }

  /** A card needs a moment after its PIN. */
  async #untilUnlocked(task: Task): Promise<void> {
    for (let looks = 0; looks < 5; looks++) {
      const sim = await readSimState(this.#modem, task);
      if (!sim.ok || sim.value === "ready" || sim.value === "pin") return;
      await this.#clock.delay(upPause, task.signal);
    }
  }
}

/** Nothing was undone by the modem itself. */
function tell(done: Result<null>): Result<WriteOutcome> {
  if (done.ok) return succeed({ kind: "done" });
  const { code, details, message } = done.failure;
  if (code !== "command-failed") return done;
  return succeed({ kind: "unclear", step: String(details["step"]), reason: String(details["reason"] ?? message.en) });
}

// A terminal that answers as its description says: read by its commands, written by its set commands.
//
//   read: each command -> patterns -> values by name -> settings
//   push: arm (commands there and back, nothing sent) -> apply (set) -> [read back] -> confirm (save, restart)
//         rollBack: read, then the old values by the same commands, saved and restarted as far as the new ones were
import { type Failure, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Change } from "../../settings/change.ts";
import type {
  ArmOutcome,
  ArmTerms,
  ConnectOptions,
  DialectSession,
  LogFollowing,
  LogLines,
  Reading,
  Rehearsed,
  WriteOutcome,
} from "../dialect.ts";
import type { Task } from "../task.ts";
import { listen } from "../linux-console/wake.ts";
import { refuseCapability } from "../refuse-capability.ts";
import type { TerminalTest, TestResult } from "../terminal-test.ts";
import { describeCapabilities } from "./capabilities.ts";
import type { SetCommand, TextDescription } from "./description.ts";
import type { Dialogue } from "./dialogue.ts";
import { enter, type Entered } from "./enter.ts";
import { type Caught, catchValues, joinCaught, makeReading } from "./read-settings.ts";
import { rehearse } from "./rehearse.ts";
import type { FilledCommand } from "./set-commands.ts";
import { planWay, type Way } from "./two-ways.ts";

/** Seconds in which a terminal that restarts may still say so. */
const farewell = 3;

export class TextSession implements DialectSession {
  readonly #dialogue: Dialogue;
  readonly #options: ConnectOptions;
  #entered: Entered;
  #reading: Reading | null = null;
  /** The push that was armed last: the way there and back, and how far it came. */
  #way: Way | null = null;
  #isSaved = false;

  constructor(dialogue: Dialogue, options: ConnectOptions, entered: Entered) {
    this.#dialogue = dialogue;
    this.#options = options;
    this.#entered = entered;
  }

  get description(): string {
    return this.#dialogue.description.source;
  }

  get #description(): TextDescription {
    return this.#dialogue.description.content;
  }

  async read(task: Task): Promise<Result<Reading>> {
    task.onStage("reading");
    const all: (Caught | null)[] = [];
    for (const command of this.#description.read) {
      const answer = command.optional
        ? await this.#dialogue.ask(command, task)
        : await this.#dialogue.askAgain(command, task);
      if (answer.ok) all.push(...catchValues(command, answer.value, this.#dialogue.description));
      else if (!command.optional || !isRefusal(answer.failure)) return answer;
      else if (answer.failure.code === "timed-out") await this.#dialogue.settle(task);
    }
    this.#reading = makeReading(this.#description, joinCaught(all), describeCapabilities(this.#description));
    return succeed(this.#reading);
  }

  /** Its few questions are asked again: there is nothing less to read. */
  readBack(_names: readonly string[], task: Task): Promise<Result<Reading>> {
    return this.read(task);
  }

  /** Nothing can be armed on such a terminal; the way back is kept here, and proven to be sendable. */
  arm(changes: readonly Change[], _terms: ArmTerms, task: Task): Promise<Result<ArmOutcome>> {
    task.onStage("arming");
    const capabilities = describeCapabilities(this.#description);
    if (capabilities["write-settings"].state !== "yes")
      return Promise.resolve(refuseCapability(capabilities, "write-settings"));
    if (!this.#reading) return Promise.resolve(fail(makeFailure("internal", { reason: "arm before read" })));
    const way = planWay(this.#description, this.#reading, changes);
    if (!way.ok) return Promise.resolve(way);
    this.#way = way.value;
    this.#isSaved = false;
    return Promise.resolve(succeed({ isGuarded: false }));
  }

  async apply(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("writing");
    if (!this.#way) return fail(makeFailure("internal", { reason: "apply before arm" }));
    const set = await this.#sendAll(this.#way.there, task);
    if (!set.ok || set.value.kind !== "done" || this.#description.readsBack === "at-once") return set;
    return this.#keep(task);
  }

  /** Where a value reads back only after the restart, it lasts by then. */
  async confirm(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("confirming");
    return this.#description.readsBack === "at-once" ? this.#keep(task) : succeed({ kind: "done" });
  }

  async rollBack(_id: string, task: Task): Promise<Result<null>> {
    task.onStage("rolling-back");
    if (!this.#way) return succeed(null);
    let now = await this.read(task);
    if (!now.ok) {
      // It may have restarted, and ask for a login.
      const entered = await this.#enterAgain(task);
      if (!entered.ok) return entered;
      now = await this.read(task);
    }
    if (!now.ok) return now;
    const back = this.#way.back(now.value);
    if (!back.ok) return back;
    const set = nameTrouble(await this.#sendAll(back.value, task));
    if (set !== null) return fail(set);
    if (!this.#isSaved) return succeed(null);
    const kept = nameTrouble(await this.#keep(task));
    return kept === null ? succeed(null) : fail(kept);
  }

  /** Nothing of a push is ever kept on such a terminal. */
  inspect(_task: Task): Promise<Result<null>> {
    return Promise.resolve(succeed(null));
  }

  complete(): Promise<Result<null>> {
    return Promise.resolve(succeed(null));
  }

  finish(): Promise<Result<null>> {
    this.#way = null;
    return Promise.resolve(succeed(null));
  }

  async readLogs(lines: number, task: Task): Promise<Result<LogLines>> {
    const { logs } = this.#description;
    if (!logs) return refuseCapability(describeCapabilities(this.#description), "read-logs");
    task.onStage("reading");
    const answer = await this.#dialogue.askAgain(logs, task);
    if (!answer.ok) return answer;
    const count = Math.max(1, Math.min(Math.trunc(lines), 20_000));
    const all = answer.value === "" ? [] : answer.value.split("\n").map((line) => line.trimEnd());
    return succeed({ source: logs.send, lines: all.slice(-count) });
  }

  followLogs(_follow: LogFollowing, _task: Task): Promise<Result<null>> {
    return Promise.resolve(refuseCapability(describeCapabilities(this.#description), "follow-logs"));
  }

  test(_test: TerminalTest, _seconds: number, _task: Task): Promise<Result<TestResult>> {
    return Promise.resolve(refuseCapability(describeCapabilities(this.#description), "test-network"));
  }

  async reboot(task: Task): Promise<Result<null>> {
    const { restart } = this.#description;
    if (!restart) return refuseCapability(describeCapabilities(this.#description), "reboot");
    const gone = await this.#dialogue.ask({ send: restart.send, within: farewell, maySaySilence: true }, task);
    return gone.ok || gone.failure.code === "timed-out" ? succeed(null) : gone;
  }

  async rehearse(writes: boolean, task: Task): Promise<Result<readonly Rehearsed[]>> {
    return succeed(await rehearse({ dialogue: this.#dialogue, writes }, task));
  }

  /** Logged out where this connection logged in and the description says how. */
  async close(): Promise<void> {
    const { leave } = this.#description;
    const { talk } = this.#dialogue;
    try {
      if (this.#entered.loggedIn && leave !== undefined) {
        await this.#dialogue.say(leave);
        await talk.waitForQuiet(100, { within: 300, signal: new AbortController().signal });
      }
    } catch {
      // The line is gone: there is nobody to say goodbye to.
    }
    await talk.port.close();
  }

  async #sendAll(commands: readonly FilledCommand[], task: Task): Promise<Result<WriteOutcome>> {
    for (const { command, text } of commands) {
      const done = await this.#sendOne(command, text, task);
      if (!done.ok || done.value.kind !== "done") return done;
    }
    return succeed({ kind: "done" });
  }

  /** A set command is sent once: whether a late answer means that it was obeyed is for reading back to tell. */
  async #sendOne({ until, within, expect }: SetCommand, text: string, task: Task): Promise<Result<WriteOutcome>> {
    const maySaySilence = expect === undefined && until === undefined;
    const answer = await this.#dialogue.ask({ send: text, until, within, maySaySilence }, task);
    if (!answer.ok) {
      const { code, details, message } = answer.failure;
      if (code !== "command-failed") return answer;
      return succeed({ kind: "unclear", step: text, reason: String(details["reason"] ?? message.en) });
    }
    if (expect === undefined || this.#dialogue.description.isIn(expect, answer.value)) return succeed({ kind: "done" });
    return succeed({ kind: "unclear", step: text, reason: answer.value.split("\n")[0]?.slice(0, 100) ?? "" });
  }

  /** Saves, and restarts where new settings run only then. */
  async #keep(task: Task): Promise<Result<WriteOutcome>> {
    const { save, takesEffect, readsBack } = this.#description;
    this.#isSaved = true;
    for (const command of save) {
      const saved = await this.#sendOne(command, command.send, task);
      if (!saved.ok || saved.value.kind !== "done") return saved;
    }
    if (takesEffect === "at-once" && readsBack === "at-once") return succeed({ kind: "done" });
    const gone = await this.reboot(task);
    if (!gone.ok) return gone;
    const pause = (this.#description.restart?.pause ?? 0) * 1000;
    await this.#dialogue.talk.clock.delay(pause, task.signal);
    const entered = await this.#enterAgain(task);
    return entered.ok ? succeed({ kind: "done" }) : entered;
  }

  async #enterAgain(task: Task): Promise<Result<null>> {
    const listened = await listen(this.#dialogue.talk, task);
    if (!listened.ok) return listened;
    const patience = (this.#description.restart?.within ?? 0) * 1000 || this.#options.patience;
    const entered = await enter(this.#dialogue, { ...this.#options, patience, ...task });
    if (!entered.ok) return entered;
    this.#entered = { loggedIn: this.#entered.loggedIn || entered.value.loggedIn };
    return succeed(null);
  }
}

/** A question that a terminal may not know leaves its values unknown. */
function isRefusal({ code }: Failure): boolean {
  return code === "command-failed" || code === "timed-out";
}

function nameTrouble(result: Result<WriteOutcome>): Failure | null {
  if (!result.ok) return result.failure;
  const { value } = result;
  if (value.kind === "done") return null;
  const [step, reason] = value.kind === "late" ? ["roll back", "late"] : [value.step, value.reason];
  return makeFailure("command-failed", { step, reason });
}

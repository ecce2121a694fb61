// One push on a model terminal with faults on its way, and what is left when it is over: settled as the next start does.
import type { DialectSession, Reading, WriteOutcome } from "../../../../electron/core/dialects/dialect.ts";
import type { Task } from "../../../../electron/core/dialects/task.ts";
import { readArmed, readOutcome } from "../../../../electron/core/dialects/linux-console/write/outcome.ts";
import { FailureError, makeFailure } from "../../../../electron/core/failures/failure.ts";
import { fail, type Result, succeed } from "../../../../electron/core/failures/result.ts";
import type { PushJournal, Transition } from "../../../../electron/core/push/journal.ts";
import type { Fault, FaultKind, Step } from "./faults.ts";
import type { ModelTerminal, Script } from "./model-terminal.ts";

/** kill -9 of the app: nothing of it goes on. */
export class Killed extends Error {}

/** The PC's disk, the cable and the faults; it outlives the app. */
export class World {
  readonly terminal: ModelTerminal;
  readonly steps: Step[] = [];
  readonly journal: Transition[] = [];
  /** Faults whose time has come. */
  readonly met = new Set<Fault>();
  readonly #faults: readonly Fault[];
  #isDiskFull = false;

  readonly #isTaken: boolean;

  constructor(terminal: ModelTerminal, faults: readonly Fault[], isTaken = false) {
    this.terminal = terminal;
    this.#faults = faults;
    this.#isTaken = isTaken;
  }

  /** What does not end by itself ends when somebody looks after it. */
  repair(): void {
    this.#isDiskFull = false;
    this.terminal.isDiskFull = false;
    this.terminal.isUndoBroken = false;
  }

  createJournal(): PushJournal {
    return {
      record: async (transition) => {
        const step = this.steps.push({ place: "journal" }) - 1;
        await Promise.resolve();
        this.#strike(step, "suspended before", () => this.terminal.wait(3600));
        this.#strike(step, "killed before", kill);
        this.#strike(step, "disk full", () => (this.#isDiskFull = true));
        if (this.#isDiskFull) throw new Error("no space left on device");
        this.journal.push(transition);
        this.#strike(step, "killed after", kill);
      },
    };
  }

  createSession(read: (terminal: ModelTerminal) => Reading): DialectSession {
    const { terminal } = this;
    let isGone = false;
    const run = async (start: () => Script, silent = "done"): Promise<Result<string>> => {
      if (isGone) return fail(makeFailure("terminal-restarted", { step: "" }));
      const said = await this.#carry(start, silent);
      isGone = !said.ok && said.failure.code === "terminal-restarted";
      return said;
    };
    const write = async (start: () => Script): Promise<Result<WriteOutcome>> =>
      mapResult(await run(start), readOutcome);
    const look = async <Value>(see: () => Value): Promise<Result<Value>> => {
      const seen: Value[] = [];
      const said = await run(() => terminal.look(() => seen.push(see())));
      const [value] = seen;
      if (!said.ok) return said;
      return value === undefined ? fail(makeFailure("answer-unreadable", { step: "" })) : succeed(value);
    };
    return {
      read: () => look(() => read(terminal)),
      readBack: () => look(() => read(terminal)),
      inspect: () => look(() => terminal.inspect()),
      arm: async (_changes, { id, revertSeconds }) => {
        const said = await run(() => terminal.arm(id, revertSeconds), "armed guarded");
        return said.ok ? readArmed(said.value) : said;
      },
      apply: () => write(() => terminal.apply("p1")),
      confirm: () => write(() => terminal.confirm("p1")),
      test: async (test) =>
        mapResult(await look(() => terminal.running), (running) => {
          const isWell = test.kind === "duplicate" ? !this.#isTaken : running === "new";
          const missed = test.kind === "duplicate" ? ("taken" as const) : ("no-answer" as const);
          return {
            test,
            outcome: isWell ? ("passed" as const) : ("failed" as const),
            reason: isWell ? ("ok" as const) : missed,
            milliseconds: 1,
            evidence: "",
          };
        }),
      rollBack: async (id) => mapResult(await run(() => terminal.back(id)), () => null),
      complete: async (id) => mapResult(await run(() => terminal.complete(id)), () => null),
      finish: async (id) => mapResult(await run(() => terminal.finish(id)), () => null),
      readLogs: () => Promise.resolve(succeed({ source: "none", lines: [] })),
      followLogs: () => Promise.resolve(succeed(null)),
      reboot: () => Promise.resolve(succeed(null)),
      close: () => Promise.resolve(),
    };
  }

  /** A request there, its script, the answer back. */
  async #carry(start: () => Script, silent: string): Promise<Result<string>> {
    const step = this.steps.push({ place: "terminal", parts: 0 }) - 1;
    const { terminal } = this;
    await Promise.resolve();
    this.#strike(step, "suspended before", () => terminal.wait(3600));
    this.#strike(step, "killed before", kill);
    this.#strike(step, "cable pulled before the request", pull);
    this.#strike(step, "cable pulled in the middle of the request", pull);
    for (const kind of ["bytes lost", "bytes flipped", "bytes repeated"] as const)
      this.#strike(step, kind, () => terminal.wait(2));
    this.#strike(step, "late by 5 s", () => terminal.wait(5));
    this.#strike(step, "late by 200 s", () => terminal.wait(200));
    this.#strike(step, "terminal's disk full from here", () => (terminal.isDiskFull = true));
    this.#strike(step, "rollback fails from here", () => (terminal.isUndoBroken = true));
    this.#strike(step, "power cut while it goes back", () => (terminal.powerCutIn = step % 7));
    const spoilt = makeFailure("frame-corrupt", { tries: 8 });
    if (this.#meets(step, "request spoilt for good")) return fail(spoilt);
    const said = this.#meets(step, "says OK and does nothing") ? silent : this.#runScript(step, start());
    terminal.wait(1);
    this.#strike(step, "killed after", kill);
    this.#strike(step, "cable pulled before the answer", pull);
    this.#strike(step, "cable pulled in the middle of the answer", pull);
    if (this.#meets(step, "answer spoilt for good")) return fail(spoilt);
    return said === null ? fail(makeFailure("terminal-restarted", { step: "" })) : succeed(said);
  }

  /** To its end, whatever becomes of the cable and the app; null when the terminal has restarted under it. */
  #runScript(step: number, script: Script): string | null {
    const { terminal } = this;
    let after: (() => void) | null = null;
    let said: string | null = null;
    for (let part = 0; said === null; part++) {
      this.steps[step] = { place: "terminal", parts: part };
      if (this.#meets(step, "cable pulled", part)) after = pull;
      if (this.#meets(step, "killed", part)) after = kill;
      if (this.#meets(step, "the watchdog is killed", part) && terminal.folder) terminal.folder.guard = false;
      if (this.#meets(step, "200 s pass", part)) terminal.wait(200);
      if (this.#meets(step, "terminal restarts", part)) {
        terminal.reboot();
        after?.();
        return null;
      }
      if (this.#meets(step, "the script is killed", part)) {
        terminal.worker = false;
        after?.();
        return "";
      }
      const next = script.next();
      if (next.done) said = next.value;
    }
    terminal.worker = false;
    after?.();
    return said;
  }

  #strike(step: number, kind: FaultKind, happen: () => void): void {
    if (this.#meets(step, kind)) happen();
  }

  #meets(step: number, kind: FaultKind, part = 0): boolean {
    const fault = this.#faults.find((each) => each.step === step && each.kind === kind && each.part === part);
    if (fault) this.met.add(fault);
    return fault !== undefined;
  }
}

function kill(): never {
  throw new Killed();
}

function pull(): never {
  throw new FailureError(makeFailure("port-lost", { port: "model" }));
}

function mapResult<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? succeed(change(result.value)) : result;
}

export const task: Task = { signal: new AbortController().signal, onStage: () => undefined };

// A DialectSession that answers from a list, and a record of what was asked of it.
import type {
  ArmOutcome,
  DialectSession,
  Reading,
  Standing,
  WriteOutcome,
} from "../../../electron/core/dialects/dialect.ts";
import type { Task } from "../../../electron/core/dialects/task.ts";
import type { TerminalTest, TestResult } from "../../../electron/core/dialects/terminal-test.ts";
import { type Failure, type FailureCode, FailureError, makeFailure } from "../../../electron/core/failures/failure.ts";
import { fail, type Result, succeed } from "../../../electron/core/failures/result.ts";
import type { Plan } from "../../../electron/core/plans/plan.ts";
import { type InterfaceSettings, interfaceSchema } from "../../../electron/core/settings/network-settings.ts";

/** An answer, a failure by its code, or the line lost at that moment. */
type Answer<Value> = Value | FailureCode | "line lost";

export interface Script {
  readonly reads: readonly Answer<Reading>[];
  readonly arm?: Answer<ArmOutcome>;
  readonly apply?: Answer<WriteOutcome>;
  /** The push that left something, quoted in failures. */
  readonly left?: string;
  readonly standing?: Answer<Standing | null>;
  readonly test?: (test: TerminalTest) => Answer<TestResult>;
  readonly confirm?: Answer<WriteOutcome>;
  readonly rollBack?: Answer<null>;
  readonly finish?: Answer<null>;
  /** Called when the step of that name begins. */
  readonly onStep?: (step: string) => void;
}

export interface ScriptedSession extends DialectSession {
  readonly asked: readonly string[];
  /** Whether any step was given a signal that was aborted. */
  readonly sawAbort: () => boolean;
}

export function createScriptedSession(script: Script): ScriptedSession {
  const asked: string[] = [];
  let reads = 0;
  let abortSeen = false;
  async function answer<Value>(step: string, what: Answer<Value>, task: Task): Promise<Result<Value>> {
    asked.push(step);
    script.onStep?.(step);
    await Promise.resolve();
    abortSeen ||= task.signal.aborted;
    if (what === "line lost") throw new FailureError(makeFailure("port-lost", { port: "scripted" }));
    return typeof what === "string"
      ? fail<Failure>(makeFailure(what as FailureCode, script.left === undefined ? {} : { id: script.left }))
      : succeed(what);
  }
  return {
    asked,
    sawAbort: () => abortSeen,
    read: (task) => answer("read", script.reads[reads++] ?? "line lost", task),
    readBack: (_names, task) => answer("read", script.reads[reads++] ?? "line lost", task),
    inspect: (task, _left) => answer("inspect", script.standing ?? null, task),
    arm: (_changes, _terms, task) => answer("arm", script.arm ?? { isGuarded: true }, task),
    apply: (task) => answer("apply", script.apply ?? { kind: "done" }, task),
    confirm: (task) => answer("confirm", script.confirm ?? { kind: "done" }, task),
    test: (test, _seconds, task) => answer("test", script.test?.(test) ?? "timed-out", task),
    complete: (_id, task) => answer("complete", null, task),
    rollBack: (_id, task) => answer("roll back", script.rollBack ?? null, task),
    finish: (_id, task) => answer("finish", script.finish ?? null, task),
    readLogs: (_lines, task) => answer("logs", { source: "none", lines: [] }, task),
    followLogs: (_follow, task) => answer("follow logs", null, task),
    reboot: (task) => answer("reboot", null, task),
    close: () => Promise.resolve(),
  };
}

export function makeReading(ipv4: Partial<NonNullable<InterfaceSettings["ipv4"]>>, running = ipv4): Reading {
  const base = { method: "static", address: "192.168.1.5", prefixLength: 24, gateway: "192.168.1.1", dns: ["9.9.9.9"] };
  const eth0 = interfaceSchema.parse({
    name: "eth0",
    manager: "ifupdown",
    ipv4: { ...base, ...ipv4 },
    running: { ipv4: { ...base, ...running } },
  });
  return {
    terminal: { family: "scripted", vendor: null, model: null, serialNumber: null, firmware: null, hostName: null },
    clock: null,
    capabilities: {},
    interfaces: [eth0],
    routes: [],
    nameServers: [],
    hosts: [],
    tpdu: null,
  } as unknown as Reading;
}

export function makeChange(field: string, from: string | null, to: string | null): Plan {
  return {
    digest: "d",
    changes: [{ interface: "eth0", field, from, to }],
    findingsAfter: [],
    refusedBy: [],
    undecided: [],
  };
}

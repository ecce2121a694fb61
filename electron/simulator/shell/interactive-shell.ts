// A shell at a prompt: one run of the interpreter that takes its statements from the terminal line as they are typed.
//
//   tty --line--> whole command? --no--> PS2, next line
//                      | yes
//                      v
//   statements, one by one, each with its output on the tty   <-- the interpreter asks for the next one
//
// The interpreter forgets variables and functions between two runs, so one run serves a whole session: its list of
// statements is endless, and the first of every round is a command of ours that waits for the person.
import type { StatementNode } from "just-bash";
import type { RunOutcome } from "./shell-process.ts";
import type { Call } from "../commands/command.ts";
import type { Tty } from "../tty.ts";
import { parseInput } from "./complete-input.ts";
import { createInterpreter } from "./interpreter.ts";
import { loadInterpreterLibrary } from "./interpreter-library.ts";
import { hiddenPrefix } from "./process-files.ts";
import { showPrompt } from "./prompt.ts";
import type { ShellProcess } from "./shell-process.ts";

type Variables = Readonly<Record<string, string>>;

export interface ShellStart {
  readonly variables: Variables;
  readonly folder: string;
}

const interruptedStatus = 130;
const waitCommand = `${hiddenPrefix}wait_for_input`;
const keepCommand = `${hiddenPrefix}keep_functions`;
const sessionCommand = "__session";
const mayDefine = /\(\s*\)|\bfunction\b|\beval\b|\bsource\b|(^|[;&]\s*)\.\s/;

/** Resolves with the shell's exit status when the person leaves it. */
export async function runInteractiveShell(process: ShellProcess, start: ShellStart): Promise<number> {
  const { tty } = process;
  if (tty === null) return 1;
  const session = new Session(process, tty, start);
  for (;;) {
    const status = await session.run();
    if (status !== null) return status;
  }
}

class Session {
  readonly #process: ShellProcess;
  readonly #tty: Tty;
  #variables: Variables;
  #folder: string;
  #functions = "";
  #pending: StatementNode[] = [];
  #ended = false;
  #status = 0;
  #interrupted = false;
  #stop = new AbortController();

  constructor(process: ShellProcess, tty: Tty, start: ShellStart) {
    this.#process = process;
    this.#tty = tty;
    this.#variables = start.variables;
    this.#folder = start.folder;
  }

  /** One life of the interpreter. Null when it fell over a statement and has to be started again with what it knew. */
  async run(): Promise<number | null> {
    this.#stop = new AbortController();
    const bash = await createInterpreter(this.#process, {
      variables: this.#variables,
      folder: this.#folder,
      own: {
        [waitCommand]: (call) => this.#waitForInput(call),
        [keepCommand]: (call) => this.#keepFunctions(call),
      },
      onRunaway: () => this.#stop.abort(),
    });
    const { parse } = await loadInterpreterLibrary();
    const frame = readFrame(parse);
    bash.registerTransformPlugin({
      name: "terminal-line",
      transform: ({ ast, metadata }) => {
        const isSession = ast.statements.length === 1 && ast.statements[0]?.sourceText === sessionCommand;
        return {
          ast: isSession ? { ...ast, statements: new Statements(() => this.#statements(frame)) } : ast,
          metadata,
        };
      },
    });
    if (this.#functions !== "") this.#pending = [...parse(this.#functions).statements];
    const forget = this.#tty.onInterrupt(() => this.#interrupt());
    const { power } = this.#process.machine;
    power.signal.addEventListener("abort", () => this.#process.job.abort(), { once: true });
    const signal = AbortSignal.any([this.#stop.signal, power.signal]);
    const outcome = await bash.exec(sessionCommand, { rawScript: true, signal }).finally(forget);
    if (power.signal.aborted) return interruptedStatus;
    return this.#hasFallenOver(outcome) ? null : outcome.exitCode;
  }

  /** `exit` ends a session in silence; a fatal expansion says why, and an interactive shell goes on after it. */
  #hasFallenOver(outcome: RunOutcome): boolean {
    if (this.#ended) return false;
    return this.#stop.signal.aborted || outcome.stderr !== "" || this.#process.lastComplaint.startsWith("bash: ");
  }

  *#statements(frame: Frame): Generator<StatementNode> {
    while (!this.#ended) {
      const mustKeep = this.#pending.length > 0 && this.#pending.some((one) => mayDefine.test(one.sourceText ?? "()"));
      for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) {
        this.#process.lastComplaint = "";
        yield frame.wrap(next);
        if (this.#interrupted) this.#pending = [];
      }
      if (mustKeep) yield frame.keep;
      yield frame.wait;
    }
    yield frame.leave(this.#status);
  }

  /** Asks for a command; its own status is that of the command before, so that `$?` survives. */
  async #waitForInput(call: Call): Promise<RunOutcome> {
    let status = Number(call.args[0] ?? 0);
    this.#remember(call);
    if (this.#interrupted) {
      this.#tty.write("\n");
      status = interruptedStatus;
    }
    let typed = "";
    let quote: string | null = null;
    for (;;) {
      this.#interrupted = false;
      this.#process.job = new AbortController();
      this.#tty.write(showPrompt(this.#process, call, typed === "" ? "PS1" : "PS2"));
      const read = await this.#tty.read();
      if (read.kind === "interrupt") {
        this.#tty.write("\n");
        typed = "";
        quote = null;
        status = interruptedStatus;
        continue;
      }
      if (read.kind === "end") {
        if (typed !== "") continue;
        this.#ended = true;
        this.#status = status;
        break;
      }
      const line = Buffer.from(read.bytes).toString("utf8");
      typed += line;
      // A pasted text in quotes would otherwise be parsed from its start again with every line.
      if (quote !== null && !line.includes(quote)) continue;
      const parsed = await parseInput(typed.replace(/\n$/, ""));
      quote = parsed.kind === "open" ? parsed.quote : null;
      if (parsed.kind === "open") continue;
      if (parsed.kind === "wrong") {
        this.#tty.write(`bash: ${parsed.message.replace(/^Parse error at [\d:]+: /, "")}\n`);
        typed = "";
        status = 2;
        continue;
      }
      this.#pending = [...parsed.statements];
      if (this.#pending.length > 0) break;
      typed = "";
    }
    this.#process.mayReadTty = !typed.includes("<");
    return { stdout: "", stderr: "", exitCode: status };
  }

  #keepFunctions(call: Call): RunOutcome {
    const [status = "0", text = ""] = call.args;
    this.#functions = text.replaceAll(/^\S+ is a function$/gm, "");
    return { stdout: "", stderr: "", exitCode: Number(status) };
  }

  #remember(call: Call): void {
    this.#variables = Object.fromEntries(call.io.env);
    this.#folder = call.io.cwd;
  }

  #interrupt(): void {
    this.#interrupted = true;
    this.#process.job.abort();
  }
}

/** A list of statements that is made while it is being read. */
class Statements extends Array<StatementNode> {
  readonly #make: () => Generator<StatementNode>;

  constructor(make: () => Generator<StatementNode>) {
    super();
    this.#make = make;
  }

  override [Symbol.iterator](): ArrayIterator<StatementNode> {
    return this.#make() as ArrayIterator<StatementNode>;
  }
}

interface Frame {
  readonly wait: StatementNode;
  readonly keep: StatementNode;
  /** The statement with its output and complaints sent to the terminal line at once. */
  wrap(statement: StatementNode): StatementNode;
  leave(status: number): StatementNode;
}

type Parse = (text: string) => { readonly statements: StatementNode[] };

function readFrame(parse: Parse): Frame {
  const one = (text: string): StatementNode => {
    const [statement] = parse(text).statements;
    if (statement === undefined) throw new Error(`no statement in ${text}`);
    return statement;
  };
  const functions = 'for __f in $(declare -F); do case $__f in declare|-f) ;; *) type "$__f";; esac; done; unset __f';
  const shell = one("{ :; } >>/dev/tty 2>>/dev/tty");
  return {
    wait: one(`${waitCommand} "$?"`),
    keep: one(`${keepCommand} "$?" "$(${functions})"`),
    wrap: (statement) => {
      const copy = structuredClone(shell);
      const [command] = copy.pipelines[0]?.commands ?? [];
      if (command?.type === "Group") command.body = [statement];
      return copy;
    },
    leave: (status) => one(`exit ${status}`),
  };
}

// One shell of the terminal, with what the kernel keeps for it: its terminal line, user, umask and foreground job.
import type { Machine } from "../machine.ts";
import type { Tty } from "../tty.ts";

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
}

export const root: User = { name: "root", uid: 0, home: "/root" };
export const serviceUser: User = { name: "service", uid: 1000, home: "/srv/service" };

export interface ScriptRun {
  readonly script: string;
  /** `$1` and on. */
  readonly args?: readonly string[];
  /** `$0`. */
  readonly name?: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Bytes as characters 0 to 255. */
  readonly input?: string;
}

export interface RunOutcome {
  readonly stdout: string;
  /** `bytes`: every character of the output is one byte. */
  readonly stdoutKind?: "bytes" | "text";
  readonly stderr: string;
  readonly exitCode: number;
}

/** How commands start further shells; handed in, since shells are made of commands. */
export interface Shells {
  run(process: ShellProcess, run: ScriptRun): Promise<RunOutcome>;
  interact(
    process: ShellProcess,
    start: { readonly variables: Readonly<Record<string, string>>; readonly folder: string },
  ): Promise<number>;
}

export class ShellProcess {
  readonly machine: Machine;
  readonly shells: Shells;
  readonly tty: Tty | null;
  readonly user: User;
  readonly pid: number;
  readonly parent: number;
  umask = 0o022;
  /** Set by `trap ... EXIT`, run when a script ends. */
  exitTrap: string | null = null;
  /** Whether a command that finds no input may read the terminal line: not when its line redirects input. */
  mayReadTty = true;
  /** What was last written to the terminal line, to tell a shell that fell from one that was left. */
  lastComplaint = "";
  /** Aborted by ^C, by a fatal signal, and when the machine goes down. A new one for every line that is run. */
  job = new AbortController();

  constructor(
    machine: Machine,
    shells: Shells,
    kind: { readonly tty: Tty | null; readonly user: User; readonly pid: number; readonly parent: number },
  ) {
    this.machine = machine;
    this.shells = shells;
    this.tty = kind.tty;
    this.user = kind.user;
    this.pid = kind.pid;
    this.parent = kind.parent;
  }

  /** Sleeps on the terminal's clock; false when it was interrupted. */
  async wait(milliseconds: number): Promise<boolean> {
    if (this.job.signal.aborted) return false;
    try {
      await this.machine.surroundings.clock.delay(milliseconds, this.job.signal);
      return true;
    } catch (reason) {
      if (this.job.signal.aborted) return false;
      throw reason;
    }
  }

  /** A child on the same terminal line, or on none; its job ends with this one's. */
  fork(
    change: {
      readonly user?: User;
      readonly name?: string;
      readonly commandLine?: string;
      readonly detached?: boolean;
    } = {},
  ): ShellProcess {
    const detached = change.detached === true;
    const stop = new AbortController();
    const entry = this.machine.processes.add({
      parent: detached ? 1 : this.pid,
      name: change.name ?? "sh",
      commandLine: change.commandLine ?? "sh",
      user: (change.user ?? this.user).name,
      terminal: detached || this.tty === null ? null : "ttyS0",
      stop: () => stop.abort(),
    });
    const child = new ShellProcess(this.machine, this.shells, {
      tty: detached ? null : this.tty,
      user: change.user ?? this.user,
      pid: entry.pid,
      parent: this.pid,
    });
    child.umask = this.umask;
    if (detached) child.job = stop;
    else this.job.signal.addEventListener("abort", () => child.job.abort(), { once: true });
    return child;
  }

  end(): void {
    this.machine.processes.remove(this.pid);
  }
}

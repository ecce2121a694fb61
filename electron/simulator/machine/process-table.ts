// The processes of the terminal, as ps, pidof, kill and /proc/PID see them.

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly commandLine: string;
  readonly user: string;
  readonly terminal: string | null;
  /** What a fatal signal does to it; null for one that the simulator only shows. */
  readonly stop: (() => void) | null;
}

export type NewProcess = Omit<Process, "pid">;

const firstFreePid = 2400;

/** Told of every process that begins and ends, for its folder under /proc. */
export interface ProcessWatcher {
  begun(process: Process): void;
  ended(pid: number): void;
}

export class ProcessTable {
  readonly #processes = new Map<number, Process>();
  readonly #watcher: ProcessWatcher;
  #next = firstFreePid;

  constructor(consoleName: string, watcher: ProcessWatcher) {
    this.#watcher = watcher;
    const daemons = [
      [1, "systemd", "/sbin/init"],
      [212, "systemd-journal", "/lib/systemd/systemd-journald"],
      [640, "cron", "/usr/sbin/cron -f"],
      [812, "payment", "/usr/lib/payment/payment --config /etc/payment.conf"],
      [820, "sshd", "sshd: /usr/sbin/sshd -D"],
    ] as const;
    for (const [pid, name, commandLine] of daemons) {
      const parent = pid === 1 ? 0 : 1;
      this.#processes.set(pid, { pid, parent, name, commandLine, user: "root", terminal: null, stop: null });
    }
    const getty = { pid: 830, parent: 1, name: "login", commandLine: "/bin/login -p --", user: "root", stop: null };
    this.#processes.set(830, { ...getty, terminal: consoleName });
    for (const process of this.all) watcher.begun(process);
  }

  get all(): readonly Process[] {
    return [...this.#processes.values()].sort((one, other) => one.pid - other.pid);
  }

  find(pid: number): Process | null {
    return this.#processes.get(pid) ?? null;
  }

  add(process: NewProcess): Process {
    const added = { ...process, pid: this.#next };
    this.#next += 1;
    this.#processes.set(added.pid, added);
    this.#watcher.begun(added);
    return added;
  }

  remove(pid: number): void {
    this.#processes.delete(pid);
    this.#watcher.ended(pid);
  }

  /** As after a restart. */
  clear(): void {
    for (const process of this.all) {
      process.stop?.();
      if (process.pid >= firstFreePid) this.remove(process.pid);
    }
    this.#next = firstFreePid;
  }
}

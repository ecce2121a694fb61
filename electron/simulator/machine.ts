// The machine behind a simulated console: files that last, and what runs only until the next restart.
//
//   files (InMemoryFs) --boot: ifup -a--> network, processes, /run        reboot() throws those away and boots again
//
// Commands change it; nothing in here knows about shells or the wire.
import type { InMemoryFs } from "just-bash";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { makeBaseFiles } from "./machine/base-files.ts";
import { linkFileNames, liveProcPaths } from "./machine/live-paths.ts";
import type { MachineProfile } from "./machine/machine-profile.ts";
import { ProcessTable, type ProcessWatcher } from "./machine/process-table.ts";
import { formatLogLine, makeLog, SystemLog, type LogLine } from "./machine/system-log.ts";
import { NetworkStack } from "./network/network-stack.ts";
import { loadInterpreterLibrary } from "./shell/interpreter-library.ts";
import { StepFaults, type StepFault } from "./step-faults.ts";

export const consoleName = "ttyS0";

/** Kept in memory only: a restart empties them. */
const volatileFolders = ["/run", "/tmp", "/dev/shm"];

export class Machine {
  readonly profile: MachineProfile;
  readonly surroundings: Surroundings;
  readonly files: InMemoryFs;
  readonly processes: ProcessTable;
  readonly log = new SystemLog();
  readonly steps: StepFaults;
  network: NetworkStack;
  hostName: string;
  /** Kernel messages of a lower level number than this appear on the console. */
  consoleLogLevel = 4;
  /** Hears kernel messages that belong on the console. */
  onConsoleMessage: (text: string) => void = () => undefined;
  /** Hears that somebody typed `reboot`. */
  askRestart: () => void = () => undefined;
  /** User name -> password. Empty while the console is open to everybody. */
  readonly passwords = new Map<string, string>();
  /** Aborted when the machine goes down; a new one for every start. */
  power = new AbortController();
  #clockOffset = 0;
  #startedAt: number;

  constructor(
    profile: MachineProfile,
    surroundings: Surroundings,
    parts: { readonly files: InMemoryFs; readonly steps: StepFaults },
  ) {
    this.profile = profile;
    this.surroundings = surroundings;
    this.files = parts.files;
    this.steps = parts.steps;
    this.processes = new ProcessTable(consoleName, keepProcessFolders(parts.files));
    this.network = new NetworkStack(profile.hardware);
    this.hostName = profile.hostName;
    this.#startedAt = surroundings.clock.now() - profile.upFor * 1000;
  }

  /** Milliseconds since 1970, by the terminal's own clock. */
  now(): number {
    return this.surroundings.clock.wallTime() + this.#clockOffset;
  }

  setClock(milliseconds: number): void {
    this.#clockOffset = milliseconds - this.surroundings.clock.wallTime();
  }

  /** Seconds since the last start. */
  uptime(): number {
    return (this.surroundings.clock.now() - this.#startedAt) / 1000;
  }

  has(command: string): boolean {
    return !this.profile.without.includes(command);
  }

  logText(): string {
    return this.log.lines.map((line) => `${formatLogLine(line, this.hostName)}\n`).join("");
  }

  writeLog(source: string, text: string): void {
    this.log.add({ at: this.now(), source, text });
  }

  /** A line of the kernel: into the log, and onto the console when it is urgent enough (0 is the most urgent). */
  kernelMessage(text: string, level = 6): void {
    this.writeLog("kernel", text);
    if (level < this.consoleLogLevel) this.onConsoleMessage(`[${this.uptime().toFixed(6).padStart(12)}] ${text}\n`);
  }

  /** Kernel lines with their time since the start, as dmesg shows them. */
  kernelLog(): readonly { readonly since: number; readonly text: string }[] {
    const bootedAt = this.now() - this.uptime() * 1000;
    const isKernel = (line: LogLine): boolean => line.source === "kernel";
    return this.log.lines
      .filter(isKernel)
      .map((line) => ({ since: Math.max(0, (line.at - bootedAt) / 1000), text: line.text }));
  }

  /** Throws away what does not last; whoever drives the console boots it again. */
  restart(): void {
    this.power.abort();
    this.power = new AbortController();
    this.processes.clear();
    this.network = new NetworkStack(this.profile.hardware);
    this.consoleLogLevel = 4;
    this.#startedAt = this.surroundings.clock.now();
  }
}

/** /proc/PID as proc(5) has it; behind the name in `stat`: state, parent, group, session, terminal. */
function keepProcessFolders(files: InMemoryFs): ProcessWatcher {
  return {
    begun({ pid, parent, name, commandLine, terminal }) {
      const session = terminal === null ? pid : parent;
      const device = terminal === null ? 0 : 1088;
      files.writeFileSync(`/proc/${pid}/comm`, `${name}\n`);
      files.writeFileSync(`/proc/${pid}/cmdline`, `${commandLine.replaceAll(" ", "\0")}\0`);
      files.writeFileSync(`/proc/${pid}/stat`, `${pid} (${name}) S ${parent} ${session} ${session} ${device} -1 0\n`);
    },
    ended(pid) {
      void files.rm(`/proc/${pid}`, { recursive: true, force: true });
    },
  };
}

export async function createMachine(
  profile: MachineProfile,
  surroundings: Surroundings,
  faults: readonly StepFault[] = [],
): Promise<Machine> {
  const { InMemoryFs } = await loadInterpreterLibrary();
  const files = new InMemoryFs();
  for (const [path, text] of Object.entries(makeBaseFiles(profile))) files.writeFileSync(path, text);
  for (const path of [
    ...liveProcPaths,
    "/dev/null",
    "/dev/zero",
    "/dev/tty",
    "/dev/console",
    `/dev/${consoleName}`,
    "/dev/urandom",
    "/dev/full",
    "/dev/kmsg",
  ]) {
    files.writeFileSync(path, "");
  }
  for (const device of profile.hardware) {
    for (const file of linkFileNames) files.writeFileSync(`/sys/class/net/${device.name}/${file}`, "");
    if (device.driver !== null)
      files.writeFileSync(`/sys/class/net/${device.name}/device/uevent`, `DRIVER=${device.driver}\n`);
  }
  for (const folder of ["/root", "/etc/network/interfaces.d", "/var/lib", "/usr/local/bin", "/mnt"])
    files.mkdirSync(folder, { recursive: true });
  const machine = new Machine(profile, surroundings, { files, steps: new StepFaults(faults) });
  await emptyVolatileFolders(machine);
  machine.log.fill(makeLog({ random: surroundings.random, now: machine.now(), ...storyOf(profile) }));
  return machine;
}

export async function emptyVolatileFolders(machine: Machine): Promise<void> {
  for (const folder of volatileFolders) {
    await machine.files.rm(folder, { recursive: true, force: true });
    machine.files.mkdirSync(folder, { recursive: true });
  }
  machine.files.mkdirSync("/run/network", { recursive: true });
}

function storyOf(profile: MachineProfile) {
  const configured = profile.files["/etc/network/interfaces"] ?? "";
  const word = (name: string): string => new RegExp(`^\\s*${name}\\s+([^\\s/]+)`, "m").exec(configured)?.[1] ?? "";
  const gateway = word("gateway");
  return { address: word("address"), gateway, gatewayAnswers: gateway === profile.site.router };
}

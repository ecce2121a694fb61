// A simulated terminal: a machine, its console, and the line to it. It lives on when the cable is pulled.
//
//   port.write --> receive buffer --> faults --> tty --> login, shell --> machine
//   onBytes    <-- faults <--------------------- tty <--
import { makeFailure } from "../core/failures/failure.ts";
import { fail, succeed, type Result } from "../core/failures/result.ts";
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { startMachine } from "./boot.ts";
import { findDemoProfile } from "./catalogue.ts";
import { commandFilesOf } from "./commands/all-commands.ts";
import { DelayedLine } from "./delayed-line.ts";
import { FaultyLine, ReceiveBuffer, type LineEvent, type TerminalFaults } from "./faults.ts";
import { runConsole, type LoginOptions } from "./login.ts";
import { createMachine, type Machine } from "./machine.ts";
import type { MachineProfile } from "./machine/machine-profile.ts";
import { runInteractiveShell } from "./shell/interactive-shell.ts";
import { runScript } from "./shell/interpreter.ts";
import { root, ShellProcess, type RunOutcome, type Shells } from "./shell/shell-process.ts";
import { TerminalPort } from "./terminal-port.ts";
import { hasFlag, setFlag } from "./tty-settings.ts";
import { Tty } from "./tty.ts";

export interface TerminalOptions {
  /** The last digits of its serial number; absent: those of the catalogue. */
  readonly serialDigits?: string;
  readonly faults?: TerminalFaults;
  /** Asks for a name and a password, made up anew for every terminal: `terminal.password`. */
  readonly login?: boolean;
  /** Milliseconds that getty takes to come back. */
  readonly gettyDelay?: number;
  /** Milliseconds on the way, in each direction. */
  readonly latency?: number;
  /** Speed of the line in each direction; unlimited when left out. */
  readonly bytesPerSecond?: number;
  /** Milliseconds that a restart takes. */
  readonly bootTime?: number;
  /** The shell's PS1, with bash's escapes: colours, `\e[?2004h`, `\e[6n` and whatever else real prompts send. */
  readonly prompt?: string;
  /** Commands that the terminal lacks: `cksum`, `ip`; `ip -j` for an `ip` without JSON. */
  readonly without?: readonly string[];
}

const passwordLetters = "abcdefghjkmnpqrstuvwxyz23456789";
const defaultBootTime = 3000;
const shells: Shells = { run: runScript, interact: runInteractiveShell };

export class Terminal {
  readonly name: string;
  readonly machine: Machine;
  /** The password of root and of the user `service`. */
  readonly password: string;
  readonly #options: TerminalOptions;
  readonly #tty: Tty;
  readonly #inwardFaults: FaultyLine;
  readonly #outwardFaults: FaultyLine;
  readonly #inward: DelayedLine;
  readonly #outward: DelayedLine;
  readonly #buffer: ReceiveBuffer | null;
  #port: TerminalPort | null = null;

  constructor(name: string, machine: Machine, options: TerminalOptions) {
    const { clock, random } = machine.surroundings;
    const faults = options.faults ?? {};
    this.name = name;
    this.machine = machine;
    this.#options = options;
    this.password = [...random(12)].map((byte) => passwordLetters[byte % passwordLetters.length]).join("");
    this.#inwardFaults = new FaultyLine("to-terminal", faults);
    this.#outwardFaults = new FaultyLine("from-terminal", faults);
    const speed = { latency: options.latency ?? 0, bytesPerSecond: options.bytesPerSecond ?? null };
    this.#inward = new DelayedLine(clock, speed, (event) => this.#arrive(event, (bytes) => this.#tty.receive(bytes)));
    this.#outward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => this.#port?.deliver(bytes)),
    );
    this.#buffer = faults.overrun === undefined ? null : new ReceiveBuffer(faults.overrun, () => clock.now());
    this.#tty = new Tty((bytes) => this.#send(bytes));
    for (const user of ["root", "service"]) machine.passwords.set(user, this.password);
    machine.onConsoleMessage = (text) => this.#tty.write(text);
    machine.askRestart = () => void this.reboot();
    machine.steps.onEvent = (event) => {
      if (event === "cut") this.unplug();
      else if (event === "reboot") void this.reboot();
      else machine.kernelMessage(event.message, 2);
    };
  }

  /** Opens the line. One at a time: `port-busy` until the port before is closed. */
  connect(): Result<BytePort> {
    if (this.#port !== null) return fail(makeFailure("port-busy", { port: this.name }));
    const port = new TerminalPort(this.name, {
      send: (bytes) => this.#receive(bytes),
      release: () => {
        this.#port = null;
      },
    });
    this.#port = port;
    return succeed(port);
  }

  /** Pulls the cable: the port is lost, the terminal goes on, and `connect` works again. */
  unplug(): void {
    this.#port?.lose();
  }

  /** Pulls the network cable out of an interface, or puts it back. */
  setCarrier(name: string, carrier: boolean): void {
    this.machine.network.setCarrier(name, carrier);
    this.machine.kernelMessage(`${name}: Link is ${carrier ? "Up - 100Mbps/Full - flow control off" : "Down"}`);
  }

  /** Runs a script on the machine, past the console: for tests to look and to prepare. */
  async run(script: string): Promise<RunOutcome> {
    const process = this.#newRootProcess();
    const variables = { HOME: root.home, USER: root.name };
    return shells.run(process, { script, variables, folder: root.home }).finally(() => process.end());
  }

  /** Switches it off for good: everything that runs on it ends. */
  powerOff(): void {
    this.machine.power.abort();
  }

  /** Switches it off and on. Resolves when it is up again. */
  async reboot(): Promise<void> {
    const { machine } = this;
    machine.restart();
    this.#tty.reset();
    const { signal } = machine.power;
    await startMachine(machine, {
      tty: this.#tty,
      bootTime: this.#options.bootTime ?? defaultBootTime,
      run: (script) => this.run(script),
    });
    // Somebody may have switched it off again meanwhile.
    if (!signal.aborted) await this.startConsole();
  }

  /** Resolves when the console waits for somebody. */
  async startConsole(): Promise<void> {
    const { login = false, gettyDelay = 0, prompt = "\\u@\\h:\\w\\$ " } = this.#options;
    const options: LoginOptions = { required: login, gettyDelay, prompt };
    this.machine.steps.armed = true;
    if (this.#options.faults?.echoStaysOn === true) this.#keepEcho();
    void runConsole(this.machine, { tty: this.#tty, shells }, options);
    await this.#tty.untilRead();
  }

  #newRootProcess(): ShellProcess {
    const entry = this.machine.processes.add({
      parent: 1,
      name: "sh",
      commandLine: "sh",
      user: "root",
      terminal: null,
      stop: null,
    });
    return new ShellProcess(this.machine, shells, { tty: null, user: root, pid: entry.pid, parent: 1 });
  }

  #keepEcho(): void {
    const tty = this.#tty;
    let settings = tty.settings;
    Object.defineProperty(tty, "settings", {
      configurable: true,
      get: () => settings,
      set: (next: typeof settings) => {
        settings = hasFlag(next, "echo") ? next : setFlag(next, "echo", true);
      },
    });
  }

  /** Resolves when the bytes have left for the line; they may arrive later. */
  #receive(bytes: Uint8Array): Promise<void> {
    const taken = this.#buffer === null ? bytes : this.#buffer.take(bytes);
    return this.#inward.send(this.#inwardFaults.pass(taken));
  }

  /** What is said while nobody listens is gone, and does not count. */
  #send(bytes: Uint8Array): void {
    if (this.#port !== null) void this.#outward.send(this.#outwardFaults.pass(bytes));
  }

  #arrive(event: LineEvent, take: (bytes: Uint8Array) => void): void {
    if (event.kind === "cut") this.unplug();
    else if (event.kind === "reboot") void this.reboot();
    else if (event.kind === "bytes") take(event.bytes);
  }
}

/** Makes a terminal of the catalogue, switched on and at its prompt. `port-missing` for a name that is not there. */
export async function createTerminal(
  name: string,
  surroundings: Surroundings,
  options: TerminalOptions = {},
): Promise<Result<Terminal>> {
  const profile = findDemoProfile(name, options.serialDigits);
  if (profile === null) return fail(makeFailure("port-missing", { port: name }));
  return succeed(await buildTerminal(name, { surroundings, profile }, options));
}

export interface TerminalParts {
  readonly surroundings: Surroundings;
  readonly profile: MachineProfile;
}

/** The same for a profile that is in no catalogue. */
async function buildTerminal(name: string, parts: TerminalParts, options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = await assembleTerminal(name, parts, options);
  await startMachine(terminal.machine, { tty: null, bootTime: 0, run: (script) => terminal.run(script) });
  await terminal.startConsole();
  return terminal;
}

/** A terminal that is not switched on yet: its links are down and nobody is at its console. */
export async function assembleTerminal(
  name: string,
  parts: TerminalParts,
  options: TerminalOptions = {},
): Promise<Terminal> {
  const profile = { ...parts.profile, without: [...parts.profile.without, ...(options.without ?? [])] };
  const machine = await createMachine(profile, parts.surroundings, options.faults?.steps ?? []);
  for (const [path, content] of Object.entries(commandFilesOf(machine))) {
    machine.files.writeFileSync(path, content, undefined, { mode: 0o755 });
  }
  await machine.files.symlink("/usr/bin", "/bin");
  return new Terminal(name, machine, options);
}

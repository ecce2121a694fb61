// A real Linux console in a network namespace: real getty, login, PAM, shell, iproute2 and ifupdown, on a real cable to a
// router. Its /etc, /usr, /var, /root and /home are overlays, its /run and /tmp its own: it may break what it likes.
//
//   router lan0 --- eth0 [ getty on a pseudo-terminal ] <-- socat, pipes --> relay <-- TCP or a device path --> the test
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ConsoleAccount, ConsoleOptions } from "./console-options.ts";
import { readyWord, writeSetupScript } from "./console-setup.ts";
import { type Cable, layCable } from "./network-namespace.ts";
import { type Finished, type OwnedProcess, runProgram, startProcess } from "./owned-process.ts";
import { type PseudoTerminal, presentAsPseudoTerminal } from "./pseudo-terminal.ts";
import { startWireRelay, type WireRelay } from "./wire-relay.ts";

export interface ConsolePeer extends ConsoleAccount {
  /** Where the console line can be had as raw TCP, by the latest client. */
  readonly host: string;
  readonly port: number;
  /** The same line as a serial device path; closed with the console. */
  presentAsDevice(): Promise<PseudoTerminal>;
  /** Runs a shell command on the terminal as root, beside the console: the witness of what is really set there. */
  inNamespace(command: string): Promise<Finished>;
  /** The same with the machine's own tools and files: only the network is the terminal's. */
  witnessNetwork(command: string): Promise<Finished>;
  /** The same on the router, with the machine's own files. */
  inRouter(command: string): Promise<Finished>;
  /** A program of the machine's on the router, such as a DHCP server; it ends with the console at the latest. */
  startOnRouter(command: string, args: readonly string[]): OwnedProcess;
  /** Puts bytes on the line as a kernel message would come. */
  inject(text: string): void;
  /** Cuts the client off, as a pulled cable does; the console lives on. */
  disconnect(): void;
  /** Ends the terminal at once, as a power cut does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const setUpPatience = 30_000;

export async function startConsole(options: ConsoleOptions): Promise<ConsolePeer> {
  const account = makeAccount(options);
  const routerAddresses = options.network?.routerAddresses ?? ["192.168.1.1/24"];
  const macAddress = options.network?.macAddress;
  const cable = await layCable({ routerAddresses, ...(macAddress === undefined ? {} : { macAddress }) });
  try {
    const terminal = await startTerminal(cable, options, account);
    const relay = await startWireRelay({ fromConsole: terminal.stdout, toConsole: terminal.stdin });
    return assemble({ account, cable, terminal, relay });
  } catch (error) {
    await cable.remove();
    throw error;
  }
}

interface Parts {
  readonly account: ConsoleAccount;
  readonly cable: Cable;
  readonly terminal: OwnedProcess;
  readonly relay: WireRelay;
}

function assemble({ account, cable, terminal, relay }: Parts): ConsolePeer {
  const devices: PseudoTerminal[] = [];
  const servers: OwnedProcess[] = [];
  const first = findFirstProcess(terminal.pid);
  return {
    ...account,
    host: relay.host,
    port: relay.port,
    async presentAsDevice() {
      const device = await presentAsPseudoTerminal(relay.port);
      devices.push(device);
      return device;
    },
    inNamespace: (command) =>
      runProgram("nsenter", ["-t", String(first), "-m", "-u", "-n", "-p", "/bin/sh", "-c", command]),
    witnessNetwork: (command) => runProgram("ip", ["netns", "exec", cable.terminal, "sh", "-c", command]),
    inRouter: (command) => runProgram("ip", ["netns", "exec", cable.router, "sh", "-c", command]),
    startOnRouter(command, args) {
      const server = startProcess("ip", ["netns", "exec", cable.router, command, ...args]);
      servers.push(server);
      return server;
    },
    inject: (text) => relay.inject(text),
    disconnect: () => relay.disconnect(),
    kill: () => terminal.kill(),
    async close() {
      await Promise.all(devices.map((device) => device.close()));
      await relay.close();
      await Promise.all(servers.map((server) => server.kill()));
      await terminal.kill();
      await cable.remove();
    },
  };
}

function makeAccount({ login }: ConsoleOptions): ConsoleAccount {
  const user = login.startsWith("root") ? "root" : `clerk${randomBytes(2).toString("hex")}`;
  const rootPassword = login === "root-password" || login === "user-su" ? makePassword() : "";
  const password = login === "root-autologin" ? "" : login === "root-password" ? rootPassword : makePassword();
  return { user, password, rootPassword };
}

function makePassword(): string {
  return randomBytes(12).toString("base64url");
}

async function startTerminal(cable: Cable, options: ConsoleOptions, account: ConsoleAccount): Promise<OwnedProcess> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-console-"));
  const script = join(folder, "setup");
  writeFileSync(script, writeSetupScript({ options, account }), { mode: 0o600 });
  const terminal = startProcess("ip", [
    ...["netns", "exec", cable.terminal],
    ...["unshare", "--mount", "--uts", "--ipc", "--pid", "--fork", "--mount-proc", "--kill-child"],
    // The clock, the modules and the disks are the machine's.
    ...[
      "setpriv",
      "--bounding-set",
      "-sys_time,-sys_module,-sys_rawio",
      "--inh-caps",
      "-sys_time,-sys_module,-sys_rawio",
    ],
    ...["env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "TERM=vt100", "sh", script],
  ]);
  terminal.stdin.write(`${account.user === "root" ? "" : account.password}\n${account.rootPassword}\n`);
  try {
    await waitUntilReady(terminal);
  } catch (error) {
    await terminal.kill();
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return terminal;
}

async function waitUntilReady(terminal: OwnedProcess): Promise<void> {
  const deadline = performance.now() + setUpPatience;
  let over = false;
  void terminal.ended.then(() => (over = true));
  while (!terminal.readComplaints().includes(readyWord)) {
    if (over || performance.now() > deadline) {
      throw new Error(`the console did not come up: ${terminal.readComplaints()}`);
    }
    await delay(10);
  }
}

/** Process 1 of the console, as this machine numbers it. */
function findFirstProcess(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return Number(children[0]);
}

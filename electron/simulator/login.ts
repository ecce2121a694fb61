// getty and login on the terminal's console: banner, name, password without echo, shell; again after the shell ends.
import type { Machine } from "./machine.ts";
import { consoleName } from "./machine.ts";
import { readSecret } from "./shell/read-secret.ts";
import { searchPath } from "./shell/interpreter.ts";
import { root, serviceUser, ShellProcess, type Shells, type User } from "./shell/shell-process.ts";
import type { Tty } from "./tty.ts";

export interface LoginOptions {
  /** False: whoever is at the console is root. */
  readonly required: boolean;
  /** Milliseconds until getty shows its prompt again after a session or a failure. */
  readonly gettyDelay: number;
  /** PS1 of the login shell. */
  readonly prompt: string;
}

const refusalDelay = 2000;

/** Runs until the machine goes down. */
export async function runConsole(
  machine: Machine,
  console: { readonly tty: Tty; readonly shells: Shells },
  options: LoginOptions,
): Promise<void> {
  const power = machine.power.signal;
  let user: User = root;
  while (!power.aborted) {
    if (options.required) {
      const known = await logIn(machine, console.tty, options);
      if (power.aborted) return;
      if (known === null) continue;
      user = known;
    }
    await runLoginShell(machine, console, { user, prompt: options.prompt });
    if (!power.aborted) await pause(machine, options.gettyDelay);
  }
}

async function logIn(machine: Machine, tty: Tty, options: LoginOptions): Promise<User | null> {
  tty.write(`\nDebian GNU/Linux 12 ${machine.hostName} ${consoleName}\n\n`);
  const name = await readName(machine, tty);
  if (name === null) return null;
  const password = await readSecret(tty, "Password: ");
  const user = [root, serviceUser].find((one) => one.name === name);
  if (user !== undefined && password !== null && password === machine.passwords.get(name)) {
    tty.write(`Linux ${machine.hostName} ${machine.profile.kernel.release} ${machine.profile.kernel.version}\n\n`);
    return user;
  }
  await pause(machine, Math.max(refusalDelay, options.gettyDelay));
  tty.write("\nLogin incorrect\n");
  return null;
}

/** getty asks again for as long as the name is empty. */
async function readName(machine: Machine, tty: Tty): Promise<string | null> {
  for (;;) {
    tty.write(`${machine.hostName} login: `);
    const read = await tty.read();
    if (read.kind !== "line") return null;
    const name = Buffer.from(read.bytes).toString("utf8").trim();
    if (name !== "") return name;
    tty.write("\n");
  }
}

async function runLoginShell(
  machine: Machine,
  console: { readonly tty: Tty; readonly shells: Shells },
  { user, prompt }: { readonly user: User; readonly prompt: string },
): Promise<void> {
  const entry = machine.processes.add({
    parent: 830,
    name: "bash",
    commandLine: "-bash",
    user: user.name,
    terminal: consoleName,
    stop: null,
  });
  const process = new ShellProcess(machine, console.shells, { tty: console.tty, user, pid: entry.pid, parent: 830 });
  const variables = {
    HOME: user.home,
    USER: user.name,
    LOGNAME: user.name,
    SHELL: "/bin/bash",
    TERM: "vt220",
    LANG: "C.UTF-8",
    PATH: searchPath,
    PS1: prompt,
  };
  await console.shells.interact(process, { variables, folder: user.home });
  process.end();
}

async function pause(machine: Machine, milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  await machine.surroundings.clock.delay(milliseconds, machine.power.signal).catch(() => undefined);
}

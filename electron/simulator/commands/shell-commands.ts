// sh and its kin, env, su, sudo: commands that start another shell.
import { quoteForShell } from "../shell/quoting.ts";
import { readSecret } from "../shell/read-secret.ts";
import { root, serviceUser, type RunOutcome, type ShellProcess, type User } from "../shell/shell-process.ts";
import { readInput, complain, done, print, type Call, type CommandTable } from "./command.ts";

const shellNames = ["sh", "bash", "dash", "ash"];

export const shellCommands: CommandTable = {
  ...Object.fromEntries(shellNames.map((name) => [name, runShell])),
  env: runEnv,
  su: runSu,
  sudo: runSudo,
};

type Variables = Readonly<Record<string, string>>;

function runShell(call: Call): Promise<RunOutcome> {
  return startShell(call, call.args, { variables: { ...call.io.exportedEnv } });
}

interface ShellWords {
  /** The text behind `-c`. */
  readonly command: string | null;
  readonly words: readonly string[];
}

function readShellWords(args: readonly string[]): ShellWords {
  const words = [...args];
  let command: string | null = null;
  while (words[0]?.startsWith("-") === true) {
    const option = words.shift() ?? "";
    if (option === "--" || option === "-s" || option === "-") break;
    if (/^-[a-z]*c$/.test(option)) command = words.shift() ?? "";
  }
  return { command, words };
}

async function startShell(
  call: Call,
  args: readonly string[],
  start: { readonly variables: Variables; readonly user?: User },
): Promise<RunOutcome> {
  const child = call.process.fork({
    ...(start.user === undefined ? {} : { user: start.user }),
    name: call.name,
    commandLine: [call.name, ...args].join(" "),
  });
  try {
    return await runAsAsked(call, child, {
      ...readShellWords(args),
      reads: args.includes("-s"),
      variables: start.variables,
    });
  } finally {
    child.end();
  }
}

interface Asked extends ShellWords {
  /** `-s`: the script comes from standard input whatever else is said. */
  readonly reads: boolean;
  readonly variables: Variables;
}

/** `sh -c TEXT`, `sh FILE`, a script on standard input, or a shell at a prompt. */
async function runAsAsked(
  call: Call,
  child: ShellProcess,
  { command, words, reads, variables }: Asked,
): Promise<RunOutcome> {
  const run = { variables, folder: call.io.cwd };
  const { shells } = call.process;
  const input = readInput(call);
  const [first, ...rest] = words;
  if (command !== null)
    return shells.run(child, { ...run, script: command, name: first ?? call.name, args: rest, input });
  if (first !== undefined && !reads) {
    const whole = call.io.fs.resolvePath(call.io.cwd, first);
    if (!(await call.io.fs.exists(whole))) return complain(`${call.name}: 0: cannot open ${first}: No such file`, 2);
    return shells.run(child, { ...run, script: await call.io.fs.readFile(whole), name: first, args: rest, input });
  }
  if (input !== "" || child.tty === null || !call.process.mayReadTty) {
    return shells.run(child, { ...run, script: Buffer.from(input, "latin1").toString("utf8") });
  }
  return { ...done, exitCode: await shells.interact(child, run) };
}

async function runEnv(call: Call): Promise<RunOutcome> {
  const words = [...call.args];
  let variables: Variables = { ...call.io.exportedEnv };
  while (words[0]?.startsWith("-") === true) {
    const option = words.shift();
    if (option === "-i" || option === "-") variables = {};
    else if (option === "-u") {
      const name = words.shift();
      variables = Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name));
    } else if (option === "--") break;
  }
  while (/^[A-Za-z_]\w*=/.test(words[0] ?? "")) {
    const word = words.shift() ?? "";
    const at = word.indexOf("=");
    variables = { ...variables, [word.slice(0, at)]: word.slice(at + 1) };
  }
  const [program, ...args] = words;
  if (program === undefined) {
    return print(
      Object.entries(variables)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(""),
    );
  }
  const name = program.replace(/^.*\//, "");
  if (shellNames.includes(name)) return startShell({ ...call, name }, args, { variables });
  const child = call.process.fork({ name, commandLine: words.join(" ") });
  const script = words.map(quoteForShell).join(" ");
  const run = { script, variables, folder: call.io.cwd, input: readInput(call) };
  return call.process.shells.run(child, run).finally(() => child.end());
}

async function runSu(call: Call): Promise<RunOutcome> {
  const words = call.args.filter((word) => word !== "-" && word !== "-l" && word !== "--login");
  const at = words.indexOf("-c");
  const command = at < 0 ? null : (words[at + 1] ?? "");
  const name = words.find((word, index) => !word.startsWith("-") && (at < 0 || index !== at + 1)) ?? "root";
  const user = [root, serviceUser].find((one) => one.name === name);
  if (user === undefined)
    return complain(`su: user ${name} does not exist or the user entry does not contain all the required fields`);
  if (call.process.user.uid !== 0 && !(await askPassword(call, "Password: ", user))) {
    return complain("su: Authentication failure");
  }
  const variables = { ...call.io.exportedEnv, HOME: user.home, USER: user.name, LOGNAME: user.name };
  return startShell({ ...call, name: "bash" }, command === null ? [] : ["-c", command], { variables, user });
}

async function runSudo(call: Call): Promise<RunOutcome> {
  const words = [...call.args];
  let silent = false;
  let prompt = `[sudo] password for ${call.process.user.name}: `;
  let interactive = false;
  while (words[0]?.startsWith("-") === true) {
    const option = words.shift();
    if (option === "-n") silent = true;
    else if (option === "-p") prompt = words.shift() ?? prompt;
    else if (option === "-i" || option === "-s") interactive = true;
    else if (option === "-k" || option === "-K") return done;
    else if (option === "--") break;
  }
  if (call.process.user.uid !== 0) {
    if (silent) return complain("sudo: a password is required");
    if (!(await askPassword(call, prompt, call.process.user)))
      return complain("Sorry, try again.\nsudo: 1 incorrect password attempt");
  }
  const variables = { ...call.io.exportedEnv, HOME: root.home, USER: root.name, LOGNAME: root.name };
  const [program = "sh", ...args] = words;
  const name = program.replace(/^.*\//, "");
  const start = { variables, user: root };
  if (interactive || words.length === 0) return startShell({ ...call, name: "bash" }, [], start);
  if (shellNames.includes(name)) return startShell({ ...call, name }, args, start);
  return startShell({ ...call, name: "sh" }, ["-c", words.map(quoteForShell).join(" ")], start);
}

/** Asks on the terminal line with echo off, as login does; a wrong password costs a moment. */
async function askPassword(call: Call, prompt: string, user: User): Promise<boolean> {
  const { tty } = call.process;
  if (tty === null) return false;
  const typed = await readSecret(tty, prompt);
  if (typed !== null && typed === call.process.machine.passwords.get(user.name)) return true;
  await call.process.wait(1000);
  return false;
}

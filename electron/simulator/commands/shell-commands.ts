// sh and its kin, env, su, sudo: commands that start another shell.
import { quoteForShell } from "../shell/quoting.ts";
import { readSecret } from "../shell/read-secret.ts";
import { root, serviceUser, type RunOutcome, type User } from "../shell/shell-process.ts";
import { complain, done, inputOf, print, readBytes, type Call, type CommandTable } from "./command.ts";

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

interface StartAs {
  readonly variables: Variables;
  readonly user?: User;
}

/** A child shell: for `-c`, for a script, for a script on its input, or at a prompt. */
async function startShell(call: Call, args: readonly string[], start: StartAs): Promise<RunOutcome> {
  const { command, words, fromInput } = readShellWords(args);
  const child = call.process.fork({
    ...(start.user === undefined ? {} : { user: start.user }),
    name: call.name,
    commandLine: [call.name, ...args].join(" "),
  });
  const run = { variables: start.variables, folder: call.io.cwd };
  const input = inputOf(call);
  const { shells } = call.process;
  try {
    if (command !== null) {
      const [name = call.name, ...rest] = words;
      return await shells.run(child, { ...run, script: command, name, args: rest, input });
    }
    const [path, ...rest] = words;
    if (path !== undefined && !fromInput) {
      const bytes = await readBytes(call, path);
      if (bytes === null) return complain(`${call.name}: 0: cannot open ${path}: No such file`, 2);
      const script = Buffer.from(bytes).toString("utf8");
      return await shells.run(child, { ...run, script, name: path, args: rest, input });
    }
    if (input !== "" || child.tty === null || !call.process.mayReadTty) {
      return await shells.run(child, { ...run, script: Buffer.from(input, "latin1").toString("utf8") });
    }
    return { ...done, exitCode: await shells.interact(child, run) };
  } finally {
    child.end();
  }
}

function readShellWords(args: readonly string[]) {
  const words = [...args];
  let command: string | null = null;
  let fromInput = false;
  while (words[0]?.startsWith("-") === true) {
    const option = words.shift() ?? "";
    if (option === "-s") fromInput = true;
    if (option === "--" || option === "-" || option === "-s") break;
    if (/^-[a-z]*c$/.test(option)) command = words.shift() ?? "";
  }
  return { command, words, fromInput };
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
  const run = { script, variables, folder: call.io.cwd, input: inputOf(call) };
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

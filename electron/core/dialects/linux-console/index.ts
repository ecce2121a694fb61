// linux-console: embedded Linux on a serial or USB console.
//
//   port -> wake (CR) -> log in -> become root -> child shell of our own -> scripts in verified frames -> leave
//
// Real peers: tests/peers (agetty with bash, dash and BusyBox ash in a namespace; a BusyBox machine in QEMU).
import type { BytePort } from "../../bytes/byte-port.ts";
import type { Surroundings } from "../../bytes/surroundings.ts";
import { type Result, succeed } from "../../failures/result.ts";
import { Conversation } from "../conversation.ts";
import type { ConnectOptions, Dialect, DialectSession } from "../dialect.ts";
import type { Task } from "../task.ts";
import { readDescribedLogs } from "./description.ts";
import { becomeRoot } from "./become.ts";
import { logIn } from "./login.ts";
import { recognizePrompt } from "./prompts.ts";
import { LinuxConsoleSession } from "./session.ts";
import { Shell } from "./shell.ts";
import { wake } from "./wake.ts";

export const linuxConsole: Dialect = {
  family: "linux-console",
  label: { en: "Linux console", "zh-CN": "Linux 控制台" },
  signs: {
    probe: "carriage-return",
    // A boot loader's prompt is such a machine's too: connecting knows what not to do then.
    recognizes: (heard) => recognizePrompt(heard) !== null,
    countsWhenAsked: false,
  },
  connect,
};

async function connect(
  port: BytePort,
  options: ConnectOptions & Task,
  surroundings: Surroundings,
): Promise<Result<DialectSession>> {
  const talk = new Conversation(port, surroundings);
  const opened = await enter(talk, options);
  if (!opened.ok) await port.close();
  return opened;
}

async function enter(talk: Conversation, options: ConnectOptions & Task): Promise<Result<DialectSession>> {
  const prompt = await wake(talk, options);
  if (!prompt.ok) return prompt;
  const asksLogin = prompt.value.kind === "login";
  if (asksLogin) {
    const login = await logIn(talk, options);
    if (!login.ok) return login;
  }
  const found = prompt.value.kind === "ours" ? "ours" : "shell";
  if (found === "shell") {
    const root = await becomeRoot(talk, options);
    if (!root.ok) return root;
  }
  options.onStage("preparing");
  const shell = await Shell.open(talk, found, options.signal);
  const known = { loggedIn: asksLogin, logs: readDescribedLogs(options.descriptions ?? []) };
  return shell.ok ? succeed(new LinuxConsoleSession(talk, shell.value, known)) : shell;
}

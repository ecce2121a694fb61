// counterpart COMMAND: the same app as the window, through the same contract.
//
//   ports | read | check FILE|- | plan | push | undo | test | backup | restore FILE | logs
//   analyse FILE... | history | audit verify | simulate FAMILY | serve
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Language } from "../core/failures/localized.ts";
import { verifyAudit } from "./commands/audit.ts";
import { backUp } from "./commands/backup.ts";
import { checkFile } from "./commands/check.ts";
import { showHistory } from "./commands/history.ts";
import { readLogs } from "./commands/logs.ts";
import { showPlan } from "./commands/plan.ts";
import { listPorts } from "./commands/ports.ts";
import { pushPlan } from "./commands/push.ts";
import { readTerminal } from "./commands/read.ts";
import { restore } from "./commands/restore.ts";
import { simulate } from "./commands/simulate.ts";
import { undoPush } from "./commands/undo.ts";
import { testNetwork } from "./commands/test.ts";
import { createVoice, findLanguage, type Voice } from "./console-voice.ts";
import { exitStatus } from "./exit-status.ts";

const number = (text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("not a number");
  return value;
};
const rate = (text: string): number | "auto" => (text === "auto" ? text : number(text));
const collect = (text: string, all: readonly string[]): readonly string[] => [...all, text];

const program = new Command("counterpart")
  .description("Reads, checks, explains and corrects the network settings of a payment terminal.")
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

const speaking = (name: string) =>
  program
    .command(name)
    .exitOverride()
    .option("--json", "print the result as JSON on standard output", false)
    .addOption(new Option("--lang <language>", "language of the words").choices(["zh-CN", "en"] as const));

const onTerminal = (name: string) =>
  speaking(name)
    .requiredOption("--port <port>", "a device, rfc2217:HOST:PORT, tcp:HOST:PORT, or demo:NAME")
    .option("--family <name>", "the terminal's family, instead of finding out")
    .option("--baud <rate>", "bits a second; auto finds them out", rate, 115200 as number | "auto")
    .option("--data-bits <count>", "5 to 8", number, 8)
    .option("--parity <kind>", "none, even, odd, mark or space", "none")
    .option("--stop-bits <count>", "1, 1.5 or 2", number, 1)
    .option("--flow-control <kind>", "none, hardware or software", "none")
    .addOption(new Option("--dtr <state>", "DTR while the port is open").choices(["on", "off"]).default("on"))
    .addOption(new Option("--rts <state>", "RTS while the port is open").choices(["on", "off"]).default("on"))
    .option("--describe <file>", "when no family knows the terminal, begin a description of it there")
    .option("--timeout <seconds>", "how long the terminal may take to answer at all", number, 15)
    .option("--login <user>", "user name for the terminal's login")
    .option("--password-env <variable>", "environment variable that holds the password")
    .option("--password-stdin", "read the password from standard input", false)
    .option("--become <way>", "become root with sudo or su")
    .option("--become-password-env <variable>", "environment variable that holds root's password, for su");

const wanting = (name: string) =>
  onTerminal(name)
    .option("--set <assignment>", "eth0.ipv4.gateway=192.168.1.1 (repeatable)", collect, [] as readonly string[])
    .option("--set-secret <assignment>", "FIELD=env:VARIABLE (repeatable)", collect, [] as readonly string[])
    .option("--fix", "the corrections that the findings propose", false);

/** What every command that pushes takes, as parameters of `option`. */
const pushing = {
  yes: ["--yes", "do not ask: no payment is in progress, no reversal is pending, and the plan is wanted", false],
  revertIn: ["--revert-in <seconds>", "the terminal goes back by itself after that time unless confirmed", number, 90],
  override: ["--override", "push although the rules refuse it", false],
  test: [
    "--test <list>",
    "from the terminal, before confirming: gateway,dns,HOST:PORT,tls:HOST:PORT; with ? it is optional",
    collect,
    [] as readonly string[],
  ],
  optionalTest: [
    "--optional-test <list>",
    "the same, and a failure does not take the settings back",
    collect,
    [] as readonly string[],
  ],
} as const;

const passphrase = {
  env: ["--passphrase-env <variable>", "environment variable that holds the pass-phrase for the backup's secrets"],
  stdin: ["--passphrase-stdin", "read the pass-phrase from standard input", false],
} as const;

function voiceOf({ lang, json }: { lang?: Language | undefined; json: boolean }): Voice {
  return createVoice(lang ?? findLanguage(process.env), json);
}

function finish(status: number): void {
  process.exitCode = status;
}

speaking("ports")
  .description("list the ports of this PC and the demo terminals")
  .action(async (options) => finish(await listPorts(voiceOf(options))));
onTerminal("read")
  .description("who the terminal is, its settings, and what is wrong")
  .action(async (options) => finish(await readTerminal(options, voiceOf(options))));
speaking("check")
  .description("check the settings of one terminal or many from a JSON file or a sheet (CSV), or - for standard input")
  .argument("<file>")
  .option("--policy <file>", "the site's policy, YAML or JSON")
  .option("--same-router", "terminal and PC hang on one router: hold their networks together", false)
  .addOption(new Option("--format <format>", "how to print").choices(["json", "text", "sarif"] as const))
  .action(async (file, options) => {
    const format = options.format ?? (options.json ? "json" : "text");
    finish(await checkFile(file, { ...options, format }, voiceOf({ ...options, json: format === "json" })));
  });
wanting("plan")
  .description("show what would change")
  .action(async (options) => finish(await showPlan(options, voiceOf(options))));
wanting("push")
  .description("change the settings, read them back, or put the old ones back")
  .option(...pushing.yes)
  .option(...pushing.revertIn)
  .option(...pushing.override)
  .option(...pushing.test)
  .option(...pushing.optionalTest)
  .option("--resume", "settle a push that was cut off on this terminal", false)
  .option("--accept", "with --resume: the settings are right as they are", false)
  .addOption(
    new Option("--signed-in <outcome>", "what the terminal showed at the sign-in after the push").choices([
      "ok",
      "failed",
    ] as const),
  )
  .option("--push <id>", "with --signed-in: which one, instead of the latest on this port")
  .action(async (options) => finish(await pushPlan(options, voiceOf(options))));
onTerminal("undo")
  .description("take a past push back, which is a push too")
  .option("--push <id>", "which one, instead of the latest on this terminal")
  .option("--insist", "although the settings are no longer what that push left", false)
  .option(...pushing.yes)
  .option(...pushing.revertIn)
  .option(...pushing.override)
  .option(...pushing.test)
  .option(...pushing.optionalTest)
  .action(async (options) => finish(await undoPush(options, voiceOf(options))));
onTerminal("backup")
  .description("save the settings in a file, proven complete or refused")
  .requiredOption("--out <file>", "the file; what is there is not overwritten")
  .option("--force", "replace the file", false)
  .option(...passphrase.env)
  .option(...passphrase.stdin)
  .action(async (options) => finish(await backUp(options, voiceOf(options))));
onTerminal("restore")
  .description("push the settings of a backup, also to a replacement terminal")
  .argument("<file>")
  .option(...pushing.yes)
  .option(...pushing.revertIn)
  .option(...pushing.override)
  .option(...pushing.test)
  .option(...pushing.optionalTest)
  .option(...passphrase.env)
  .option(...passphrase.stdin)
  .action(async (file, options) => finish(await restore(file, options, voiceOf(options))));
speaking("history")
  .description("who pushed what to which terminal, when, and what became of it")
  .option("--terminal <name>", "serial number, host name or MAC address")
  .option("--csv", "as a sheet", false)
  .option("--out <file>", "save it in a file")
  .action(async (options) => finish(await showHistory(options, voiceOf(options))));
speaking("audit")
  .description("audit verify: whether the audit trail is as it was written, and its head")
  .addArgument(new Argument("<what>").choices(["verify"] as const))
  .option("--head <hash>", "a head that was noted down: it must still be in the trail")
  .action(async (_what, options) => finish(await verifyAudit(options, voiceOf(options))));
onTerminal("test")
  .description("the network as the terminal sees it: what its settings name, or what is named here")
  .option("--gateway", "whether its gateways answer", false)
  .option("--dns <name>", "whether it finds an address for a name (repeatable)", collect, [] as readonly string[])
  .option("--host <address>", "HOST:PORT: whether it takes a connection (repeatable)", collect, [] as readonly string[])
  .option("--tls <address>", "HOST:PORT: whether TLS can be agreed on (repeatable)", collect, [] as readonly string[])
  .option("--within <seconds>", "how long each may take", number, 5)
  .action(async (options) => finish(await testNetwork(options, voiceOf(options))));
onTerminal("logs")
  .description("the terminal's latest log lines, card numbers masked")
  .option("--lines <count>", "how many", number, 200)
  .option("--out <file>", "save them in a file")
  .action(async (options) => finish(await readLogs(options, voiceOf(options))));
speaking("analyse")
  .description("what log files say about a communication that failed; .gz, .zip and folders too, card data masked")
  .argument("<file...>")
  .option("--export <masked-file>", "save all lines there, masked")
  .option(
    "--zone <hours>",
    "hours east of UTC where the lines do not say",
    number,
    -new Date().getTimezoneOffset() / 60,
  )
  .option("--clock-ahead <seconds>", "how far the terminal's clock was ahead of this PC's", number, 0)
  .action(async (files, options) => {
    const { analyseFiles } = await import("./commands/analyse.ts");
    finish(await analyseFiles(files, options, voiceOf(options)));
  });
speaking("simulate")
  .description("a simulated terminal on a pseudo-terminal or a TCP port")
  .argument("<family>", "linux, linux-broken or xcb")
  .option("--link <path>", "make a pseudo-terminal with this name (needs socat)")
  .option("--listen <address>", "HOST:PORT; 127.0.0.1:0 takes any free port")
  .action(async (family, options) => finish(await simulate(family, options, voiceOf(options))));
speaking("serve")
  .description("the window's app for a plain browser of this PC, until Ctrl-C")
  .option(
    "--allow-clients <count>",
    "how many pages may be connected at once; as many addresses are printed",
    number,
    1,
  )
  .option("--console", "let the pages type to a port at the raw console", false)
  .option("--listen-port <port>", "port on 127.0.0.1; 0 takes any free one", number, 0)
  .action(async (options) => {
    const { serveBrowser } = await import("./commands/serve.ts");
    finish(await serveBrowser(options, voiceOf(options)));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version end with 0, anything else is a usage error; commander has said what.
  finish(error.exitCode === 0 ? exitStatus.done : exitStatus.usage);
}

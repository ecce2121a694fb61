// counterpart COMMAND: the same app as the window, through the same contract.
//
//   ports | doctor | read | check FILE|- | plan | push | undo | test | diagnose | backup | restore FILE | logs
//   files list|pull|push | install FILE | reboot | captures list|show|remove|limit
//   analyse FILE... | history | audit verify | simulate FAMILY | serve | profile check|accept|try FILE
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

const speaking = (name: string, parent: Pick<typeof program, "command"> = program) =>
  parent
    .command(name)
    .exitOverride()
    .option("--json", "print the result as JSON on standard output", false)
    .addOption(new Option("--lang <language>", "language of the words").choices(["zh-CN", "en"] as const));

const onTerminal = (name: string) => addPortOptions(speaking(name));

function addPortOptions(command: ReturnType<typeof speaking>) {
  return command
    .requiredOption("--port <port>", "a device, rfc2217:HOST:PORT, tcp:HOST:PORT, or demo:NAME")
    .option("--family <name>", "the terminal's family, instead of finding out")
    .option("--profile <name>", "the description of the terminal: its name, or a file")
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
}

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

const idle = ["--yes", "do not ask: no payment is in progress, no reversal is pending", false] as const;

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
speaking("doctor")
  .description("why a cable does not lead to a terminal, and what to do; opens no port")
  .option("--port <port>", "the port that makes trouble")
  .option("--after <code>", "the code of the failure that connecting to it ended in")
  .option("--replug", "look, wait until the terminal was unplugged and plugged in, look again", false)
  .action(async (options) => {
    const { callDoctor } = await import("./commands/doctor.ts");
    finish(await callDoctor(options, voiceOf(options)));
  });
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
onTerminal("diagnose")
  .description("why the terminal says that communication failed: stage by stage, with causes and what to do")
  .option(
    "--host <address>",
    "HOST:PORT or tls:HOST:PORT, besides what its settings name",
    collect,
    [] as readonly string[],
  )
  .option(
    "--answer <answer>",
    "QUESTION=OPTION, as the questions are printed (repeatable)",
    collect,
    [] as readonly string[],
  )
  .option(
    "--code <code>",
    "the two characters that the host answered with (repeatable)",
    collect,
    [] as readonly string[],
  )
  .option("--same-router", "terminal and PC hang on one router: try the same from this PC", false)
  .option("--within <seconds>", "how long each stage may take", number, 5)
  .action(async (options) => {
    const { diagnose } = await import("./commands/diagnose.ts");
    finish(await diagnose(options, voiceOf(options)));
  });
onTerminal("logs")
  .description("the terminal's latest log lines, whole logs, or lines as they are written; card data masked")
  .option("--lines <count>", "how many of the latest", number, 200)
  .option("--since <when>", "whole logs: what is new since the last time (last), everything (all), or from a time on")
  .option("--follow", "lines as they are written, until Ctrl-C", false)
  .option("--source <name>", "journal, ring, kernel, logcat or a path (repeatable)", collect, [] as readonly string[])
  .option(
    "--file <path>",
    "a log file of the terminal to look for besides (repeatable)",
    collect,
    [] as readonly string[],
  )
  .option(
    "--filter <filter>",
    "with --follow, behind a bridge: TAG:LEVEL (repeatable)",
    collect,
    [] as readonly string[],
  )
  .option("--out <file>", "save them in a file")
  .action(async (options) => finish(await readLogs(options, voiceOf(options))));
onTerminal("files")
  .description("files list PATH | files pull PATH | files push FILE PATH: the terminal's files, card data masked")
  .addArgument(new Argument("<what>").choices(["list", "pull", "push"] as const))
  .argument("<path...>")
  .option(...idle)
  .action(async (what, [path = "", target], options) => {
    const { listFiles, pullFile, pushFile } = await import("./commands/files.ts");
    const voice = voiceOf(options);
    if (what === "list") finish(await listFiles(path, options, voice));
    else if (what === "pull") finish(await pullFile(path, options, voice));
    else if (target !== undefined) finish(await pushFile({ file: path, path: target }, options, voice));
    else throw new CommanderError(exitStatus.usage, "push", "files push FILE PATH");
  });
onTerminal("install")
  .description("hand a file to one of the terminal's applications as its data")
  .argument("<file>")
  .requiredOption("--application <id>", "whose data it is")
  .option(...idle)
  .action(async (file, options) => {
    const { installFile } = await import("./commands/files.ts");
    finish(await installFile({ file, application: options.application }, options, voiceOf(options)));
  });
onTerminal("reboot")
  .description("start the terminal anew")
  .option(...idle)
  .action(async (options) => {
    const { rebootTerminal } = await import("./commands/files.ts");
    finish(await rebootTerminal(options, voiceOf(options)));
  });
speaking("captures")
  .description("the log captures that this PC keeps: captures list | show ID | remove ID | limit")
  .addArgument(new Argument("<what>").choices(["list", "show", "remove", "limit"] as const))
  .argument("[id]")
  .option("--terminal <name>", "with list: as the folder is named")
  .option("--days <count>", "with limit: how long they are kept", number)
  .option("--megabytes <count>", "with limit: how much all of them may need", number)
  .action(async (job, id, options) => {
    const { manageCaptures } = await import("./commands/captures.ts");
    finish(await manageCaptures({ job, id }, options, voiceOf(options)));
  });
speaking("analyse")
  .description("what log files say about a communication that failed; .gz, .zip and folders too, card data masked")
  .argument("<file...>")
  .option("--export <masked-file>", "save all lines there, masked")
  .option(
    "--zone <hours>",
    "hours east of UTC where the lines do not say, of all files or FILE=HOURS (repeatable)",
    collect,
    [] as readonly string[],
  )
  .option(
    "--shift <seconds>",
    "seconds to add to the times, of all files or FILE=SECONDS (repeatable)",
    collect,
    [] as readonly string[],
  )
  .option("--clock-ahead <seconds>", "how far the terminal's clock was ahead of this PC's", number, 0)
  .action(async (files, options) => {
    const { analyseFiles } = await import("./commands/analyse.ts");
    finish(await analyseFiles(files, options, voiceOf(options)));
  });
const profile = program.command("profile").exitOverride().description("terminals that are described as data");
speaking("check", profile)
  .description("what is wrong in a description, by line and column")
  .argument("<file>")
  .action(async (file, options) => {
    const { checkProfile } = await import("./commands/profile-check.ts");
    finish(await checkProfile(file, voiceOf(options)));
  });
speaking("accept", profile)
  .description("show every command that a description can send, and let it be used")
  .argument("<file>")
  .option("--digest <hex>", "do not ask: accept the file if this is its digest, as shown before")
  .action(async (file, options) => {
    const { acceptProfile } = await import("./commands/profile-accept.ts");
    finish(await acceptProfile(file, options, voiceOf(options)));
  });
addPortOptions(speaking("try", profile))
  .description("each command of a description on a terminal, its answer, and what each pattern caught")
  .argument("<file>")
  .option("--writes", "also send the set commands, with the values just read", false)
  .action(async (file, options) => {
    const { tryProfile } = await import("./commands/profile-try.ts");
    finish(await tryProfile(file, options, voiceOf(options)));
  });
speaking("simulate")
  .description("a simulated terminal on a pseudo-terminal or a TCP port")
  .argument("<family>", "linux, linux-broken, xcb, at, at-no-apn, zebra-sgd, device-server, key-value or short-answers")
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

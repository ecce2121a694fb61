// All commands of the command line, with their options: what each does is a file in commands/.
import { Argument, Option } from "@commander-js/extra-typings";
import {
  addWishOptions,
  collect,
  finish,
  number,
  onTerminal,
  passphrase,
  pushing,
  speaking,
  voiceOf,
} from "./command-options.ts";
import { verifyAudit } from "./commands/audit.ts";
import { backUp } from "./commands/backup.ts";
import { checkFile } from "./commands/check.ts";
import { showHistory } from "./commands/history.ts";
import { showPlan } from "./commands/plan.ts";
import { listPorts } from "./commands/ports.ts";
import { pushPlan } from "./commands/push.ts";
import { readTerminal } from "./commands/read.ts";
import { restore } from "./commands/restore.ts";
import { simulate } from "./commands/simulate.ts";
import { undoPush } from "./commands/undo.ts";
import { testNetwork } from "./commands/test.ts";
import { declareFileCommands, declareKeptLogCommands, declareLogCommands } from "./declare-log-commands.ts";
import { declarePackCommands } from "./declare-pack-commands.ts";
import { declareProfileCommands } from "./declare-profile-commands.ts";
import { declareProvisionCommand } from "./declare-provision-command.ts";
import { declareRegisterCommands } from "./declare-register-commands.ts";

export function declareCommands(): void {
  declareReading();
  declarePushing();
  declareKeeping();
  declareRecords();
  declareTesting();
  declareLogCommands();
  declareKeptLogCommands();
  declareFileCommands();
  declareProfileCommands();
  declarePackCommands();
  declareProvisionCommand();
  declareRegisterCommands();
  declareServing();
}

function declareReading(): void {
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
    .description(
      "check the settings of one terminal or many from a JSON file or a sheet (CSV), or - for standard input",
    )
    .argument("<file>")
    .option("--policy <file>", "the site's policy, YAML or JSON")
    .option("--same-router", "terminal and PC hang on one router: hold their networks together", false)
    .addOption(new Option("--format <format>", "how to print").choices(["json", "text", "sarif"] as const))
    .action(async (file, options) => {
      const format = options.format ?? (options.json ? "json" : "text");
      finish(await checkFile(file, { ...options, format }, voiceOf({ ...options, json: format === "json" })));
    });
}

function declarePushing(): void {
  addWishOptions(onTerminal("plan"))
    .description("show what would change")
    .action(async (options) => finish(await showPlan(options, voiceOf(options))));
  addWishOptions(pushing("push"))
    .description("change the settings, read them back, or put the old ones back")
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
}

function declareKeeping(): void {
  pushing("undo")
    .description("take a past push back, which is a push too")
    .option("--push <id>", "which one, instead of the latest on this terminal")
    .option("--insist", "although the settings are no longer what that push left", false)
    .action(async (options) => finish(await undoPush(options, voiceOf(options))));
  onTerminal("backup")
    .description("save the settings in a file, proven complete or refused")
    .requiredOption("--out <file>", "the file; what is there is not overwritten")
    .option("--force", "replace the file", false)
    .option(...passphrase.env)
    .option(...passphrase.stdin)
    .action(async (options) => finish(await backUp(options, voiceOf(options))));
  pushing("restore")
    .description("push the settings of a backup, also to a replacement terminal")
    .argument("<file>")
    .option(...passphrase.env)
    .option(...passphrase.stdin)
    .action(async (file, options) => finish(await restore(file, options, voiceOf(options))));
}

function declareRecords(): void {
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
}

function declareTesting(): void {
  onTerminal("test")
    .description("the network as the terminal sees it: what its settings name, or what is named here")
    .option("--gateway", "whether its gateways answer", false)
    .option("--dns <name>", "whether it finds an address for a name (repeatable)", collect, [] as readonly string[])
    .option(
      "--host <address>",
      "HOST:PORT: whether it takes a connection (repeatable)",
      collect,
      [] as readonly string[],
    )
    .option("--tls <address>", "HOST:PORT: whether TLS can be agreed on (repeatable)", collect, [] as readonly string[])
    .option("--within <seconds>", "how long each may take", number, 5)
    .action(async (options) => finish(await testNetwork(options, voiceOf(options))));
  onTerminal("diagnose")
    .description("why the terminal says that communication failed: stage by stage, with causes and what to do")
    .option(
      "--host <address...>",
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
    .option("--healthy <pack>", "the evidence pack of a terminal that works: what differs is told")
    .option("--pack <file>", "save the evidence pack there (ZIP), for whoever helps")
    .action(async (options) => {
      const { diagnose } = await import("./commands/diagnose.ts");
      finish(await diagnose(options, voiceOf(options)));
    });
}

function declareServing(): void {
  speaking("simulate")
    .description("a simulated terminal on a pseudo-terminal or a TCP port")
    .argument(
      "<family>",
      "linux, linux-broken, xcb, at, at-no-apn, zebra-sgd, device-server, key-value or short-answers",
    )
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
}

// The commands about logs and files: on a terminal, kept on this PC, or lying anywhere.
import { Argument, CommanderError } from "@commander-js/extra-typings";
import { collect, finish, idle, number, onTerminal, speaking, voiceOf } from "./command-options.ts";
import { readLogs } from "./commands/logs.ts";
import { exitStatus } from "./exit-status.ts";

export function declareLogCommands(): void {
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
}

export function declareKeptLogCommands(): void {
  speaking("code")
    .description("what a code means, in every table that has it: host, PAX, modem, Wi-Fi, TLS, Java, dial-up")
    .argument(
      "<word...>",
      "91, A0, pax -209, cme 10, reason 15, tls 48, UnknownHostException; a code that begins with - after --",
    )
    .action(async (words, options) => {
      const { showCode } = await import("./commands/code.ts");
      finish(showCode(words.join(" "), voiceOf(options)));
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
    .description(
      "what log files say about a communication that failed; .gz, .tar.gz, .zip and folders too, card data masked",
    )
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
}

export function declareFileCommands(): void {
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
}

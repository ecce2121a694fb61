// counterpart register: the terminals that this bench, or all of them, have met; what happened to them; and which register it is.
import { Option } from "@commander-js/extra-typings";
import { finish, number, passphrase, program, pushing, speaking, voiceOf } from "./command-options.ts";

const moment = "a moment, as 2026-11-23 or 2026-11-23T08:30:00Z";

export function declareRegisterCommands(): void {
  const register = program
    .command("register")
    .description("terminals, their settings over time, and their replacements");
  speaking("list", register)
    .description("every terminal that the register knows")
    .action(async (options) => {
      const { searchRegister } = await import("./commands/register.ts");
      finish(await searchRegister("", voiceOf(options)));
    });
  speaking("search", register)
    .description("by a part of a serial number, model, host name, MAC address, site or address")
    .argument("<text>")
    .action(async (text, options) => {
      const { searchRegister } = await import("./commands/register.ts");
      finish(await searchRegister(text, voiceOf(options)));
    });
  speaking("show", register)
    .description("one terminal and what happened to it, the latest first")
    .argument("<serial>")
    .option("--until <moment>", moment)
    .option("--limit <count>", "how much of it", number, 100)
    .action(async (serial, options) => {
      const { showRegistered } = await import("./commands/register.ts");
      finish(await showRegistered(serial, options, voiceOf(options)));
    });
  speaking("compare", register)
    .description("what differs between a terminal's settings at two moments")
    .argument("<serial>")
    .requiredOption("--from <moment>", moment)
    .option("--to <moment>", "the other one; now when left out")
    .action(async (serial, options) => {
      const { compareRegistered } = await import("./commands/register.ts");
      finish(await compareRegistered(serial, options, voiceOf(options)));
    });
  declareRegisterFiles(register);
  declareRegisterPlace(register);
}

function declareRegisterFiles(register: Pick<typeof program, "command">): void {
  speaking("export", register)
    .description("the terminals as a sheet or as JSON")
    .option("--text <text>", "only those that search finds by it", "")
    .addOption(new Option("--format <format>", "of the file").choices(["csv", "xlsx", "json"] as const).default("csv"))
    .option("--out <file>", "save it in a file")
    .action(async (options) => {
      const { exportRegister } = await import("./commands/register.ts");
      finish(await exportRegister(options, voiceOf(options)));
    });
  speaking("backup", register)
    .description("save the register in a file")
    .requiredOption("--out <file>", "the file; what is there is not overwritten")
    .action(async (options) => {
      const { backUpRegister } = await import("./commands/register.ts");
      finish(await backUpRegister(options.out, voiceOf(options)));
    });
  speaking("restore", register)
    .description("put a saved register back; what it held before is kept beside it")
    .argument("<file>")
    .action(async (file, options) => {
      const { restoreRegister } = await import("./commands/register.ts");
      finish(await restoreRegister(file, voiceOf(options)));
    });
}

function declareRegisterPlace(register: Pick<typeof program, "command">): void {
  pushing("replace", register)
    .description(
      "push the settings of another unit, of the register or of a backup, to the terminal that takes its place",
    )
    .argument("<old>", "serial number of the other unit")
    .option("--backup <file>", "its settings from a backup, instead of the register's latest")
    .option("--at <moment>", "as the register had them then")
    .option("--free-addresses", "its addresses are for anybody now; otherwise they go to the new unit", false)
    .option(...passphrase.env)
    .option(...passphrase.stdin)
    .action(async (old, options) => {
      const { replaceTerminal } = await import("./commands/register-replace.ts");
      finish(await replaceTerminal(old, options, voiceOf(options)));
    });
  speaking("bench", register)
    .description("this bench's name, and where its register is")
    .option("--name <name>", "give it another name")
    .option("--database-stdin", "read postgres://USER:PASSWORD@HOST/DATABASE from standard input and keep it", false)
    .option("--local", "the register is a file of this PC", false)
    .action(async (options) => {
      const { setBench } = await import("./commands/register-bench.ts");
      finish(await setBench(options, voiceOf(options)));
    });
}

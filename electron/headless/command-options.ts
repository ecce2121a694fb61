// What commands of the command line share: their options, the language they speak, and how they end.
import { Command, InvalidArgumentError, Option, type OptionValues } from "@commander-js/extra-typings";
import { appVersion } from "../app/app-version.ts";
import type { Language } from "../core/failures/localized.ts";
import { chooseLanguage, createVoice, type Voice } from "./console-voice.ts";
import { speakComplaint, speakHelp } from "./speak-help.ts";
import { printOut, printWords } from "./standard-output.ts";

export const number = (text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("not a number");
  return value;
};
const rate = (text: string): number | "auto" => (text === "auto" ? text : number(text));
export const collect = (text: string, all: readonly string[]): readonly string[] => [...all, text];

/** Of help and of what is wrong with a command, before there is a voice. */
export const language: Language = chooseLanguage(process.argv, process.env);

export const program = new Command("counterpart")
  .description("Reads, checks, explains and corrects the network settings of a payment terminal.")
  .version(appVersion, "-V, --version", "print the version")
  .exitOverride()
  .configureHelp(speakHelp(language))
  .configureOutput({
    writeErr: printWords,
    writeOut: printOut,
    outputError: (text, write) => write(speakComplaint(text, language)),
  });

export const speaking = (name: string, parent: Pick<typeof program, "command"> = program) =>
  parent
    .command(name)
    .exitOverride()
    .option("--json", "print the result as JSON on standard output", false)
    .addOption(new Option("--lang <language>", "language of the words").choices(["zh-CN", "en"] as const));

export const onTerminal = (name: string) => addPortOptions(speaking(name));

export function addPortOptions(command: ReturnType<typeof speaking>) {
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

/** What is to be changed. */
export function addWishOptions<Own extends unknown[], Options extends OptionValues>(command: Command<Own, Options>) {
  return command
    .option("--set <assignment>", "eth0.ipv4.gateway=192.168.1.1 (repeatable)", collect, [] as readonly string[])
    .option("--set-secret <assignment>", "FIELD=env:VARIABLE (repeatable)", collect, [] as readonly string[])
    .option("--fix", "the corrections that the findings propose", false);
}

/** With what every command that pushes takes. */
export function pushing(name: string, parent: Pick<typeof program, "command"> = program) {
  return addPortOptions(speaking(name, parent))
    .option("--yes", "do not ask: no payment is in progress, no reversal is pending, and the plan is wanted", false)
    .option("--revert-in <seconds>", "the terminal goes back by itself after that time unless confirmed", number, 90)
    .option("--override", "push although the rules refuse it", false)
    .option(
      "--test <list>",
      "from the terminal, before confirming: gateway,dns,HOST:PORT,tls:HOST:PORT; with ? it is optional",
      collect,
      [] as readonly string[],
    )
    .option(
      "--optional-test <list>",
      "the same, and a failure does not take the settings back",
      collect,
      [] as readonly string[],
    );
}

export const idle = ["--yes", "do not ask: no payment is in progress, no reversal is pending", false] as const;

export const passphrase = {
  env: ["--passphrase-env <variable>", "environment variable that holds the pass-phrase for the backup's secrets"],
  stdin: ["--passphrase-stdin", "read the pass-phrase from standard input", false],
} as const;

export function voiceOf({ lang, json }: { lang?: Language | undefined; json: boolean }): Voice {
  return createVoice(lang ?? language, json);
}

export function finish(status: number): void {
  process.exitCode = status;
}

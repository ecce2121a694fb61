// counterpart provision: its options.
import { Option } from "@commander-js/extra-typings";
import { collect, finish, number, speaking, voiceOf } from "./command-options.ts";

export function declareProvisionCommand(): void {
  speaking("provision")
    .description("set a crate of terminals from a sheet, several at once, each checked, tested and reported")
    .argument("<plan>", "a sheet (CSV, XLSX), or the id or name of a plan that was kept")
    .option("--ports <list>", "the ports, with commas; only these are opened")
    .option("--all", "every serial device of USB that is listed; no other port is ever opened", false)
    .option("--dry-run", "recognise, read and plan; nothing is written or kept", false)
    .option("--policy <file>", "the site's policy, YAML or JSON")
    .option("--pools <file>", "JSON: where rows without an address get one")
    .option(
      "--map <assignment>",
      "HEADING=COLUMN, where a heading is not known (repeatable)",
      collect,
      [] as readonly string[],
    )
    .option("--remarks <file>", "save the sheet with its remarks (.csv or .xlsx)")
    .option("--operator <name>", "who works, for the report; else this user's name")
    .option("--no-tests", "confirm without the tests from the terminal")
    .option("--wait <seconds>", "how long a port without a terminal is waited for", number, 20)
    .option("--report <file>", "save what was set, by whom, tests and exceptions (.html, .pdf or .csv)")
    .option("--certificates <file>", "save a page for each terminal (.html or .pdf)")
    .option("--labels <file>", "save labels with serial number, site, address and a barcode (.html or .pdf)")
    .addOption(
      new Option("--label-paper <paper>", "A4 sheets or a roll")
        .choices(["a4", "40x30"] as const)
        .default("a4" as const),
    )
    .option("--family <name>", "the terminals' family, instead of finding out")
    .option("--baud <rate>", "bits a second", number, 115_200)
    .option("--timeout <seconds>", "how long a terminal may take to answer at all", number, 10)
    .option("--login <user>", "user name for the terminals' login")
    .option("--password-env <variable>", "environment variable that holds the password")
    .option("--password-stdin", "read the password from standard input", false)
    .option("--become <way>", "become root with sudo or su")
    .option("--become-password-env <variable>", "environment variable that holds root's password, for su")
    .action(async (plan, options) => {
      const { provision } = await import("./commands/provision.ts");
      const line = { dataBits: 8, parity: "none", stopBits: 1, flowControl: "none", dtr: "on", rts: "on" };
      finish(await provision(plan, { ...line, ...options }, voiceOf(options)));
    });
}

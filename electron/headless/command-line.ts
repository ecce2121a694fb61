// counterpart COMMAND: the same app as the window, through the same contract.
//
//   ports | doctor | read | check FILE|- | plan | push | undo | test | diagnose | backup | restore FILE | logs
//   files list|pull|push | install FILE | reboot | captures list|show|remove|limit | provision PLAN
//   pack show|answer|apply FILE | analyse FILE... | history | audit verify | simulate FAMILY | serve | profile check|accept|try FILE
//   register list|search|show|compare|export|backup|restore|replace|bench
import { CommanderError } from "@commander-js/extra-typings";
import { makeFailure } from "../core/failures/failure.ts";
import { reportCrashes } from "../host/report-crashes.ts";
import { finish, language, program } from "./command-options.ts";
import { declareCommands } from "./declare-commands.ts";
import { exitStatus } from "./exit-status.ts";
import { printWords, watchOutput } from "./standard-output.ts";

async function run(): Promise<void> {
  watchOutput(exitStatus.usage, (reason) => {
    printWords(`${makeFailure("file-unwritable", { file: "stdout", reason }).message[language]}\n`);
  });
  declareCommands();
  reportCrashes(() => process.exit(exitStatus.internal));
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end with 0, anything else is a usage error; commander has said what.
    finish(error.exitCode === 0 ? exitStatus.done : exitStatus.usage);
  }
}

// Nothing happens where it is only compiled (.ci/compile-sources.ts).
if (import.meta.main) await run();

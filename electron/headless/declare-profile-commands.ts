// The commands about terminals that are described as data.
import { addPortOptions, finish, program, speaking, voiceOf } from "./command-options.ts";

export function declareProfileCommands(): void {
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
}

// counterpart pack: what came in an evidence pack, the correction that answers it, and that correction on the terminal.
import { collect, finish, program, pushing, speaking, voiceOf } from "./command-options.ts";

export function declarePackCommands(): void {
  const pack = program.command("pack").description("evidence packs, and the correction files that answer them");
  speaking("show", pack)
    .description("what an evidence pack holds, after its digests were checked")
    .argument("<file>")
    .action(async (file, options) => {
      const { showPack } = await import("./commands/pack.ts");
      finish(await showPack(file, voiceOf(options)));
    });
  speaking("answer", pack)
    .description("make a correction file, bound to the terminal and the settings of the pack")
    .argument("<file>")
    .requiredOption(
      "--set <assignment>",
      "eth0.ipv4.gateway=192.168.1.1 (repeatable)",
      collect,
      [] as readonly string[],
    )
    .requiredOption("--out <file>", "the correction file; what is there is not overwritten")
    .action(async (file, options) => {
      const { writeAnswer } = await import("./commands/pack.ts");
      finish(await writeAnswer(file, options, voiceOf(options)));
    });
  pushing("apply", pack)
    .description("push a correction file to the terminal that it was made for")
    .argument("<file>")
    .action(async (file, options) => {
      const { applyAnswer } = await import("./commands/pack.ts");
      finish(await applyAnswer(file, options, voiceOf(options)));
    });
}

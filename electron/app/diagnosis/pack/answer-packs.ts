// What the contract asks about evidence packs; each part is loaded when somebody asks for it.
import type { Handlers } from "../../../contract/server.ts";
import { succeed } from "../../../core/failures/result.ts";
import { makeTask } from "../../make-task.ts";
import type { Sessions } from "../../sessions.ts";

export type PackCommand = "pack.make" | "pack.plan" | "pack.open" | "pack.answer";

export function answerPacks(sessions: Sessions): Pick<Handlers, PackCommand> {
  return {
    "pack.make": async (input) => {
      const { makePack } = await import("./make-pack.ts");
      return succeed(makePack(input));
    },
    "pack.plan": (input, call) =>
      sessions.use(input.session, async (open) => {
        const { planCorrection } = await import("./correction-file.ts");
        return planCorrection(open, input, makeTask(open, call));
      }),
    "pack.open": async (sent) => {
      const { openPack } = await import("./open-pack.ts");
      return openPack(sent);
    },
    "pack.answer": async ({ set, ...sent }) => {
      const [{ decodePack }, { answerPack }] = await Promise.all([
        import("./open-pack.ts"),
        import("./correction-file.ts"),
      ]);
      const pack = decodePack(sent);
      if (!pack.ok) return pack;
      const answered = answerPack(pack.value, set, sent.name);
      return answered.ok ? succeed({ text: answered.value }) : answered;
    },
  };
}

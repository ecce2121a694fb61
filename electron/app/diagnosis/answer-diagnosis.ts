// What the contract asks about causes; loaded when somebody asks, since its knowledge is large.
import type { Handlers } from "../../contract/server.ts";
import type { Stage } from "../../core/diagnosis/stage.ts";
import { succeed } from "../../core/failures/result.ts";
import { redactLines } from "../../core/logs/redaction/redact-lines.ts";
import { makeTask } from "../make-task.ts";
import type { Sessions } from "../sessions.ts";
import { answerPacks, type PackCommand } from "./pack/answer-packs.ts";

type DiagnosisCommand =
  | "diagnosis.run"
  | "diagnosis.reason"
  | "diagnosis.from-pc"
  | "diagnosis.compare"
  | "diagnosis.questions"
  | "diagnosis.codes"
  | "diagnosis.cards"
  | "diagnosis.menus"
  | PackCommand;

export function answerDiagnosis(sessions: Sessions): Pick<Handlers, DiagnosisCommand> {
  return {
    ...answerPacks(sessions),
    "diagnosis.run": (input, call) =>
      sessions.use(input.session, async (open) => {
        const { diagnoseTerminal } = await import("./diagnose-terminal.ts");
        const onHop = (stage: Stage): void => call.emit("hop", { port: open.port, stage });
        return diagnoseTerminal(open, input, { ...makeTask(open, call), onHop });
      }),
    "diagnosis.reason": async (input) => {
      const { reasonFrom } = await import("./reason-from.ts");
      // What a person typed off a screen may hold anything.
      return succeed(reasonFrom({ ...input, lines: redactLines(input.lines).lines }, new Date().toISOString()));
    },
    "diagnosis.from-pc": async ({ hosts, seconds }, { signal, emit }) => {
      const { testFromPc } = await import("./test-from-pc.ts");
      const onStage = (stage: Stage): void => emit("hop", { port: "", stage });
      return succeed({ stages: await testFromPc(hosts, { seconds, signal, onStage }) });
    },
    "diagnosis.compare": async ({ here, healthy }) => {
      const { compareHealthy } = await import("../../core/diagnosis/compare-healthy.ts");
      return succeed({ differences: [...compareHealthy(here, healthy)] });
    },
    "diagnosis.questions": async () => {
      const { questions } = await import("../../core/diagnosis/knowledge/questions.ts");
      return succeed({ questions });
    },
    "diagnosis.codes": async ({ text }) => {
      const { searchCodes } = await import("../../core/diagnosis/search-codes.ts");
      return succeed(searchCodes(text));
    },
    "diagnosis.menus": async () => {
      const { menuPaths } = await import("../../core/diagnosis/knowledge/menu-paths.ts");
      return succeed({ menus: menuPaths });
    },
    "diagnosis.cards": async () => {
      const { careCards } = await import("../../core/diagnosis/knowledge/care-cards.ts");
      return succeed({ cards: careCards });
    },
  };
}

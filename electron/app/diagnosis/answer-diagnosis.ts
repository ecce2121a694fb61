// What the contract asks about causes; loaded when somebody asks, since its knowledge is large.
import type { Handlers } from "../../contract/server.ts";
import type { Stage } from "../../core/diagnosis/stage.ts";
import { succeed } from "../../core/failures/result.ts";
import { redactLines } from "../../core/logs/redaction/redact-lines.ts";
import { makeTask } from "../make-task.ts";
import type { Sessions } from "../sessions.ts";

type DiagnosisCommand =
  | "diagnosis.run"
  | "diagnosis.reason"
  | "diagnosis.from-pc"
  | "diagnosis.compare"
  | "diagnosis.questions"
  | "pack.make"
  | "pack.plan";

export function answerDiagnosis(sessions: Sessions): Pick<Handlers, DiagnosisCommand> {
  return {
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
    "pack.make": async (input) => {
      const { makePack } = await import("./pack/make-pack.ts");
      return succeed(makePack(input));
    },
    "pack.plan": (input, call) =>
      sessions.use(input.session, async (open) => {
        const { planCorrection } = await import("./pack/correction-file.ts");
        return planCorrection(open, input, makeTask(open, call));
      }),
    "diagnosis.questions": async () => {
      const { questions } = await import("../../core/diagnosis/knowledge/questions.ts");
      return succeed({ questions });
    },
  };
}

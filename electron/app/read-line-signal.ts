import type { LineSignal } from "../core/dialects/dialect.ts";
import type { Task } from "../core/dialects/task.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result } from "../core/failures/result.ts";
import type { OpenSession } from "./sessions.ts";

export async function readLineSignal({ dialect }: OpenSession, task: Task): Promise<Result<LineSignal>> {
  if (dialect.readSignal) return dialect.readSignal(task);
  const say = (reason: string) => makeFailure("capability-missing", { capability: "signal", reason });
  const failure = say("It has no radio that can be asked over this line.");
  const { message } = say("这条线路上没有可以查询的无线模块。");
  return fail({ ...failure, message: { en: failure.message.en, "zh-CN": message["zh-CN"] } });
}

import type { Capability } from "../dialects/dialect.ts";
import { type Failure, makeFailure } from "../failures/failure.ts";

/** `tests-impossible`, with what the terminal says of `test-network` in the language of each sentence. */
export function refuseTests(able: Capability | undefined): Failure {
  const reason = able?.state === "no" ? able.reason : able?.state === "needs" ? able.what : { en: "", "zh-CN": "" };
  const { code, details, message } = makeFailure("tests-impossible", { reason: reason.en });
  const zh = makeFailure("tests-impossible", { reason: reason["zh-CN"] });
  return { code, details, message: { en: message.en, "zh-CN": zh.message["zh-CN"] } };
}

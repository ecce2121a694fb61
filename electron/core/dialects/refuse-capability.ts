// What a session answers when it is asked for something that its capabilities say it cannot do.
import { type Failure, makeFailure } from "../failures/failure.ts";
import { fail } from "../failures/result.ts";
import type { Capabilities } from "./dialect.ts";

/** The reason that the capability gives, in both languages. */
export function refuseCapability(
  capabilities: Capabilities,
  name: keyof Capabilities,
): ReturnType<typeof fail<Failure>> {
  const known = capabilities[name];
  const reason =
    known.state === "no" ? known.reason : known.state === "needs" ? known.what : { en: "?", "zh-CN": "？" };
  const say = (words: string): Failure => makeFailure("capability-missing", { capability: name, reason: words });
  const failure = say(reason.en);
  return fail({ ...failure, message: { en: failure.message.en, "zh-CN": say(reason["zh-CN"]).message["zh-CN"] } });
}

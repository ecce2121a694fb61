// Settings and what is known around them -> findings and verdict, for one terminal or for a fleet.
import type { Input, Output } from "../contract/commands.ts";
import { type Checked, checkAndJudge, checkFleet } from "../core/findings/check.ts";
import type { CheckContext } from "../core/findings/check-context.ts";
import { preparePolicy } from "../core/findings/policy/prepare-policy.ts";

type Answer = Output<"settings.check">;
type Around = Pick<Input<"settings.check">, "policy" | "pc">;

export function checkSettings({ settings, ...around }: Input<"settings.check">): Answer {
  return answer(checkAndJudge(settings, makeContext(around)));
}

export function checkTerminals({ terminals, ...around }: Input<"settings.check-fleet">): readonly Answer[] {
  return checkFleet(terminals, makeContext(around)).map(answer);
}

function makeContext({ policy, pc }: Around): CheckContext {
  return { policy: policy == null ? null : preparePolicy(policy), pc: pc ?? null };
}

function answer({ findings, verdict, switchedOff }: Checked): Answer {
  return { findings, verdict, ...(switchedOff.length > 0 && { switchedOff }) };
}

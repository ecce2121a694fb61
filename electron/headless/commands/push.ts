// counterpart push: a plan pushed after asking; --resume settles what was cut off; --signed-in keeps what came after.
import type { SignedIn } from "../../contract/history.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf, statusOfOutcome } from "../exit-status.ts";
import { usage } from "../options.ts";
import { printPlan } from "../print-report.ts";
import { withTerminal } from "../with-terminal.ts";
import { type PlanOptions, withPlan } from "./plan.ts";
import { pushShown, type PushShownOptions, sayResult } from "./push-shown.ts";
import { keepSignedIn } from "./signed-in.ts";

export interface PushOptions extends PlanOptions, PushShownOptions {
  readonly resume: boolean;
  readonly accept: boolean;
  readonly signedIn?: SignedIn | undefined;
  readonly push?: string | undefined;
}

export async function pushPlan(options: PushOptions, voice: Voice): Promise<number> {
  const { resume, signedIn } = options;
  const isNew = options.set.length > 0 || options.setSecret.length > 0 || options.fix;
  if ((resume || signedIn !== undefined) && (isNew || (resume && signedIn !== undefined)))
    return complain(usage(resume ? "--resume" : "--signed-in", voice.words.aloneOnly), voice);
  if (signedIn !== undefined) return keepSignedIn(signedIn, options, voice);
  if (resume) return resumePush(options, voice);
  return withPlan(options, voice, async (plan, connected) => {
    if (plan.changes.length > 0 || plan.undecided.length === 0) return pushShown(plan, connected, { options, voice });
    voice.say(printPlan(plan, voice));
    return complain(makeFailure("no-correction"), voice);
  });
}

function resumePush(options: PushOptions, voice: Voice): Promise<number> {
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const settled = await client.call("push.resume", { session, accept: options.accept }, signal);
    if (!settled.ok) return complain(settled.failure, voice);
    const { resumed } = settled.value;
    if (resumed === null || options.accept) {
      voice.say(resumed === null ? voice.words.nothingToResume : voice.words.accepted);
      voice.show(settled.value, "");
      return exitStatus.done;
    }
    sayResult(resumed, voice);
    return statusOfOutcome[resumed.outcome];
  });
}

function complain(failure: Parameters<Voice["complain"]>[0], voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}

// counterpart undo: a past push taken back, which is a plan and a push like any other.
import type { Voice } from "../console-voice.ts";
import { statusOf } from "../exit-status.ts";
import type { PortOptions } from "../options.ts";
import { withTerminal } from "../with-terminal.ts";
import { pushShown, type PushShownOptions } from "./push-shown.ts";

export interface UndoOptions extends PortOptions, PushShownOptions {
  readonly port: string;
  readonly push?: string | undefined;
  readonly insist: boolean;
}

export function undoPush(options: UndoOptions, voice: Voice): Promise<number> {
  return withTerminal(options, voice, async (connected) => {
    const { client, session, signal } = connected;
    const request = { session, push: options.push ?? null, insist: options.insist };
    const undo = await client.call("history.undo-plan", request, signal);
    if (undo.ok) return pushShown(undo.value.plan, connected, { options, voice });
    voice.complain(undo.failure);
    return statusOf(undo.failure);
  });
}

// A plan that was shown -> asked -> pushed -> what became of it, and the person's own last step. For push, undo and restore.
import type { PushResult } from "../../contract/commands.ts";
import type { Planned } from "../../contract/planned.ts";
import { printTest } from "../../app/files/history-sheet.ts";
import { nameField } from "../../core/settings/change.ts";
import { askPerson, canAsk } from "../ask-person.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf, statusOfOutcome } from "../exit-status.ts";
import { printPlan } from "../print-report.ts";
import { readWantedTests, type TestOptions } from "../read-wanted-tests.ts";
import type { Connected } from "../with-terminal.ts";
import { askSignedIn } from "./signed-in.ts";

export interface PushShownOptions extends TestOptions {
  readonly port: string;
  readonly yes: boolean;
  readonly override: boolean;
  readonly revertIn: number;
}

export async function pushShown(
  plan: Planned,
  { client, session, signal }: Connected,
  { options, voice }: { readonly options: PushShownOptions; readonly voice: Voice },
): Promise<number> {
  const tests = readWantedTests(options, voice);
  if (!tests.ok) {
    voice.complain(tests.failure);
    return statusOf(tests.failure);
  }
  voice.say(printPlan(plan, voice));
  const refused = plan.refusedBy.length > 0 && !options.override;
  if (plan.changes.length > 0 && !refused && !options.yes && !(await agree(voice)))
    return signal.aborted ? exitStatus.interrupted : exitStatus.refused;
  client.on("armed", ({ guarded, revertSeconds }) =>
    voice.say(guarded ? fill(voice.words.armed, { seconds: revertSeconds }) : voice.words.unarmed),
  );
  const wanted = { digest: plan.digest, override: options.override, revertSeconds: options.revertIn };
  const pushed = await client.call("plan.push", { session, ...wanted, tests: tests.value }, signal);
  if (!pushed.ok) {
    if (pushed.failure.code === "cancelled") voice.say(voice.words.interrupted);
    voice.complain(pushed.failure);
    return statusOf(pushed.failure);
  }
  if (options.override && plan.refusedBy.length > 0)
    voice.say(fill(voice.words.overridden, { rules: plan.refusedBy.join(", ") }));
  const { id, outcome } = pushed.value;
  sayResult(pushed.value, voice);
  if (id !== null && outcome === "confirmed") {
    // The register has to know what the terminal has now; whether it can be told does not change what was said.
    await client.call("terminal.read", { session }, signal);
    voice.say(fill(voice.words.kept, { id, port: options.port }));
    if (!signal.aborted) await askSignedIn(client, { push: id, options, voice });
  }
  return signal.aborted ? exitStatus.interrupted : statusOfOutcome[outcome];
}

export function sayResult(result: PushResult, voice: Voice): void {
  const { words } = voice;
  const fields = result.fields.map(({ verdict, persisted, ...field }) => {
    const kept =
      verdict !== "applied" || persisted === null ? "" : ` (${persisted ? words.persisted : words.notPersisted})`;
    return `  ${nameField(field)}: ${words.verdict[verdict]}${kept}`;
  });
  const tests = result.tests.map((test) => `  ${printTest(test)}`);
  if (result.failure) voice.say(`${voice.translate(result.failure.message)} [${result.failure.code}]`);
  if (!result.recorded) voice.say(words.unrecorded);
  if (voice.json) voice.say(words.outcome[result.outcome]);
  voice.show(result, [words.outcome[result.outcome], ...fields, ...tests].join("\n"));
}

async function agree(voice: Voice): Promise<boolean> {
  if (!canAsk()) {
    voice.say(voice.words.needsYes);
    return false;
  }
  const agreed = /^(?:y|yes|是|好|对|确认)$/i.test(await askPerson(voice.words.askPush));
  if (!agreed) voice.say(voice.words.notPushed);
  return agreed;
}

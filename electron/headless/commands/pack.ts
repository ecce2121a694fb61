// counterpart pack show|answer|apply: remote help by two files, with no server between.
import { decodeText } from "../../app/files/decode-text.ts";
import { answerPack } from "../../app/diagnosis/pack/correction-file.ts";
import { reasonPack } from "../../app/diagnosis/pack/open-pack.ts";
import { type Pack, readPack } from "../../app/diagnosis/pack/read-pack.ts";
import type { Failure } from "../../core/failures/failure.ts";
import type { Result } from "../../core/failures/result.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import type { PortOptions } from "../options.ts";
import { printDiagnosis, printStage } from "../print-diagnosis.ts";
import { readOctets } from "../read-terminals.ts";
import { withTerminal } from "../with-terminal.ts";
import { writePrivateFile } from "../write-private-file.ts";
import { pushShown, type PushShownOptions } from "./push-shown.ts";

/** A file that came from elsewhere does not steer the terminal that it is printed on. */
const control = /[^\P{Cc}\n\t]/gu;

export async function showPack(file: string, voice: Voice): Promise<number> {
  const pack = await open(file);
  if (!pack.ok) return complain(pack.failure, voice);
  const { manifest, files } = pack.value;
  // What it comes to, then all that is in it.
  const reasoned = reasonPack(pack.value);
  const text = [
    ...reasoned.stages.map((stage) => printStage(stage, voice)),
    "",
    printDiagnosis(reasoned, voice),
    ...["", JSON.stringify(manifest, null, 2)],
    ...files.flatMap(({ name, text: content }) => ["", name, content]),
  ].join("\n");
  voice.show({ manifest, files }, text.replaceAll(control, "\ufffd"));
  return exitStatus.done;
}

export async function writeAnswer(
  file: string,
  { set, out }: { readonly set: readonly string[]; readonly out: string },
  voice: Voice,
): Promise<number> {
  const pack = await open(file);
  if (!pack.ok) return complain(pack.failure, voice);
  const answer = answerPack(pack.value, set, file);
  if (!answer.ok) return complain(answer.failure, voice);
  const problem = await writePrivateFile(out, answer.value, { replace: false });
  if (problem !== null) return complain(problem, voice);
  voice.show(JSON.parse(answer.value), out);
  return exitStatus.done;
}

export async function applyAnswer(
  file: string,
  options: PortOptions & PushShownOptions,
  voice: Voice,
): Promise<number> {
  const octets = await readOctets(file);
  if (!octets.ok) return complain(octets.failure, voice);
  const decoded = decodeText(octets.value, { file, mayBeGb18030: false });
  if (!decoded.ok) return complain(decoded.failure, voice);
  return withTerminal(options, voice, async (connected) => {
    const { client, session, signal } = connected;
    const planned = await client.call("pack.plan", { session, name: file, text: decoded.value.text }, signal);
    if (!planned.ok) return complain(planned.failure, voice);
    return pushShown(planned.value.plan, connected, { options, voice });
  });
}

async function open(file: string): Promise<Result<Pack>> {
  const octets = await readOctets(file);
  return octets.ok ? readPack(octets.value, file) : octets;
}

function complain(failure: Failure, voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}

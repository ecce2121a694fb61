// counterpart profile accept FILE: every command that a description can send, and a clear question. What is accepted is the
// file as it was shown: after a change, it asks again.
import { AcceptedDescriptions } from "../../app/descriptions/accepted-descriptions.ts";
import { listProblems } from "../../app/descriptions/read-description.ts";
import { type DescriptionPlaces, readDescriptionFile } from "../../app/load-descriptions.ts";
import { listDescribed } from "../../core/dialects/list-described.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { findDescriptionPlaces, findRecordsFolder } from "../../host/records-folder.ts";
import { askPerson, canAsk } from "../ask-person.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";

export interface AcceptOptions {
  /** The digest that was looked at before, in place of the question. */
  readonly digest?: string | undefined;
}

export async function acceptProfile(file: string, options: AcceptOptions, voice: Voice): Promise<number> {
  const places = findDescriptionPlaces(findRecordsFolder(process.platform, process.env));
  const read = await readDescriptionFile(file, places);
  if (!read.ok) return complain(read.failure, voice);
  const { octets, digest, description, isAccepted } = read.value;
  const [problem] = await listProblems(octets);
  if (problem || description === null) {
    const reason = problem ? `${problem.line}:${problem.column}: ${voice.translate(problem.message)}` : "?";
    return complain(makeFailure("input-invalid", { where: file, reason }), voice);
  }
  const commands = listDescribed(description.content)?.commands ?? [];
  const shown = { file, digest, commands: commands.map(({ purpose, text }) => ({ purpose, text })) };
  if (isAccepted) {
    voice.show({ ...shown, accepted: true }, fill(voice.words.profileAccepted, { file }));
    return exitStatus.done;
  }
  voice.say(
    [
      fill(voice.words.profileCommands, { file }),
      ...commands.map(({ purpose, text }) => `  ${voice.words.purpose[purpose].padEnd(8)} ${text}`),
      fill(voice.words.profileDigest, { digest }),
    ].join("\n"),
  );
  if (!(await isWanted(digest, options, voice))) {
    return complain(makeFailure("description-unaccepted", { file }), voice);
  }
  await keep(places, { digest, file });
  voice.show({ ...shown, accepted: true }, fill(voice.words.profileAccepted, { file }));
  return exitStatus.done;
}

async function isWanted(digest: string, options: AcceptOptions, voice: Voice): Promise<boolean> {
  if (options.digest !== undefined) return options.digest === digest;
  return canAsk() && /^(?:y|yes|是)$/i.test(await askPerson(voice.words.askProfile));
}

function keep(places: DescriptionPlaces, { digest, file }: { digest: string; file: string }): Promise<void> {
  return new AcceptedDescriptions(places.accepted).accept(digest, file);
}

function complain(failure: Failure, voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}

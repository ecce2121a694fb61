// counterpart profile check FILE: whether a description can be used, and what is wrong at which line and column.
import { readFile } from "node:fs/promises";
import { listProblems, readDescription } from "../../app/descriptions/read-description.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";

export async function checkProfile(file: string, voice: Voice): Promise<number> {
  const octets = await readFile(file).catch((error: NodeJS.ErrnoException) => error.code ?? "?");
  if (typeof octets === "string") {
    const failure = makeFailure("file-unreadable", { file, reason: octets });
    voice.complain(failure);
    return statusOf(failure);
  }
  const { digest, family } = readDescription(octets);
  const problems = await listProblems(octets);
  const lines = problems.map(
    ({ line, column, message, code }) => `${file}:${line}:${column}: ${voice.translate(message)} [${code}]`,
  );
  const verdict = problems.length === 0 ? voice.words.profileRight : voice.words.profileWrong;
  voice.show(
    { file, digest, family, problems },
    [...lines, fill(verdict, { file, count: problems.length })].join("\n"),
  );
  return problems.length === 0 ? exitStatus.done : exitStatus.findings;
}

// What a screen may ask of descriptions: which there are, the user's own first, and what they can send, accepting one by the
// digest of what was shown, and trying one on its terminal.
import type { Output } from "../../contract/commands.ts";
import type { Handlers } from "../../contract/server.ts";
import { listDescribed } from "../../core/dialects/list-described.ts";
import type { Task } from "../../core/dialects/task.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { redactLines } from "../../core/logs/redaction/redact-lines.ts";
import { type DescriptionFile, type DescriptionPlaces, listDescriptionFiles } from "../load-descriptions.ts";
import type { OpenSession } from "../sessions.ts";
import { AcceptedDescriptions } from "./accepted-descriptions.ts";

type Described = Output<"descriptions.list">["descriptions"][number];

export function answerDescriptions(
  places: DescriptionPlaces | null,
): Pick<Handlers, "descriptions.list" | "descriptions.accept"> {
  return {
    "descriptions.list": async () => {
      const files = await listDescriptionFiles(places);
      return succeed({ descriptions: files.map(showDescription) });
    },
    "descriptions.accept": async ({ file, digest }) => {
      const files = await listDescriptionFiles(places);
      const found = files.find(({ path, isShipped }) => path === file && !isShipped);
      // Another digest: the file has changed since it was shown.
      if (places === null || !found || found.digest !== digest || found.description === null)
        return fail(makeFailure("description-unaccepted", { file }));
      await new AcceptedDescriptions(places.accepted).accept(digest, file);
      return succeed({});
    },
  };
}

function showDescription({ path, digest, isShipped, isAccepted, description }: DescriptionFile): Described {
  const described = description && listDescribed(description.content);
  return {
    file: path,
    digest,
    shipped: isShipped,
    accepted: isAccepted,
    family: description?.family ?? null,
    name: described?.name ?? null,
    commands: (described?.commands ?? []).map(({ purpose, text }) => ({ purpose, text })),
  };
}

export async function tryDescription(
  open: OpenSession,
  writes: boolean,
  task: Task,
): Promise<Result<Output<"descriptions.try">>> {
  const { dialect } = open;
  if (!dialect.rehearse) return fail(makeFailure("input-invalid", { where: "profile try", reason: "family text" }));
  const tried = await dialect.rehearse(writes, task);
  if (!tried.ok) return tried;
  const steps = tried.value.map(({ answer, patterns, ...step }) => ({
    ...step,
    answer: answer === null ? null : mask(answer),
    patterns: patterns.map(({ pattern, caught }) => ({
      pattern,
      caught: caught && Object.fromEntries(Object.entries(caught).map(([name, value]) => [name, mask(value)])),
    })),
  }));
  return succeed({ steps });
}

function mask(text: string): string {
  return redactLines(text.split("\n")).lines.join("\n");
}

// JSON of one terminal or a list of them -> settings. What `read --json` prints is taken whole; other fields are refused,
// since a misspelt field would be judged as if it were not there.
import { z } from "zod";
import { readingSchema } from "../../core/dialects/dialect.ts";
import { findingSchema, verdictSchema } from "../../core/findings/finding.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../core/settings/network-settings.ts";
import { explainIssue, explainUnknown } from "./explain-issue.ts";
import { findUnknown } from "./find-unknown.ts";
import { refuseInput } from "./invalid-input.ts";
import { type Path, placeAt, placeInJson } from "./place-in-text.ts";

/** Every field of a report, so that unknown ones can be told from those that checking does not need. */
const reportSchema = networkSettingsSchema.extend({
  terminal: readingSchema.shape.terminal.partial().nullish(),
  clock: readingSchema.shape.clock.unwrap().partial().nullish(),
  capabilities: z.unknown().optional(),
  findings: z.array(findingSchema).optional(),
  verdict: verdictSchema.optional(),
  switchedOff: z.array(findingSchema).optional(),
});

/** More than the terminals of a large chain. */
const mostTerminals = 100_000;

export interface Terminals {
  readonly terminals: readonly NetworkSettings[];
  /** Whether a list was given, so that a list is answered. */
  readonly isList: boolean;
}

export function readJsonTerminals(text: string, file: string): Result<Terminals> {
  const json = parseJson(text, file);
  if (!json.ok) return json;
  const isList = Array.isArray(json.value);
  const all: readonly unknown[] = isList ? (json.value as readonly unknown[]) : [json.value];
  if (all.length > mostTerminals) {
    return fail(
      refuseInput(file, { en: `more than ${mostTerminals} terminals`, "zh-CN": `终端超过 ${mostTerminals} 台` }),
    );
  }
  const terminals: NetworkSettings[] = [];
  for (const [place, one] of all.entries()) {
    const read = readOne(one, { text, file, path: isList ? [place] : [] });
    if (!read.ok) return read;
    terminals.push(read.value);
  }
  return succeed({ terminals, isList });
}

interface Around {
  readonly text: string;
  readonly file: string;
  readonly path: Path;
}

function readOne(input: unknown, { text, file, path }: Around): Result<NetworkSettings> {
  const parsed = reportSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const own = (issue?.path ?? []).filter((step) => typeof step !== "symbol");
    const reason = issue === undefined ? { en: "?", "zh-CN": "？" } : explainIssue(issue, findValue(input, own));
    return fail(refuseAt({ text, file, path: [...path, ...own] }, reason));
  }
  const unknown = findUnknown(input, parsed.data);
  if (unknown !== null) {
    const name = String(unknown.at(-1));
    return fail(refuseAt({ text, file, path: [...path, ...unknown] }, explainUnknown([name])));
  }
  return succeed(networkSettingsSchema.parse(input));
}

function refuseAt({ text, file, path }: Around, reason: Parameters<typeof refuseInput>[1]) {
  return refuseInput(file, reason, { place: placeInJson(text, path), path: path.join(".") });
}

function findValue(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    input,
  );
}

function parseJson(text: string, file: string): Result<unknown> {
  try {
    return succeed(JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = /position (\d+)/.exec(message)?.[1];
    const place = placeAt(text, position === undefined ? text.trimEnd().length : Number(position));
    const found = position === undefined ? "" : ` (${JSON.stringify(text.charAt(Number(position)))})`;
    const reason = { en: `not valid JSON here${found}`, "zh-CN": `这里不是有效的 JSON${found}` };
    return fail(refuseInput(file, reason, { place }));
  }
}

// The file of a backup: JSON, the settings in the clear so that a person can read them, a digest over all of it, and the
// secrets sealed beside them where there are any and a pass-phrase was given.
import { z } from "zod";
import { pushedTerminalSchema } from "../../contract/history.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { digestJson } from "../../core/plans/basis-digest.ts";
import { networkSettingsSchema } from "../../core/settings/network-settings.ts";
import { explainIssue } from "../files/explain-issue.ts";
import { refuseInput } from "../files/invalid-input.ts";
import { placeInJson } from "../files/place-in-text.ts";
import { sealedSchema } from "./seal.ts";

const format = "counterpart-backup";
const version = 1;

const headSchema = z.object({ format: z.literal(format), version: z.number().int() });

export const backupSchema = z.object({
  format: z.literal(format),
  version: z.literal(version),
  /** ISO 8601, UTC. */
  made: z.iso.datetime(),
  terminal: pushedTerminalSchema,
  settings: networkSettingsSchema,
  secrets: sealedSchema.nullable(),
});

export type Backup = z.infer<typeof backupSchema>;

export const backupHead = { format, version } as const;

/** What the sealed secrets are bound to. */
export function describeBeside({ made, terminal }: Pick<Backup, "made" | "terminal">): string {
  return JSON.stringify([format, version, made, terminal]);
}

export function printBackup(backup: Backup): { readonly text: string; readonly digest: string } {
  const digest = digestJson(backup);
  return { text: `${JSON.stringify({ ...backup, digest }, null, 2)}\n`, digest };
}

/** Failures: `input-invalid` with the file's name, in words. */
export function readBackup(text: string, file: string): Result<Backup> {
  const json = parseJson(text);
  if (json === undefined) {
    return fail(refuseInput(file, { en: "this is not JSON, or it is cut off", "zh-CN": "不是 JSON，或内容不完整" }));
  }
  const head = headSchema.safeParse(json);
  if (!head.success) return fail(refuseInput(file, { en: "this is not a backup", "zh-CN": "这不是备份文件" }));
  if (head.data.version !== version) {
    const { version: other } = head.data;
    return fail(
      refuseInput(file, {
        en: `a backup of format ${other}, which is not known here`,
        "zh-CN": `备份格式 ${other}，这里不认识`,
      }),
    );
  }
  const { digest, ...rest } = json as Readonly<Record<string, unknown>>;
  if (digest !== digestJson(rest)) {
    return fail(
      refuseInput(file, {
        en: "it is not as it was written: its digest does not fit",
        "zh-CN": "内容和写入时不同：校验值不符",
      }),
    );
  }
  const parsed = backupSchema.safeParse(rest);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).filter((step) => typeof step !== "symbol");
  const reason = issue === undefined ? { en: "?", "zh-CN": "？" } : explainIssue(issue, undefined);
  return fail(refuseInput(file, reason, { place: placeInJson(text, path), path: path.join(".") }));
}

function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

// Settings from a file, checked without a terminal: what `read --json` prints, or `{ interfaces: [...] }`.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { networkSettingsSchema, type NetworkSettings } from "../../core/settings/network-settings.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { usage } from "../options.ts";
import { printChecked } from "../print-report.ts";
import { withClient } from "../with-terminal.ts";

/** Octets; a terminal's settings are a few thousand. */
const largest = 16 * 1024 * 1024;

export async function checkFile(file: string, voice: Voice): Promise<number> {
  const settings = await readSettings(file);
  if (!settings.ok) {
    voice.complain(settings.failure);
    return statusOf(settings.failure);
  }
  return withClient(async (client, signal) => {
    const checked = await client.call("settings.check", { settings: settings.value }, signal);
    if (!checked.ok) {
      voice.complain(checked.failure);
      return statusOf(checked.failure);
    }
    voice.show(checked.value, printChecked(checked.value, voice));
    return checked.value.findings.some(({ severity }) => severity === "error") ? exitStatus.findings : exitStatus.done;
  });
}

async function readSettings(file: string): Promise<Result<NetworkSettings>> {
  const content = await readText(file);
  if (!content.ok) return content;
  const json = parseJson(content.value);
  if (!json.ok) return json;
  const parsed = networkSettingsSchema.safeParse(json.value);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  return fail(usage(`${file} ${issue?.path.join(".") ?? ""}`.trim(), issue?.message ?? "?"));
}

async function readText(file: string): Promise<Result<string>> {
  try {
    const content = file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
    if (content.length > largest) return fail(makeFailure("file-unreadable", { file, reason: `> ${largest}` }));
    return succeed(content);
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    return fail(makeFailure("file-unreadable", { file, reason: code }));
  }
}

function parseJson(content: string): Result<unknown> {
  try {
    return succeed(JSON.parse(content.replace(/^\ufeff/, "")));
  } catch (error) {
    return fail(usage("JSON", error instanceof Error ? error.message : "?"));
  }
}

// counterpart register list|search|show|compare|export|backup|restore: what the register knows.
import type { Client } from "../../contract/client.ts";
import type { Output } from "../../contract/commands.ts";
import type { RegisteredTerminal, RegisterEntry } from "../../contract/register.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { withClient } from "../with-terminal.ts";
import { writePrivateFile } from "../write-private-file.ts";
import { printOut } from "../standard-output.ts";

export function searchRegister(text: string, voice: Voice): Promise<number> {
  return answering(voice, async (client) => {
    const found: RegisteredTerminal[] = [];
    for (;;) {
      const after = found.at(-1)?.serialNumber ?? null;
      const page = await client.call("register.search", { text, after, limit: 1000 });
      if (!page.ok) return page;
      found.push(...page.value.terminals);
      if (!page.value.hasMore) break;
    }
    if (found.length === 0) voice.say(voice.words.register.none);
    voice.show(found, found.map((terminal) => printRegistered(terminal, voice)).join("\n"));
    return succeed(null);
  });
}

export function showRegistered(
  serialNumber: string,
  { until, limit }: { readonly until?: string | undefined; readonly limit: number },
  voice: Voice,
): Promise<number> {
  return answering(voice, async (client) => {
    const moment = until === undefined ? succeed(null) : readMoment(until);
    if (!moment.ok) return moment;
    const shown = await client.call("register.show", { serialNumber, limit, until: moment.value });
    if (!shown.ok) return shown;
    const { terminal, entries } = shown.value;
    if (terminal === null) return fail(makeFailure("terminal-unregistered", { serialNumber }));
    const lines = [printRegistered(terminal, voice), ...entries.map((entry) => printEntry(entry, voice))];
    voice.show(shown.value, lines.join("\n"));
    return succeed(null);
  });
}

export function compareRegistered(
  serialNumber: string,
  { from, to }: { readonly from: string; readonly to?: string | undefined },
  voice: Voice,
): Promise<number> {
  return answering(voice, async (client) => {
    const one = readMoment(from);
    if (!one.ok) return one;
    const other = readMoment(to ?? new Date().toISOString());
    if (!other.ok) return other;
    const compared = await client.call("register.compare", { serialNumber, from: one.value, to: other.value });
    if (!compared.ok) return compared;
    if (compared.value.to === null) return fail(makeFailure("terminal-unregistered", { serialNumber }));
    voice.show(compared.value, printComparison(compared.value, voice));
    return succeed(null);
  });
}

export interface ExportOptions {
  readonly text: string;
  readonly format: "csv" | "xlsx" | "json";
  readonly out?: string | undefined;
}

export function exportRegister({ text, format, out }: ExportOptions, voice: Voice): Promise<number> {
  return answering(voice, async (client) => {
    const exported = await client.call("register.export", { text, format });
    if (!exported.ok) return exported;
    const content = Buffer.from(exported.value.content, exported.value.isBase64 ? "base64" : "utf8");
    if (out === undefined) {
      printOut(content);
      return succeed(null);
    }
    const failure = await writePrivateFile(out, content, { replace: true });
    if (failure !== null) return fail(failure);
    voice.say(fill(voice.words.savedFile, { file: out }));
    return succeed(null);
  });
}

export function backUpRegister(file: string, voice: Voice): Promise<number> {
  return answering(voice, async (client) => {
    const saved = await client.call("register.backup", { file });
    if (saved.ok) voice.show(saved.value, fill(voice.words.savedFile, { file }));
    return saved;
  });
}

export function restoreRegister(file: string, voice: Voice): Promise<number> {
  return answering(voice, async (client) => {
    const restored = await client.call("register.restore", { file });
    if (!restored.ok) return restored;
    const { keptAs } = restored.value;
    const { words } = voice;
    const kept = keptAs === null ? "" : ` ${fill(words.register.keptAs, { file: keptAs })}`;
    voice.show(restored.value, `${fill(words.register.restored, { file })}${kept}`);
    return restored;
  });
}

async function answering(voice: Voice, job: (client: Client) => Promise<Result<unknown>>): Promise<number> {
  return withClient(async (client) => {
    const done = await job(client);
    if (done.ok) return exitStatus.done;
    voice.complain(done.failure);
    return statusOf(done.failure);
  });
}

/** A day alone means its beginning, here. */
export function readMoment(text: string): Result<string> {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const time = Date.parse(isDay ? `${text}T00:00:00` : text);
  return Number.isNaN(time)
    ? fail(makeFailure("input-invalid", { where: text, reason: "2026-11-23T08:30:00Z" }))
    : succeed(new Date(time).toISOString());
}

function printRegistered(terminal: RegisteredTerminal, { words }: Voice): string {
  const { serialNumber, model, hostName, site, addresses, lastSeen, replacedBy } = terminal;
  const parts = [serialNumber, model, hostName, site, addresses.join(" "), lastSeen].filter((part) => part);
  const replaced = replacedBy === null ? "" : `  ${fill(words.register.replacedBy, { serialNumber: replacedBy })}`;
  return `${parts.join("  ")}${replaced}`;
}

function printEntry({ at, kind, by, content }: RegisterEntry, { words }: Voice): string {
  // Settings are long: `compare` and --json have them.
  const told = kind === "settings" ? "" : `  ${JSON.stringify(content)}`;
  return `  ${at}  ${words.register.kinds[kind]}  ${by.operator}, ${by.bench.name}${told}`;
}

function printComparison({ from, to, differences }: Output<"register.compare">, { words }: Voice): string {
  const head = fill(words.register.between, { from: from ?? words.notSet, to: to ?? words.notSet });
  const lines = differences.map((each) => `  ${each.field}: ${each.from ?? words.notSet} → ${each.to ?? words.notSet}`);
  return [head, ...(lines.length === 0 ? [`  ${words.register.same}`] : lines)].join("\n");
}

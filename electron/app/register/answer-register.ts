// The register, for those who ask: search, one terminal, two moments, export, backup, and a unit that takes another's place.
import { join } from "node:path";
import type { Input, Output } from "../../contract/commands.ts";
import type { Actor, RegisteredTerminal, RegisterEntry, registerCommands } from "../../contract/register.ts";
import type { Handlers } from "../../contract/server.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { compareSettings } from "../../core/settings/compare-settings.ts";
import { networkSettingsSchema } from "../../core/settings/network-settings.ts";
import { planSettings } from "../backup/plan-restore.ts";
import { makeTask } from "../make-task.ts";
import type { Sessions } from "../sessions.ts";
import { printTerminalsCsv, printTerminalsJson, printTerminalsXlsx } from "./export-terminals.ts";
import { backUpFile, restoreFile } from "./register-backup.ts";
import type { Register } from "./register.ts";
import { RegisterTransfer } from "./register-transfer.ts";

export interface AnsweringParts {
  readonly sessions: Sessions;
  readonly folder: string;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Whether who asks may name files of this PC. */
  readonly opensPaths: boolean;
  readonly isShared: () => Promise<boolean>;
  readonly open: () => Promise<Register>;
  readonly reopen: () => Promise<void>;
  /** Whether a run works with it: its rows are not to be put back under it. */
  readonly isHeld: () => Promise<boolean>;
  readonly findActor: () => Result<Actor>;
}

const page = 1_000;
const print = { csv: printTerminalsCsv, json: printTerminalsJson, xlsx: printTerminalsXlsx } as const;

export function answerRegister(parts: AnsweringParts): Pick<Handlers, keyof typeof registerCommands> {
  const { sessions, open, folder, newId, clock } = parts;
  const transfer = new RegisterTransfer({ folder, newId, wallTime: () => clock.wallTime() });
  return {
    "register.search": async ({ text, limit, after }) => {
      const found = await (await open()).searchTerminals({ text, limit: limit + 1, after });
      if (!found.ok) return found;
      return succeed({ terminals: found.value.slice(0, limit), hasMore: found.value.length > limit });
    },
    "register.show": async (input) => show(await open(), input),
    "register.compare": async (input) => compare(await open(), input),
    "register.export": async ({ text, format }) => {
      const all = await listAll(await open(), text);
      if (!all.ok) return all;
      const content = await print[format](all.value);
      return succeed({ content, isBase64: format === "xlsx", terminals: all.value.length });
    },
    "register.backup": async ({ file }) => {
      const ready = refusePath(parts, "register.backup") ?? (await readyToSave(parts));
      return ready.ok ? backUpFile(nameFile(parts), file) : ready;
    },
    "register.restore": async ({ file }) => {
      const ready = refusePath(parts, "register.restore") ?? (await readyToRestore(parts));
      return ready.ok ? restoreFile({ file: nameFile(parts), wallTime: () => parts.clock.wallTime() }, file) : ready;
    },
    "register.take-copy": async (input) => {
      const ready = input.copy === null ? await readyToSave(parts) : succeed(null);
      return ready.ok ? transfer.takeCopy(input) : ready;
    },
    "register.send-copy": (input) => transfer.sendCopy(input),
    "register.put-back": async (input) => {
      const ready = await readyToRestore(parts);
      return ready.ok ? transfer.putBack(input) : ready;
    },
    "register.plan-replacement": (input, call) =>
      sessions.use(input.session, async (session) => {
        const kept = await findSettings(await open(), input.old, input.at);
        if (!kept.ok) return kept;
        if (kept.value === null) return refuseUnknown(input.old);
        const saved = networkSettingsSchema.parse(kept.value.content);
        const task = makeTask(session, call);
        const planned = await planSettings(session, { saved, where: input.old }, task);
        return planned.ok ? succeed({ ...planned.value, read: kept.value.at }) : planned;
      }),
    "register.replace": async (input) => replace(parts, await open(), input),
  };
}

async function show(
  register: Register,
  { serialNumber, kinds, limit, until }: Input<"register.show">,
): Promise<Result<Output<"register.show">>> {
  const terminal = await register.findTerminal(serialNumber);
  if (!terminal.ok) return terminal;
  const entries = await register.listEntries({ serialNumber, kinds, limit, until });
  return entries.ok ? succeed({ terminal: terminal.value, entries: entries.value }) : entries;
}

async function compare(
  register: Register,
  { serialNumber, from, to }: Input<"register.compare">,
): Promise<Result<Output<"register.compare">>> {
  const before = await findSettings(register, serialNumber, from);
  if (!before.ok) return before;
  const after = await findSettings(register, serialNumber, to);
  if (!after.ok) return after;
  const differences = compareSettings(before.value?.content ?? null, after.value?.content ?? null);
  return succeed({ from: before.value?.at ?? null, to: after.value?.at ?? null, differences });
}

/** As they were known at that moment; null: nothing was known yet. */
async function findSettings(
  register: Register,
  serialNumber: string,
  at: string | null,
): Promise<Result<RegisterEntry | null>> {
  const until = at === null ? null : new Date(at).toISOString();
  const entries = await register.listEntries({ serialNumber, kinds: ["settings"], limit: 1, until });
  return entries.ok ? succeed(entries.value[0] ?? null) : entries;
}

async function listAll(register: Register, text: string): Promise<Result<readonly RegisteredTerminal[]>> {
  const all: RegisteredTerminal[] = [];
  for (;;) {
    const found = await register.searchTerminals({ text, limit: page, after: all.at(-1)?.serialNumber ?? null });
    if (!found.ok) return found;
    all.push(...found.value);
    if (found.value.length < page) return succeed(all);
  }
}

async function replace(
  { findActor, newId, clock }: AnsweringParts,
  register: Register,
  { old, replacement, addresses }: Input<"register.replace">,
): Promise<Result<Output<"register.replace">>> {
  const by = findActor();
  if (!by.ok) return by;
  const known = await register.findTerminal(replacement);
  if (!known.ok) return known;
  if (known.value === null || old === replacement) return refuseUnknown(replacement);
  const at = new Date(clock.wallTime()).toISOString();
  const told = { id: newId(), old, replacement: known.value, addresses, at, by: by.value };
  const replaced = await register.replaceTerminal(told);
  if (!replaced.ok) return replaced;
  const { outcome } = replaced.value;
  return succeed({ outcome, addresses: outcome === "replaced" ? replaced.value.addresses : [] });
}

function nameFile({ folder }: AnsweringParts): string {
  return join(folder, "register.sqlite");
}

function refusePath({ opensPaths }: AnsweringParts, where: string): Result<never> | null {
  return opensPaths ? null : fail(makeFailure("input-invalid", { where, reason: "file" }));
}

/** What waits in the outbox belongs to a copy. */
async function readyToSave({ isShared, open }: AnsweringParts): Promise<Result<unknown>> {
  return (await isShared()) ? fail(makeFailure("register-shared")) : (await open()).reconcile();
}

async function readyToRestore({ isShared, isHeld, reopen }: AnsweringParts): Promise<Result<null>> {
  if (await isShared()) return fail(makeFailure("register-shared"));
  if (await isHeld()) return fail(makeFailure("run-active"));
  await reopen();
  return succeed(null);
}

function refuseUnknown(serialNumber: string): Result<never> {
  return fail(makeFailure("terminal-unregistered", { serialNumber }));
}

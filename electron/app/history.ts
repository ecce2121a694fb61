// What was recorded, for those who ask: the history, what was cut off, the sheet, the sign-in, the audit trail.
import type { CommandName, Input, Output } from "../contract/commands.ts";
import type { HistoryEntry } from "../contract/history.ts";
import type { Call, Handlers } from "../contract/server.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import type { Reading } from "../core/dialects/dialect.ts";
import { printHistory } from "./files/history-sheet.ts";
import { verifyAudit } from "./records/audit-trail.ts";
import { findInterrupted } from "./records/kept-push.ts";
import { eachPush, findPush, listOpen, listPushes, noteSignedIn } from "./records/push-log.ts";
import { describeTerminal } from "./records/pushed-terminal.ts";
import type { Records } from "./records/records.ts";
import { isTerminalHeld } from "./records/terminal-hold.ts";
import type { OpenSession } from "./sessions.ts";

/** More than the sheet of a large distributor holds. */
const mostExported = 100_000;

type HistoryCommand = Exclude<Extract<CommandName, `history.${string}` | `audit.${string}`>, "history.undo-plan">;

export function answerHistory(records: Records): Pick<Handlers, HistoryCommand> {
  return {
    "history.list": async ({ terminal, limit, olderThan }) => {
      const pushes = list(records, { terminal, limit: limit + 1, olderThan });
      if (!pushes.ok) return pushes;
      return succeed({ pushes: pushes.value.slice(0, limit), hasOlder: pushes.value.length > limit });
    },
    "history.open": async () => {
      const open = records.read((database) =>
        listOpen(database).filter((entry) => !isTerminalHeld(database, entry.terminal)),
      );
      return open.ok ? succeed({ pushes: open.value ?? [] }) : open;
    },
    "history.export": async ({ terminal }) => {
      const pushes = list(records, { terminal, limit: mostExported, olderThan: null });
      return pushes.ok ? succeed({ csv: printHistory(pushes.value) }) : pushes;
    },
    "history.signed-in": async (input) => keepSignedIn(records, input),
    "audit.verify": async ({ head }) => {
      const report = records.read((database) => verifyAudit(database, head));
      if (!report.ok) return report;
      const empty = { entries: 0, head: null };
      const missing = head === null ? null : { place: 1, reason: "head-missing" as const };
      return succeed(report.value ?? { ...empty, broken: missing });
    },
  };
}

/** Says that the terminal that was just read has a push that was cut off. Reading goes on when the records are damaged. */
export function sayInterrupted(
  { open, records }: { readonly open: OpenSession; readonly records: Records },
  reading: Reading,
  call: Call,
): void {
  const found = findInterrupted(records, describeTerminal(reading, open.port));
  if (!found.ok) call.emit("warned", { failure: found.failure });
  else if (found.value !== null) call.emit("interrupted", { session: open.id, push: found.value });
}

function list(
  records: Records,
  { terminal, limit, olderThan }: Pick<Input<"history.list">, "terminal" | "limit" | "olderThan">,
): Result<readonly HistoryEntry[]> {
  const pushes = records.read((database) => {
    const found: HistoryEntry[] = [];
    for (const each of eachPush(database, olderThan)) {
      if (terminal === null || isNamed(each, terminal)) found.push(each);
      if (found.length >= limit) break;
    }
    return found;
  });
  return pushes.ok ? succeed(pushes.value ?? []) : pushes;
}

function isNamed({ terminal: { serialNumber, hostName, macs } }: HistoryEntry, name: string): boolean {
  return serialNumber === name || hostName === name || macs.includes(name.toLowerCase());
}

function isConfirmedOn({ outcome, terminal }: HistoryEntry, port: string): boolean {
  return outcome === "confirmed" && terminal.port === port;
}

function keepSignedIn(
  records: Records,
  { push, port, outcome }: Input<"history.signed-in">,
): Result<Output<"history.signed-in">> {
  const found = records.read((database) =>
    push === null
      ? (listPushes(database, mostExported).find((each) => isConfirmedOn(each, port)) ?? null)
      : findPush(database, push),
  );
  if (!found.ok) return found;
  if (found.value?.outcome !== "confirmed") return fail(makeFailure("push-unknown", { id: push ?? port }));
  const { id } = found.value;
  const noted = records.write((database) => noteSignedIn(records, database, { id, outcome }));
  return noted.ok ? succeed({ push: id }) : noted;
}

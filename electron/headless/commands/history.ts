// counterpart history: who pushed what to which terminal, when, and what became of it.
import type { Client } from "../../contract/client.ts";
import type { HistoryEntry } from "../../contract/history.ts";
import { printTest } from "../../app/files/history-sheet.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { nameField } from "../../core/settings/change.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { printTerminal } from "../print-terminal.ts";
import { withClient } from "../with-terminal.ts";
import { writePrivateFile } from "../write-private-file.ts";
import { printOut } from "../standard-output.ts";

export interface HistoryOptions {
  readonly terminal?: string | undefined;
  readonly csv: boolean;
  readonly out?: string | undefined;
}

export function showHistory(options: HistoryOptions, voice: Voice): Promise<number> {
  return withClient(async (client) => {
    const text = await printAll(client, options, voice);
    const failure = !text.ok
      ? text.failure
      : options.out === undefined
        ? null
        : await writePrivateFile(options.out, text.value, { replace: true });
    if (failure !== null) {
      voice.complain(failure);
      return statusOf(failure);
    }
    if (options.out !== undefined) voice.say(fill(voice.words.savedFile, { file: options.out }));
    else if (text.ok) printOut(text.value);
    return exitStatus.done;
  });
}

async function printAll(client: Client, options: HistoryOptions, voice: Voice): Promise<Result<string>> {
  const terminal = options.terminal ?? null;
  if (options.csv) {
    const sheet = await client.call("history.export", { terminal });
    return sheet.ok ? succeed(sheet.value.csv) : sheet;
  }
  const list = await listAll(client, terminal);
  if (!list.ok) return list;
  const pushes = list.value;
  if (voice.json) return succeed(`${JSON.stringify(pushes, null, 2)}\n`);
  if (pushes.length === 0) voice.say(voice.words.historyEmpty);
  return succeed(pushes.map((push) => `${printPush(push, voice)}\n`).join(""));
}

async function listAll(client: Client, terminal: string | null): Promise<Result<readonly HistoryEntry[]>> {
  const pushes: HistoryEntry[] = [];
  for (;;) {
    const page = await client.call("history.list", { terminal, olderThan: pushes.at(-1)?.id ?? null });
    if (!page.ok) return page;
    pushes.push(...page.value.pushes);
    if (!page.value.hasOlder) return succeed(pushes);
  }
}

function printPush(push: HistoryEntry, { words }: Voice): string {
  const outcome =
    push.outcome === null ? fill(words.openPush, { state: push.state }) : words.historyOutcome[push.outcome];
  return [
    `${push.at}  ${printTerminal(push.terminal)}  ${push.who}`,
    `  ${push.id}: ${[outcome, ...(push.why === null ? [] : [push.why])].join(", ")}`,
    ...(push.undoes === null ? [] : [`  ${fill(words.undoOf, { id: push.undoes })}`]),
    ...push.changes.map(
      ({ from, to, ...change }) => `  ${nameField(change)}: ${from ?? words.notSet} → ${to ?? words.notSet}`,
    ),
    ...push.tests.map((test) => `  ${printTest(test)}`),
    ...(push.signedIn === null ? [] : [`  ${words.signedIn[push.signedIn]}`]),
  ].join("\n");
}

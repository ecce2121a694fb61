// Who the terminal is whose logs and files are kept: it is read once, if it was not read yet.
import type { PushedTerminal } from "../../contract/history.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { Task } from "../../core/dialects/task.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { describeTerminal } from "../records/pushed-terminal.ts";
import type { OpenSession } from "../sessions.ts";
import { nameTerminalFolder } from "./capture-names.ts";

export interface KnownTerminal {
  /** Of its folder. */
  readonly name: string;
  readonly identity: PushedTerminal;
  readonly reading: Reading;
}

export async function identify(open: OpenSession, task: Task): Promise<Result<KnownTerminal>> {
  if (open.reading === null) {
    const read = await open.dialect.read(task);
    if (!read.ok) return read;
    open.reading = read.value;
  }
  const identity = describeTerminal(open.reading, open.port);
  return succeed({ name: nameTerminalFolder(identity), identity, reading: open.reading });
}

// What the contract asks of logs, captures and files.
import type { captureCommands } from "../../contract/captures.ts";
import type { CommandName, Input, Output } from "../../contract/commands.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import type { fileCommands } from "../../contract/terminal-files.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import type { Task } from "../../core/dialects/task.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { followSession } from "../follow-session.ts";
import type { OpenSession, Sessions } from "../sessions.ts";
import type { CaptureStore } from "./capture-store.ts";
import { FollowedLog } from "./follow-logs.ts";
import { pullLogs, type PullTask } from "./pull-logs.ts";
import { installFile, listFiles, pullFile, pushFile, refusePath } from "./terminal-files.ts";

type CaptureCommand = keyof typeof captureCommands | keyof typeof fileCommands;

interface CaptureParts {
  readonly sessions: Sessions;
  readonly store: CaptureStore;
  readonly clock: Clock;
  /** Whether who asks may name files of this PC. */
  readonly opensPaths: boolean;
}

export function answerCaptures(parts: CaptureParts): Pick<Handlers, CaptureCommand> {
  const { sessions, store, opensPaths } = parts;
  const followed = new Map<string, FollowedLog>();
  return {
    "logs.sources": ({ session, files }, call) =>
      sessions.use(session, async (open) => {
        const found = await open.dialect.logs?.listSources(files, makeTask(open, call));
        if (found?.ok === false) return found;
        const sources = (found?.value ?? []).map(({ name, purpose, size }) => ({ name, purpose, size }));
        return succeed({ sources });
      }),
    "logs.pull": ({ session, ...wish }, call) =>
      sessions.use(session, async (open) => {
        const pulled = await pullLogs({ open, store }, wish, makeTask(open, call));
        return pulled.ok ? succeed({ capture: pulled.value }) : pulled;
      }),
    "logs.follow": (input, call) =>
      sessions.use(input.session, (open) => follow(open, { input, call }, { followed, clock: parts.clock })),
    "logs.more": async ({ session }, call) => {
      const log = followed.get(session);
      if (log === undefined) return fail(makeFailure("input-invalid", { where: "logs.more", reason: "logs.follow" }));
      const more = await log.take(call.signal);
      if (more.over) followed.delete(session);
      return succeed(more);
    },
    ...answerStore(store),
    "files.list": (input, call) => sessions.use(input.session, (open) => listFiles(open, input, makeTask(open, call))),
    "files.pull": (input, call) =>
      sessions.use(input.session, (open) => pullFile({ open, store }, input, makeTask(open, call))),
    "files.push": async (input, call) =>
      opensPaths
        ? sessions.use(input.session, (open) => pushFile(open, input, makeTask(open, call)))
        : refusePath("files.push"),
    "files.install": async (input, call) =>
      opensPaths
        ? sessions.use(input.session, (open) => installFile(open, input, makeTask(open, call)))
        : refusePath("files.install"),
  };
}

function answerStore(store: CaptureStore): Pick<Handlers, Extract<CommandName, `captures.${string}`>> {
  return {
    "captures.list": async ({ terminal }): Promise<Result<Output<"captures.list">>> => {
      const captures = store.list(terminal);
      if (!captures.ok) return captures;
      const limits = store.limits;
      if (!limits.ok) return limits;
      return succeed({ captures: captures.value, folder: store.folder, limits: limits.value });
    },
    "captures.remove": async ({ id }) => {
      const removed = store.remove(id);
      return removed.ok ? succeed({}) : removed;
    },
    "captures.pin": async ({ id, isPinned }) => {
      const pinned = store.pin(id, isPinned);
      return pinned.ok ? succeed({}) : pinned;
    },
    "captures.limit": async ({ days, bytes }) =>
      store.setLimits({ ...(days === undefined ? {} : { days }), ...(bytes === undefined ? {} : { bytes }) }),
  };
}

async function follow(
  open: OpenSession,
  { input: { source, filters }, call }: { readonly input: Input<"logs.follow">; readonly call: Call },
  { followed, clock }: { readonly followed: Map<string, FollowedLog>; readonly clock: Clock },
): Promise<Result<Output<"logs.follow">>> {
  const log = new FollowedLog((milliseconds) => clock.delay(milliseconds));
  followed.set(open.id, log);
  try {
    const onLines = (lines: readonly string[], lost: number): Promise<void> => log.offer(lines, lost);
    const over = await followSession(open, { source, filters, onLines }, makeTask(open, call));
    return over.ok ? succeed({}) : over;
  } finally {
    log.end();
  }
}

function makeTask(open: OpenSession, call: Call): PullTask {
  const onStage: Task["onStage"] = (stage) => call.emit("stage", { port: open.port, stage });
  return {
    signal: call.signal,
    onStage,
    onPulling: (progress) => call.emit("pulling", { port: open.port, ...progress }),
  };
}

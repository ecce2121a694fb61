// What outlives a reload of the window (sessionStorage): where it was, what was typed, and whether a write was under
// way. Never a password, never a report: the terminal is read again.
import { z } from "zod";
import { changeSchema } from "../../../electron/core/settings/change.ts";
import { firstState, type SessionState } from "./session-state.ts";

const place = "counterpart.session";

const rememberedSchema = z.object({
  screen: z.enum([
    "check",
    "why",
    "settings",
    "logs",
    "push",
    "history",
    "register",
    "console",
    "preferences",
    "bench",
  ]),
  typedPort: z.string(),
  choice: z
    .object({
      port: z.string(),
      baudRate: z.number(),
      user: z.string().nullable(),
      become: z.enum(["sudo", "su"]).nullable(),
    })
    .nullable(),
  session: z.string().nullable(),
  pushing: z
    .object({
      changes: z.array(changeSchema),
      guard: z.object({ isGuarded: z.boolean(), until: z.number() }).nullable(),
    })
    .nullable(),
  drafts: z.record(
    z.string(),
    z.object({
      method: z.enum(["static", "dhcp"]),
      address: z.string(),
      prefix: z.string(),
      gateway: z.string(),
      servers: z.array(z.string()),
    }),
  ),
  typedFields: z.record(z.string(), z.string()).default({}),
  chosenInterface: z.string().nullable(),
  logs: z.object({ filter: z.string(), count: z.number() }),
});

type Remembered = z.infer<typeof rememberedSchema>;

export function remember(state: SessionState, storage: Storage): void {
  const { connection, push } = state;
  const remembered: Remembered = {
    screen: state.screen,
    typedPort: state.typedPort,
    choice:
      connection.kind === "open" || connection.kind === "connecting" || connection.kind === "lost"
        ? state.choice
        : null,
    session: connection.kind === "open" ? connection.session : null,
    pushing: findCutOff(push),
    drafts: Object.fromEntries(
      Object.entries(state.drafts).map(([name, draft]) => [name, { ...draft, servers: [...draft.servers] }]),
    ),
    typedFields: state.typedFields,
    chosenInterface: state.chosenInterface,
    logs: { filter: state.logs.filter, count: state.logs.count },
  };
  storage.setItem(place, JSON.stringify(remembered));
}

export interface Restored {
  readonly state: SessionState;
  /** The session to go on with, where there was one. */
  readonly session: string | null;
}

export function restore(storage: Storage): Restored | null {
  const text = storage.getItem(place);
  const parsed = text === null ? null : rememberedSchema.safeParse(readJson(text));
  if (!parsed?.success) return null;
  const { session, pushing, logs, screen, ...rest } = parsed.data;
  const push: SessionState["push"] =
    pushing === null ? { kind: "none" } : { kind: "unsettled", cut: { ...pushing, cause: "reloaded" } };
  return {
    session,
    state: {
      ...firstState,
      ...rest,
      push,
      screen: screen === "push" && pushing === null ? "check" : screen,
      logs: { ...firstState.logs, ...logs },
    },
  };
}

/** What a reload must not forget: changes whose fate is open. */
function findCutOff(push: SessionState["push"]): Remembered["pushing"] {
  if (push.kind === "running") return { changes: [...push.plan.changes], guard: push.guard };
  if (push.kind !== "unsettled" && push.kind !== "settled") return null;
  return { changes: [...push.cut.changes], guard: push.cut.guard };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

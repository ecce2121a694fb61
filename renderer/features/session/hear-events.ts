// What the other side says unasked. Events about another port or an older session are dropped.
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { findKind } from "../shell/given-kind.ts";
import { loseSession } from "./connect.ts";
import type { Desk } from "./desk.ts";
import type { SessionState, StageName } from "./session-state.ts";

/** A push reads back more than once: what comes earlier in this order is part of the stage that it is in. */
const pushOrder: readonly StageName[] = [
  "reading",
  "arming",
  "writing",
  "verifying",
  "testing",
  "confirming",
  "rolling-back",
];

export function hearEvents(desk: Desk): () => void {
  const { client, store } = desk;
  const stopStage = client.on("stage", ({ port, stage }) => {
    store.change((state) => (state.choice?.port === port ? reachStage(state, stage) : state));
  });
  const stopArmed = client.on("armed", ({ port, guarded, revertSeconds }) => {
    const guard = { isGuarded: guarded, until: Date.now() + revertSeconds * 1000 };
    store.change((state) =>
      state.choice?.port === port && state.push.kind === "running"
        ? { ...state, push: { ...state.push, guard } }
        : state,
    );
  });
  const stopLost = client.on("lost", ({ session, failure }) => {
    const { connection } = store.read();
    if (connection.kind === "open" && connection.session === session) noteLoss(desk, failure);
  });
  const stopTested = client.on("tested", ({ port, result }) => {
    store.change((state) =>
      state.choice?.port === port && state.push.kind === "running"
        ? { ...state, push: { ...state.push, tested: [...(state.push.tested ?? []), result] } }
        : state,
    );
  });
  const stopInterrupted = client.on("interrupted", (interrupted) =>
    store.change((state) => ({ ...state, interrupted })),
  );
  const stopWarned = client.on("warned", ({ failure }) => store.change((state) => ({ ...state, warning: failure })));
  const stopGiven = client.on("given", ({ path }) => {
    const kind = findKind(path) ?? "log";
    void import("../shell/open-given.ts").then(({ openGiven }) => openGiven(desk, kind, path));
  });
  const stops = [stopGiven, stopStage, stopArmed, stopLost, stopTested, stopInterrupted, stopWarned];
  return () => {
    for (const stop of stops) stop();
  };
}

function noteLoss(desk: Desk, failure: Failure): void {
  const { connection, push } = desk.store.read();
  const isReading = connection.kind === "open" && connection.isReading;
  loseSession(desk, failure, push.kind === "running" ? "pushing" : isReading ? "reading" : "nothing");
}

function reachStage(state: SessionState, stage: StageName): SessionState {
  const { connection, push } = state;
  if (push.kind === "running") {
    const isLater = pushOrder.indexOf(stage) > pushOrder.indexOf(push.stage ?? "listening");
    return isLater ? { ...state, push: { ...push, stage, tests: push.tests || stage === "testing" } } : state;
  }
  if (push.kind === "resuming") return { ...state, push: { ...push, stage } };
  return connection.kind === "connecting" ? { ...state, connection: { ...connection, stage } } : state;
}

// What the buttons of the guided check do: test and reason, and reason again with what else is known.
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { loseSession } from "../session/connect.ts";
import { type Desk, endsSession } from "../session/desk.ts";
import { timed } from "../wait/pace.ts";
import { guide, type Known, setCheck, type Way } from "./guide.ts";
import { readHost, tellTyped } from "./typed.ts";

/** From a connected terminal: each stage shows as it ends. */
export async function startCheck(desk: Desk): Promise<void> {
  const { connection } = desk.store.read();
  if (connection.kind !== "open") return;
  const { session } = connection;
  guide.change((now) => ({ ...now, session }));
  const controller = beginRunning("cable");
  const port = desk.store.read().choice?.port ?? "";
  const stop = listen(desk, port, "cable");
  const run = await timed("checking", port, () => desk.client.call("diagnosis.run", { session }, controller.signal));
  stop();
  if (!isStill("cable", controller)) return;
  if (!run.ok) {
    fail("cable", run.failure);
    if (endsSession(run.failure)) loseSession(desk, run.failure, "nothing");
    return;
  }
  const { settings, stages, lines } = run.value;
  setCheck("cable", {
    kind: "done",
    known: { settings, stages, lines, answers: [], codes: [], channel: null },
    reasoned: run.value,
    action: 0,
    isOver: false,
  });
}

/** From what a person typed; from this PC too, where it hangs on the terminal's router. */
export async function startWithout(desk: Desk): Promise<void> {
  const { typed } = guide.read();
  const controller = beginRunning("without");
  const stop = listen(desk, "", "without");
  const host = readHost(typed.host);
  const asked = { hosts: host === null ? [] : [host] };
  const test = () => desk.client.call("diagnosis.from-pc", asked, controller.signal);
  const tested = typed.sharesRouter ? await timed("checking", "", test) : null;
  stop();
  if (!isStill("without", controller)) return;
  if (tested !== null && !tested.ok) fail("without", tested.failure);
  else await reason(desk, "without", { ...tellTyped(typed), stages: tested?.value.stages ?? [] });
}

export async function answerQuestion(
  desk: Desk,
  way: Way,
  answer: { readonly question: string; readonly option: string },
): Promise<void> {
  const check = guide.read()[way];
  if (check.kind !== "done") return;
  await reason(desk, way, { ...check.known, answers: [...(check.known.answers ?? []), answer] });
}

export async function tellCode(desk: Desk, way: Way, code: string): Promise<void> {
  const check = guide.read()[way];
  if (check.kind !== "done") return;
  await reason(desk, way, { ...check.known, codes: [{ code }] });
}

export function takeNext(way: Way): void {
  const check = guide.read()[way];
  if (check.kind === "done") setCheck(way, { ...check, action: check.action + 1 });
}

export function closeCheck(way: Way): void {
  const check = guide.read()[way];
  if (check.kind === "done") setCheck(way, { ...check, isOver: true });
}

export function stopCheck(way: Way): void {
  const check = guide.read()[way];
  if (check.kind !== "running") return;
  check.controller.abort();
  setCheck(way, { kind: "none" });
}

async function reason(desk: Desk, way: Way, known: Known): Promise<void> {
  const reasoned = await desk.client.call("diagnosis.reason", known);
  if (!reasoned.ok) fail(way, reasoned.failure);
  else setCheck(way, { kind: "done", known, reasoned: reasoned.value, action: 0, isOver: false });
}

function beginRunning(way: Way): AbortController {
  stopCheck(way);
  const controller = new AbortController();
  setCheck(way, { kind: "running", stages: [], controller });
  return controller;
}

function isStill(way: Way, controller: AbortController): boolean {
  const check = guide.read()[way];
  return check.kind === "running" && check.controller === controller;
}

function fail(way: Way, failure: Failure): void {
  setCheck(way, failure.code === "cancelled" ? { kind: "none" } : { kind: "failed", failure });
}

function listen({ client }: Desk, port: string, way: Way): () => void {
  return client.on("hop", (hop) => {
    const check = guide.read()[way];
    if (hop.port === port && check.kind === "running")
      setCheck(way, { ...check, stages: [...check.stages, hop.stage] });
  });
}

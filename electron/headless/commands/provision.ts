// counterpart provision PLAN: a sheet, or a plan that was kept, carried out on several ports at once. What happens is told as it
// happens: lines of words, or with --json a JSON object a line: { "event": "plan" | "remark" | "slot" | "run" | "end", ... }.
//
// Exit status: 0 every terminal that was there is done; 1 the sheet has errors, nothing was begun; 2 usage; 3 no terminal was
// there; 4 one went back to its old settings; 5 of one it is not known; 6 one was left alone; 130 stopped by Ctrl-C. The worst counts.
import type { Client } from "../../contract/client.ts";
import type { Asked } from "../../contract/commands.ts";
import type { Run, Slot } from "../../contract/provisioning.ts";
import type { Failure } from "../../core/failures/failure.ts";
import type { Localized } from "../../core/failures/localized.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { columnTitles } from "../../core/provisioning/column-titles.ts";
import { namePerson } from "../../host/records-folder.ts";
import { nameField } from "../../core/settings/change.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PortOptions, readConnectInput, usage } from "../options.ts";
import { provisionWords } from "../words/provision.ts";
import { withClient } from "../with-terminal.ts";
import { findPlan, type PlanOptions } from "../find-plan.ts";
import { savePrinted } from "../save-printed.ts";
import { printOut } from "../standard-output.ts";

export interface ProvisionOptions extends Omit<PortOptions, "port">, PlanOptions {
  readonly ports?: string | undefined;
  readonly all: boolean;
  /** Seconds that a port without a terminal is waited for. */
  readonly wait: number;
  readonly tests: boolean;
  readonly report?: string | undefined;
  readonly certificates?: string | undefined;
  readonly labels?: string | undefined;
  readonly labelPaper: "a4" | "40x30";
}

interface Around {
  readonly client: Client;
  readonly voice: Voice;
  readonly signal: AbortSignal;
}

export async function provision(file: string, options: ProvisionOptions, voice: Voice): Promise<number> {
  const words = provisionWords[voice.language];
  if ((options.ports === undefined) === !options.all) return complain(usage("--ports", words.portsOrAll), voice);
  const connect = await readConnectInput({ ...options, port: "-" }, voice);
  if (!connect.ok) return complain(connect.failure, voice);
  return withClient(async (client, signal) => {
    const around = { client, voice, signal };
    const plan = await findPlan(file, { ...options, operator: options.operator ?? namePerson() }, around);
    if (!plan.ok) return complain(plan.failure, voice);
    if (plan.value === null) return exitStatus.findings;
    const { login, become, becomePassword, family, line, timeoutSeconds } = connect.value;
    const started = await client.call("provisioning.start", {
      plan: plan.value,
      ports: options.ports?.split(",").map((port) => port.trim()) ?? null,
      operator: options.operator ?? namePerson(),
      dryRun: options.dryRun,
      tests: options.tests,
      baudRate: line?.baudRate ?? 115_200,
      ...{ login, become, becomePassword, family, timeoutSeconds },
    });
    if (!started.ok) return complain(started.failure, voice);
    const run = await follow(around, options.wait);
    await client.call("provisioning.end", {});
    if (!run.ok) return complain(run.failure, voice);
    if (!options.dryRun) await savePrinted(plan.value, options, around);
    return sumUp(run.value, voice);
  });
}

/** Tells what happens until no slot is at work any more. */
async function follow({ client, voice, signal }: Around, wait: number): Promise<Result<Run>> {
  const words = provisionWords[voice.language];
  let number = 0;
  const warned = new Set<string>();
  const said = new Map<string, string>();
  for (;;) {
    const waking = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
    const asked: Asked<"provisioning.changes"> = { number };
    const changed = await client.call("provisioning.changes", asked, waking);
    if (signal.aborted) return changed.ok ? succeed(changed.value.run) : changed;
    if (!changed.ok && changed.failure.code !== "cancelled") return changed;
    const status = changed.ok ? changed : null;
    if (status !== null) {
      number = status.value.number;
      for (const slot of status.value.slots) tellSlot(slot, { run: status.value.run, said }, voice);
      for (const hub of status.value.run.weakHubs) {
        if (!warned.has(hub.hub)) voice.say(fill(words.weakHub, hub));
        warned.add(hub.hub);
      }
    }
    const run = await client.call("provisioning.status", {});
    if (!run.ok) return run;
    if (isOver(run.value, wait)) return succeed(run.value);
  }
}

function isOver({ slots }: Run, wait: number): boolean {
  return slots.every(({ state, waitsFor, since }) => {
    if (state === "done" || state === "stop") return true;
    return state === "waiting" && waitsFor === "terminal" && Date.now() - Date.parse(since) > wait * 1000;
  });
}

interface Told {
  readonly run: Run;
  /** By slot; what is the same in words is said once. */
  readonly said: Map<string, string>;
}

function tellSlot(slot: Slot, { run, said }: Told, voice: Voice): void {
  if (voice.json) {
    printOut(`${JSON.stringify({ event: "slot", ...slot })}\n`);
    return;
  }
  const text = printSlot(slot, run, voice);
  if (text === null || said.get(slot.slot) === text) return;
  said.set(slot.slot, text);
  voice.say(`${slot.name ?? slot.slot}: ${text}`);
}

function printSlot(slot: Slot, { isDryRun }: Run, voice: Voice): string | null {
  const words = provisionWords[voice.language];
  const serial = slot.serialNumber ?? "-";
  switch (slot.state) {
    case "waiting":
      return slot.waitsFor === null ? null : words.waiting[slot.waitsFor];
    case "working":
      return slot.step === null ? null : words.steps[slot.step];
    case "stop":
      return slot.failure === null
        ? null
        : fill(words.stop, { why: slot.failure.message[voice.language], code: slot.failure.code });
    case "done": {
      if (isDryRun && slot.changes.length > 0) {
        const changes = slot.changes.map((change) => `${nameField(change)}=${change.to ?? ""}`).join(" ");
        return fill(words.would, { serial, changes });
      }
      const said = fill(slot.outcome === "unchanged" ? words.same : words.done, {
        serial,
        address: slot.address ?? "-",
      });
      return slot.exceptions.length === 0
        ? said
        : `${said}\n  ${fill(words.byHand, { wanted: listByHand(slot, voice) })}`;
    }
  }
}

function listByHand({ exceptions }: Slot, { language }: Voice): string {
  const titles: Readonly<Record<string, Localized>> = columnTitles;
  return exceptions
    .map(({ field, wanted }) => `${titles[field]?.[language] ?? field} ${wanted}`)
    .join(language === "en" ? ", " : "、");
}

/** The worst first. */
const weights: readonly number[] = [
  exitStatus.internal,
  exitStatus.unknown,
  exitStatus.rolledBack,
  exitStatus.refused,
  exitStatus.noConnection,
  exitStatus.usage,
];

function sumUp(run: Run, voice: Voice): number {
  const words = provisionWords[voice.language];
  const done = run.slots.filter(({ state }) => state === "done");
  const stopped = run.slots.filter(({ state }) => state === "stop");
  if (voice.json) printOut(`${JSON.stringify({ event: "end", ...run })}\n`);
  else voice.show(null, fill(words.over, { done: done.length, stopped: stopped.length }));
  const statuses = stopped.map(({ failure }) => (failure === null ? exitStatus.internal : statusOf(failure)));
  const worst = weights.find((weight) => statuses.some((status) => status === weight));
  if (worst !== undefined) return worst;
  if (run.slots.some(({ state, waitsFor }) => state !== "done" && waitsFor !== "terminal"))
    return exitStatus.interrupted;
  if (done.length > 0) return exitStatus.done;
  voice.say(words.nobody);
  return exitStatus.noConnection;
}

function complain(failure: Failure, voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}

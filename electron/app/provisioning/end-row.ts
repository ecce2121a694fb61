// What becomes of a row: done, stopped, free again, or still this bench's because its terminal is to come back.
import type { Output } from "../../contract/commands.ts";
import type { RowResult } from "../../contract/provisioning.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { printRowAddress } from "../../core/provisioning/plan-row.ts";
import type { RowWish } from "../../core/provisioning/row-assignments.ts";
import type { Claimed } from "./claim.ts";
import type { RunContext } from "./run-parts.ts";

/** The row that a terminal has been given, and where. */
export interface RowAtHand {
  readonly context: RunContext;
  readonly slot: string;
  readonly claimed: Claimed | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

interface Ended {
  readonly wish: Pick<RowWish, "exceptions">;
  readonly reading: Reading;
  readonly pushed: Output<"plan.push"> | null;
}

export interface Finished extends Ended {
  readonly outcome: "confirmed" | "unchanged";
}

interface Reported extends Ended {
  readonly outcome: RowResult["outcome"];
}

export interface Left extends Ended {
  readonly failure: Failure;
}

export async function finishRow(hand: RowAtHand, ending: Finished): Promise<Result<"confirmed" | "unchanged">> {
  const { context } = hand;
  const claim = hand.claimed?.claim ?? null;
  if (claim === null) return succeed(ending.outcome);
  const result = report(hand, ending, null);
  const settled = await context.register.finishRow({
    claimId: claim.id,
    at: result.endedAt,
    by: context.actor(),
    result,
  });
  if (!settled.ok) return settled;
  if (settled.value.outcome !== "lost") return succeed(ending.outcome);
  const bench = settled.value.to?.bench.name ?? "-";
  return fail(makeFailure("row-lost", { serialNumber: claim.serialNumber, bench }));
}

/** The row is stopped, unless the terminal is expected back: then it stays this bench's. */
export async function leaveRow(hand: RowAtHand, left: Left): Promise<Result<never>> {
  const { context, claimed } = hand;
  const claim = claimed?.claim ?? null;
  if (claim === null || isExpectedBack(left.failure)) return fail(left.failure);
  const settlement = { claimId: claim.id, at: tellTime(context), by: context.actor() };
  // Nothing was written: a row for whichever terminal comes next is for the next one again.
  const isUntouched = left.pushed === null || left.pushed.outcome === "refused";
  const wasFree = claimed?.row.serialNumber === null;
  const told =
    isUntouched && wasFree
      ? await context.register.releaseRow(settlement)
      : await context.register.stopRow({
          ...settlement,
          result: report(hand, { ...left, outcome: "stopped" }, left.failure),
          why: left.failure.code,
        });
  return told.ok ? fail(left.failure) : told;
}

function report(hand: RowAtHand, { outcome, wish, reading, pushed }: Reported, failure: Failure | null): RowResult {
  const { context, slot, claimed, startedAt } = hand;
  const { terminal } = reading;
  return {
    outcome,
    serialNumber: terminal.serialNumber ?? claimed?.claim?.serialNumber ?? null,
    model: terminal.model,
    firmware: terminal.firmware,
    slot,
    address: claimed === null ? null : printRowAddress(claimed.row),
    changes: pushed?.plan.changes ?? [],
    tests: pushed?.tests ?? [],
    exceptions: wish.exceptions,
    push: pushed?.id ?? null,
    failure,
    startedAt,
    endedAt: tellTime(context),
  };
}

/** ISO 8601, UTC. */
export function tellTime({ parts }: RunContext): string {
  return new Date(parts.surroundings.clock.wallTime()).toISOString();
}

const restarting: readonly Failure["code"][] = ["terminal-restarted", "still-booting"];
const unplugged: readonly Failure["code"][] = ["port-lost", "port-missing", "stream-closed", "state-unknown"];

/** The 24-hour restart, or a loss of power. */
export function isRestarting({ code }: Failure): boolean {
  return restarting.includes(code);
}

/** The cable was pulled, or the terminal went away in the middle. */
export function isUnplugged({ code }: Failure): boolean {
  return unplugged.includes(code);
}

function isExpectedBack(failure: Failure): boolean {
  return isRestarting(failure) || isUnplugged(failure) || failure.code === "cancelled";
}

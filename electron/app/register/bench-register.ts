// A bench's way to its register, for as long as that is there and for when it is not: a shared one may be out of reach, and
// one of this PC is opened only when somebody asks.
//
//   finishRow, stopRow, releaseRow, note -> outbox -> told in their order -> removed      the server is gone: they wait
//   claimRow -> shared register -> held here                                              the server is gone: only what is held
//
// Whatever is asked tells what waits first. What was taken over meanwhile comes back as lost, and stays with who took it.
import { z } from "zod";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { nameNote, type Outbox, type Waiting } from "./outbox.ts";
import type { Claims, Plans, Reconciled, Register, Settlement, SettleOutcome } from "./register.ts";
import type { NewEntry, Terminals } from "./terminals.ts";

type Ending = "finishRow" | "stopRow" | "releaseRow";
type Told =
  | { readonly kind: Ending; readonly settlement: Settlement & { readonly why: string } }
  | { readonly kind: "note"; readonly entry: NewEntry };

const kindSchema = z.object({ kind: z.enum(["finishRow", "stopRow", "releaseRow", "note"]) });

export class BenchRegister implements Register {
  readonly #shared: Register;
  readonly #outbox: Outbox;
  /** Of what this process put and somebody waits for. */
  readonly #outcomes = new Map<string, SettleOutcome | null>();
  #telling: Promise<Result<null>> = Promise.resolve(succeed(null));

  constructor(shared: Register, outbox: Outbox) {
    this.#shared = shared;
    this.#outbox = outbox;
  }

  keepPlan: Plans["keepPlan"] = (plan) => this.#shared.keepPlan(plan);
  listPlans: Plans["listPlans"] = () => this.#shared.listPlans();
  readPlan: Plans["readPlan"] = (id) => this.#shared.readPlan(id);
  listRows: Plans["listRows"] = (query) => this.#shared.listRows(query);
  changeRow: Plans["changeRow"] = (change) => this.#shared.changeRow(change);
  closePlan: Plans["closePlan"] = (close) => this.#shared.closePlan(close);
  listAddresses: Plans["listAddresses"] = (site) => this.#shared.listAddresses(site);
  takeOverRow: Claims["takeOverRow"] = (wish) => this.#shared.takeOverRow(wish);
  reopenRow: Claims["reopenRow"] = (wish) => this.#shared.reopenRow(wish);
  searchTerminals: Terminals["searchTerminals"] = (search) =>
    this.#afterTelling(() => this.#shared.searchTerminals(search));
  findTerminal: Terminals["findTerminal"] = (serialNumber) =>
    this.#afterTelling(() => this.#shared.findTerminal(serialNumber));
  listEntries: Terminals["listEntries"] = (query) => this.#afterTelling(() => this.#shared.listEntries(query));
  replaceTerminal: Terminals["replaceTerminal"] = (replacement) =>
    this.#afterTelling(() => this.#shared.replaceTerminal(replacement));

  claimRow: Claims["claimRow"] = async (wish) => {
    // What was finished here and not told yet would be claimed again.
    const told = await this.#tellAll();
    const claimed = told.ok ? await this.#shared.claimRow(wish) : told;
    if (!claimed.ok) {
      const held = await this.#findHeld(wish);
      return held ?? claimed;
    }
    const outcome = claimed.value;
    if (outcome.outcome !== "claimed") return claimed;
    const kept = await this.#outbox.holdClaim(outcome.claim);
    return kept.ok ? claimed : kept;
  };

  claimsOf: Claims["claimsOf"] = async (benchId) => {
    const told = await this.#tellAll();
    const claims = told.ok ? await this.#shared.claimsOf(benchId) : told;
    if (claims.ok) return this.#outbox.holdClaims(claims.value);
    if (claims.failure.code !== "register-unreachable") return claims;
    const held = await this.#outbox.listClaims();
    return held.ok ? succeed(held.value.filter(({ by }) => by.bench.id === benchId)) : held;
  };

  renewClaims: Claims["renewClaims"] = async (benchId) => {
    const told = await this.#tellAll();
    return told.ok ? this.#shared.renewClaims(benchId) : told;
  };

  finishRow: Claims["finishRow"] = (settlement) => this.#settle("finishRow", { ...settlement, why: "" });
  stopRow: Claims["stopRow"] = (settlement) => this.#settle("stopRow", settlement);
  releaseRow: Claims["releaseRow"] = (settlement) =>
    this.#settle("releaseRow", { ...settlement, why: "", result: null });

  note: Terminals["note"] = async (entry) => {
    const content: Told = { kind: "note", entry };
    const put = await this.#outbox.put({ id: nameNote(entry), content, settles: null });
    if (!put.ok) return put;
    const told = await this.#tellAll();
    return told.ok || told.failure.code === "register-unreachable" ? succeed(null) : told;
  };

  async reconcile(): Promise<Result<Reconciled>> {
    const told = await this.#tellAll();
    const counted = await this.#outbox.count();
    if (!counted.ok) return counted;
    return succeed({ ...counted.value, failure: told.ok ? null : told.failure });
  }

  async close(): Promise<void> {
    await this.#telling;
    this.#outbox.close();
    await this.#shared.close();
  }

  async #findHeld({ planId, serialNumber, by }: Parameters<Claims["claimRow"]>[0]) {
    const held = await this.#outbox.listClaims();
    if (!held.ok) return held;
    const claim = held.value.find(
      (each) => each.planId === planId && each.serialNumber === serialNumber && each.by.bench.id === by.bench.id,
    );
    return claim === undefined ? null : succeed({ outcome: "claimed", claim, isResumed: true } as const);
  }

  async #settle(kind: Ending, settlement: Settlement & { readonly why: string }): Promise<Result<SettleOutcome>> {
    const id = `${settlement.claimId} ${kind}`;
    const content: Told = { kind, settlement };
    const put = await this.#outbox.put({ id, content, settles: settlement.claimId });
    if (!put.ok) return put;
    this.#outcomes.set(id, null);
    const told = await this.#tellAll();
    const outcome = this.#outcomes.get(id) ?? null;
    this.#outcomes.delete(id);
    if (outcome !== null) return succeed(outcome);
    if (told.ok) return fail(makeFailure("internal", { reason: "register" }));
    return told.failure.code === "register-unreachable" ? succeed({ outcome: "settled", in: "outbox" }) : told;
  }

  async #afterTelling<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const told = await this.#tellAll();
    return told.ok ? ask() : told;
  }

  /** One after the other, and never two of these at once. */
  #tellAll(): Promise<Result<null>> {
    this.#telling = this.#telling.then(() => this.#tellEach());
    return this.#telling;
  }

  async #tellEach(): Promise<Result<null>> {
    for (;;) {
      const next = await this.#outbox.first();
      if (!next.ok) return next;
      if (next.value === null) return succeed(null);
      const told = await this.#tell(next.value);
      if (!told.ok) return told;
    }
  }

  async #tell({ place, id, content }: Waiting): Promise<Result<null>> {
    try {
      const outcome = await this.#send(content);
      if (!outcome.ok) return outcome;
      if (this.#outcomes.has(id)) this.#outcomes.set(id, outcome.value);
      return await this.#outbox.remove(place);
    } catch (error) {
      // What nobody can take must not stand in the way of the rest.
      return this.#outbox.refuse(place, error instanceof Error ? error.message : "?");
    }
  }

  async #send(content: unknown): Promise<Result<SettleOutcome | null>> {
    kindSchema.parse(content);
    // Put by `#settle` and `note`.
    const told = content as Told;
    return told.kind === "note" ? this.#shared.note(told.entry) : this.#shared[told.kind](told.settlement);
  }
}

// A bench's way to its register, for as long as that is there and for when it is not: a shared one may be out of reach, and
// one of this PC is opened only when somebody asks.
//
//   finishRow, stopRow, releaseRow, note -> outbox -> told in their order -> removed      the server is gone: they wait
//   claimRow -> shared register -> held here                                              the server is gone: only what is held
//
// Whatever is asked tells what waits first. What was taken over meanwhile comes back as lost, and stays with who took it. The
// file of this PC is never gone: it is told at once, and waits only when it could not be written.
import { z } from "zod";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { nameNote, type Outbox, type Waiting, type Wanted } from "./outbox.ts";
import type { Claims, Plans, Reconciled, Register, Settlement, SettleOutcome } from "./register.ts";
import type { NewEntry, Terminals } from "./terminals.ts";

type Ending = "finishRow" | "stopRow" | "releaseRow";
type Told =
  | { readonly kind: Ending; readonly settlement: Settlement & { readonly why: string } }
  | { readonly kind: "note"; readonly entry: NewEntry };

function nameTold(told: Told): string {
  return told.kind === "note" ? nameNote(told.entry) : `${told.settlement.claimId} ${told.kind}`;
}

const kindSchema = z.object({ kind: z.enum(["finishRow", "stopRow", "releaseRow", "note"]) });

export class BenchRegister implements Register {
  readonly #shared: Register;
  readonly #outbox: Outbox;
  /** What it is called in the outbox. */
  readonly #name: string;
  readonly #isOwn: boolean;
  /** Whether what is for no register in particular is told here. */
  #takesAny = true;
  /** Of what this process put and somebody waits for. */
  readonly #outcomes = new Map<string, SettleOutcome | null>();
  #telling: Promise<Result<null>> = Promise.resolve(succeed(null));

  constructor(shared: Register, outbox: Outbox, { name, isOwn }: { readonly name: string; readonly isOwn: boolean }) {
    this.#shared = shared;
    this.#outbox = outbox;
    this.#name = name;
    this.#isOwn = isOwn;
  }

  /** This PC works with another one from now on; what this one has begun is still told here. */
  leave(): void {
    this.#takesAny = false;
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
    if (outcome.outcome !== "claimed" || this.#isOwn) return claimed;
    const kept = await this.#outbox.holdClaim(this.#name, outcome.claim);
    return kept.ok ? claimed : kept;
  };

  claimsOf: Claims["claimsOf"] = async (benchId) => {
    const told = await this.#tellAll();
    const claims = told.ok ? await this.#shared.claimsOf(benchId) : told;
    if (claims.ok && !this.#isOwn) return this.#outbox.holdClaims(this.#name, claims.value);
    if (claims.ok || claims.failure.code !== "register-unreachable") return claims;
    const held = await this.#outbox.listClaims(this.#name);
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
    const told: Told = { kind: "note", entry };
    const direct = await this.#tellNow(told);
    if (direct?.ok === true) return succeed(null);
    const put = await this.#put(told);
    if (!put.ok || direct !== null) return direct ?? put;
    const sent = await this.#tellAll();
    return sent.ok || sent.failure.code === "register-unreachable" ? succeed(null) : sent;
  };

  /** Noted on this PC: the register is told with the next call. */
  keep(entry: NewEntry): Promise<Result<null>> {
    return this.#put({ kind: "note", entry });
  }

  async reconcile(): Promise<Result<Reconciled>> {
    const told = await this.#tellAll();
    const counted = await this.#outbox.count(this.#wanted);
    if (!counted.ok) return counted;
    return succeed({ ...counted.value, failure: told.ok ? null : told.failure });
  }

  async close(): Promise<void> {
    await this.#telling;
    this.#outbox.close();
    await this.#shared.close();
  }

  async #findHeld({ planId, serialNumber, by }: Parameters<Claims["claimRow"]>[0]) {
    const held = await this.#outbox.listClaims(this.#name);
    if (!held.ok) return held;
    const claim = held.value.find(
      (each) => each.planId === planId && each.serialNumber === serialNumber && each.by.bench.id === by.bench.id,
    );
    return claim === undefined ? null : succeed({ outcome: "claimed", claim, isResumed: true } as const);
  }

  get #wanted(): Wanted {
    return { register: this.#name, takesAny: this.#takesAny };
  }

  async #settle(kind: Ending, settlement: Settlement & { readonly why: string }): Promise<Result<SettleOutcome>> {
    const told: Told = { kind, settlement };
    const direct = await this.#tellNow(told);
    if (direct?.ok === true && direct.value !== null) return succeed(direct.value);
    const put = await this.#put(told);
    if (direct?.ok === false) return direct;
    if (!put.ok) return put;
    const id = nameTold(told);
    this.#outcomes.set(id, null);
    const sent = await this.#tellAll();
    const outcome = this.#outcomes.get(id) ?? null;
    this.#outcomes.delete(id);
    if (outcome !== null) return succeed(outcome);
    if (sent.ok) return fail(makeFailure("internal", { reason: "register" }));
    return sent.failure.code === "register-unreachable" ? succeed({ outcome: "settled", in: "outbox" }) : sent;
  }

  /** Null: not this PC's own file. */
  async #tellNow(told: Told): Promise<Result<SettleOutcome | null> | null> {
    if (!this.#isOwn) return null;
    const first = await this.#tellAll();
    return first.ok ? this.#send(told) : first;
  }

  #put(told: Told): Promise<Result<null>> {
    const settles = told.kind === "note" ? null : told.settlement.claimId;
    return this.#outbox.put({ id: nameTold(told), content: told, settles, register: this.#name });
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
      const next = await this.#outbox.first(this.#wanted);
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

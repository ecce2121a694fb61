// The register is loaded when somebody first asks it: its query builder is large, and most sessions never do. What is to be
// noted goes into the outbox until then.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CommandName, Input } from "../../contract/commands.ts";
import { type Actor, registerCommands } from "../../contract/register.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { FailureError } from "../../core/failures/failure.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import type { Sessions } from "../sessions.ts";
import { readBench, readConnection, writeBench } from "./bench-file.ts";
import { noteTerminals, type Noting } from "./note-terminals.ts";
import type { BenchRegister } from "./bench-register.ts";
import { nameNote, Outbox } from "./outbox.ts";
import type { Register } from "./register.ts";
import type { NewEntry } from "./terminals.ts";

export interface RegisterHome {
  /** Of this app alone; beside the records of pushes. */
  readonly folder: string;
  /** Goes before the one in the preferences and in the bench's file; null: not given. */
  readonly connection: string | null;
  /** Of this PC. */
  readonly hostName: string;
  /** The operating system's name of the person. */
  readonly operator: string;
  readonly newId: () => string;
}

export interface LazyRegisterParts extends RegisterHome {
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly opensPaths: boolean;
  /** The connection that the preferences keep; null: none. */
  readonly readSecret: () => Promise<string | null>;
}

/** A register that somebody works with for a time, whatever becomes of this PC's address of it meanwhile. */
export interface HeldRegister {
  readonly register: Register;
  /** Whether this PC has been given another one since. */
  readonly isLeft: () => boolean;
  /** Notes there what happened, without waiting for a server. */
  readonly keep: (entry: NewEntry) => Promise<Result<null>>;
  readonly release: () => Promise<void>;
}

interface Opened {
  readonly register: BenchRegister;
  readonly isOwn: boolean;
  readonly holders: Set<() => void>;
  isLeft: boolean;
}

type RegisterHandlers = Pick<Handlers, keyof typeof registerCommands>;

export class LazyRegister {
  readonly #parts: LazyRegisterParts;
  readonly #outbox: Outbox;
  #opened: Promise<Opened> | null = null;
  #handlers: Promise<RegisterHandlers> | null = null;
  /** Of the settings that were noted last, by serial number. */
  readonly #lastDigests = new Map<string, string>();
  #telling: Promise<unknown> = Promise.resolve();

  constructor(parts: LazyRegisterParts) {
    const { folder, clock } = parts;
    this.#parts = parts;
    this.#outbox = new Outbox({ file: join(folder, "register-outbox.sqlite"), wallTime: () => clock.wallTime() });
  }

  answer(): RegisterHandlers {
    const handlers = Object.keys(registerCommands).map((name) => [
      name,
      async (input: Input<CommandName>, call: Call) => {
        const all = await (this.#handlers ??= this.#load());
        return (all as Readonly<Record<string, (input: unknown, call: Call) => unknown>>)[name]?.(input, call);
      },
    ]);
    // Each name of the table leads to the handler of that name.
    return Object.fromEntries(handlers) as RegisterHandlers;
  }

  /** The handlers whose doings are noted. */
  note(handlers: Handlers): ReturnType<typeof noteTerminals> {
    return noteTerminals(handlers, this.noting());
  }

  /** What noting needs, for work that goes through no handler. */
  noting(): Noting {
    const { sessions, clock, newId } = this.#parts;
    return {
      sessions,
      newId,
      now: () => new Date(clock.wallTime()).toISOString(),
      findActor: () => this.findActor(),
      keep: (entry) => this.#keep(entry),
      takesDemos: async () => existsSync(join(this.#parts.folder, "register.sqlite")) && !(await this.#isShared()),
    };
  }

  /** The name that people call this PC's place. */
  nameBench(name: string): Result<unknown> {
    const bench = readBench(this.#parts);
    return bench.ok ? writeBench(this.#parts.folder, { ...bench.value, name: name.slice(0, 64) }) : bench;
  }

  findActor(): Result<Actor> {
    const bench = readBench(this.#parts);
    if (!bench.ok) return bench;
    const { id, name, operator } = bench.value;
    return succeed({ bench: { id, name }, operator: operator || this.#parts.operator });
  }

  /** The register that this PC works with; opened once. Throws a FailureError where nobody can tell which one that is. */
  async open(): Promise<Register> {
    return (await this.#openOnce()).register;
  }

  /** The same for a run, which ends with the register that it began with. `onLeft`: there is another one. Throws as `open`. */
  async hold(onLeft: () => void): Promise<HeldRegister> {
    const opened = await this.#openOnce();
    opened.holders.add(onLeft);
    const { register, isOwn } = opened;
    const digests = new Map<string, string>();
    return {
      register,
      isLeft: () => opened.isLeft,
      keep: async (entry) => {
        if (isKnown(entry, digests)) return succeed(null);
        const kept = isOwn ? await register.note(entry) : await register.keep(entry);
        if (kept.ok) remember(entry, digests);
        if (kept.ok && !isOwn) this.#tellSoon(() => register.reconcile());
        return kept;
      },
      release: async () => {
        opened.holders.delete(onLeft);
        if (opened.isLeft && opened.holders.size === 0) await register.close();
      },
    };
  }

  /** Whether a run works with it. */
  async isHeld(): Promise<boolean> {
    const opened = await this.#opened?.catch(() => null);
    return (opened?.holders.size ?? 0) > 0;
  }

  /** A restored register is another one, and so is one at another address: it does not know what this one knew. */
  async reopen(): Promise<void> {
    this.#lastDigests.clear();
    const opened = await this.#opened?.catch(() => null);
    this.#opened = null;
    if (opened == null) return;
    opened.isLeft = true;
    if (opened.holders.size === 0) await opened.register.close();
    else opened.register.leave();
    for (const tell of opened.holders) tell();
  }

  async close(): Promise<void> {
    await this.#telling;
    await this.reopen();
    this.#outbox.close();
  }

  async #keep(entry: NewEntry): Promise<Result<null>> {
    if (isKnown(entry, this.#lastDigests)) return succeed(null);
    const content = { kind: "note", entry };
    const put = await this.#outbox.put({ id: nameNote(entry), content, settles: null, register: null });
    if (put.ok) remember(entry, this.#lastDigests);
    // Others look at a shared register; this PC's own is told when somebody looks.
    if (put.ok) this.#tellSoon(() => this.#tellOthers());
    return put;
  }

  #tellSoon(tell: () => Promise<unknown>): void {
    this.#telling = this.#telling.then(tell).catch(() => undefined);
  }

  async #tellOthers(): Promise<void> {
    if (await this.#isShared()) await (await this.open()).reconcile();
  }

  async #isShared(): Promise<boolean> {
    const connection = await this.#findConnection();
    return connection.ok && connection.value !== null;
  }

  async #findConnection(): Promise<Result<string | null>> {
    const given = this.#parts.connection ?? (await this.#parts.readSecret());
    return given === null ? readConnection(this.#parts.folder) : succeed(given);
  }

  #openOnce(): Promise<Opened> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  async #open(): Promise<Opened> {
    const { openRegister } = await import("./open-register.ts");
    const { folder, clock, newId } = this.#parts;
    const connection = await this.#findConnection();
    // Never the file of this PC in place of a shared register that cannot be found: the two would drift apart.
    if (!connection.ok) throw new FailureError(connection.failure);
    const register = await openRegister({ connection: connection.value, folder, clock, newId });
    return { register, isOwn: connection.value === null, holders: new Set(), isLeft: false };
  }

  async #load(): Promise<RegisterHandlers> {
    const { answerRegister } = await import("./answer-register.ts");
    return answerRegister({
      ...this.#parts,
      isShared: () => this.#isShared(),
      open: () => this.open(),
      reopen: () => this.reopen(),
      isHeld: () => this.isHeld(),
      findActor: () => this.findActor(),
    });
  }
}

/** A window reads again and again; what is the same needs no second word of this process. */
function isKnown({ kind, digest, terminal }: NewEntry, digests: ReadonlyMap<string, string>): boolean {
  return kind === "settings" && digests.get(terminal.serialNumber) === digest;
}

function remember({ digest, terminal }: NewEntry, digests: Map<string, string>): void {
  if (digest !== null) digests.set(terminal.serialNumber, digest);
}

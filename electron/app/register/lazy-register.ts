// The register is loaded when somebody first asks it: its query builder is large, and most sessions never do. What is to be
// noted goes into the outbox until then.
import { join } from "node:path";
import type { CommandName, Input } from "../../contract/commands.ts";
import { type Actor, registerCommands } from "../../contract/register.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import type { Sessions } from "../sessions.ts";
import { type BenchFile, readBench, writeBench } from "./bench-file.ts";
import { noteTerminals, type Noting } from "./note-terminals.ts";
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

type RegisterHandlers = Pick<Handlers, keyof typeof registerCommands>;

export class LazyRegister {
  readonly #parts: LazyRegisterParts;
  readonly #outbox: Outbox;
  #opened: Promise<Register> | null = null;
  #handlers: Promise<RegisterHandlers> | null = null;
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
    const { id, name } = bench.value;
    return succeed({ bench: { id, name }, operator: this.#parts.operator });
  }

  /** The register that this PC works with; opened once. */
  open(): Promise<Register> {
    return (this.#opened ??= this.#open());
  }

  /** A restored register is another one. */
  async reopen(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await (await opened)?.close();
  }

  async close(): Promise<void> {
    await this.#telling;
    await this.reopen();
    this.#outbox.close();
  }

  async #keep(entry: NewEntry): Promise<Result<null>> {
    const put = await this.#outbox.put({ id: nameNote(entry), content: { kind: "note", entry }, settles: null });
    // Others look at a shared register; this PC's own is told when somebody looks.
    if (put.ok) this.#telling = this.#telling.then(() => this.#tellOthers()).catch(() => undefined);
    return put;
  }

  async #tellOthers(): Promise<void> {
    if ((await this.#findConnection()) !== null) await (await this.open()).reconcile();
  }

  async #findConnection(): Promise<string | null> {
    const given = this.#parts.connection ?? (await this.#parts.readSecret());
    if (given !== null) return given;
    const bench: Result<BenchFile> = readBench(this.#parts);
    return bench.ok ? bench.value.database : null;
  }

  async #open(): Promise<Register> {
    const { openRegister } = await import("./open-register.ts");
    const { folder, clock, newId } = this.#parts;
    return openRegister({ connection: await this.#findConnection(), folder, clock, newId });
  }

  async #load(): Promise<RegisterHandlers> {
    const { answerRegister } = await import("./answer-register.ts");
    return answerRegister({
      ...this.#parts,
      isShared: async () => (await this.#findConnection()) !== null,
      open: () => this.open(),
      reopen: () => this.reopen(),
      findActor: () => this.findActor(),
    });
  }
}

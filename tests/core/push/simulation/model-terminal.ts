// A terminal as a push sees it, in memory and with a clock of its own: what persists, what runs, the folder, the
// watchdog. Each script is a generator that stops after every step that changes anything, so that anything can happen
// there. What it does at each step is what the real scripts did: conformance.test.ts holds the two against each other.
import type { Standing } from "../../../../electron/core/dialects/dialect.ts";

type Version = "old" | "new";

type Phase = Exclude<Standing["phase"], "between">;

interface Folder {
  readonly id: string;
  phase: Phase;
  /** Whether the watchdog lives. */
  guard: boolean;
  readonly isGuarded: boolean;
  readonly deadline: number;
  /** Whether the snapshot and the scripts are still there. */
  hasScripts: boolean;
}

/** A safeguard that is left out, to show that the simulation would notice. */
export type Mutant =
  | "no watchdog"
  | "the watchdog does not heed the confirmation"
  | "no marker"
  | "what is tried lasts"
  | "files one by one";

/** Seconds behind its deadline that the watchdog stays with what lasts. */
const staysFor = 600;

/** One script's way; what it says at its end. */
export type Script = Generator<void, string>;

export class ModelTerminal {
  now = 0;
  readonly files: Version[];
  readonly #beside: (Version | null)[];
  marker: string | null = null;
  running: Version | "mixed" = "old";
  folder: Folder | null = null;
  /** Whether a script's process lives. */
  worker = false;
  restarts = 0;
  isDiskFull = false;
  isUndoBroken = false;
  /** Steps of the watchdog's until the power is cut; null: never. */
  powerCutIn: number | null = null;
  readonly #isGuarded: boolean;
  readonly #mutant: Mutant | null;

  constructor(fileCount: number, isGuarded: boolean, mutant: Mutant | null = null) {
    this.files = Array.from({ length: fileCount }, () => "old");
    this.#beside = this.files.map(() => null);
    this.#isGuarded = isGuarded;
    this.#mutant = mutant;
  }

  /** Everything that a witness could see, in one line. */
  describe(): string {
    const beside = this.#beside.map((each) => each ?? "-").join(",");
    const place = `${this.files.join(",")} beside ${beside}${this.marker === null ? "" : " marked"}`;
    return `${this.folder?.phase ?? "nothing"}: ${place}, runs ${this.running}`;
  }

  /** A script that changes nothing. */
  *look(see: () => unknown): Script {
    see();
    yield;
    return "done";
  }

  /** Power is lost and comes back: memory is empty, and what persists runs. */
  reboot(): void {
    this.restarts++;
    this.folder = null;
    this.worker = false;
    this.isDiskFull = false;
    const [first = "old", ...others] = this.files;
    this.running = others.every((each) => each === first) ? first : "mixed";
  }

  /** Seconds go by; the watchdog looks at what it finds. */
  wait(seconds: number): void {
    this.now += seconds;
    const { folder } = this;
    if (!folder?.guard) return;
    if (["restored", "failed"].includes(folder.phase)) folder.guard = false;
    // Behind the confirmation it stays for a while: taking back may be cut off too.
    if (folder.phase === "kept" && this.now >= folder.deadline + staysFor) folder.guard = false;
    const heeds = this.#mutant !== "the watchdog does not heed the confirmation" || folder.phase !== "kept";
    if ((folder.phase === "armed" || !heeds) && this.now >= folder.deadline) folder.phase = "fired";
    const isLeft = folder.phase === "confirmed" || folder.phase === "fired";
    // Whoever acts is left to it.
    if (!isLeft || this.worker) return;
    folder.phase = "fired";
    const undo = this.#undo();
    while (!undo.next().done) {
      if (this.powerCutIn !== null && this.powerCutIn-- <= 0) {
        this.powerCutIn = null;
        this.reboot();
        return;
      }
    }
  }

  inspect(): Standing | null {
    const { folder, marker } = this;
    if (folder === null) return marker === null ? null : { id: marker, phase: "between", isHeld: false };
    return { id: folder.id, phase: folder.phase, isHeld: folder.guard || this.worker };
  }

  *arm(id: string, seconds: number): Script {
    if (this.folder !== null) {
      const standing = this.inspect();
      if (standing?.isHeld) return "busy";
      if (["armed", "fired", "confirmed", "failed"].includes(this.folder.phase)) return `left ${this.folder.id}`;
    }
    const isGuarded = this.#isGuarded && this.#mutant !== "no watchdog";
    const deadline = this.now + seconds;
    this.folder = { id, phase: "begun", guard: false, isGuarded, deadline, hasScripts: true };
    yield;
    if (this.isDiskFull) {
      this.folder = null;
      return "failed write to memory";
    }
    this.folder.phase = "armed";
    this.folder.guard = isGuarded;
    yield;
    return this.#isGuarded ? "armed guarded" : "armed";
  }

  *apply(id: string): Script {
    const folder = this.#own(id);
    if (typeof folder === "string") return folder;
    if (folder.isGuarded && !folder.guard) return yield* this.#fail("watchdog");
    if (folder.phase !== "armed") return yield* this.#fail("ifdown");
    this.running = "mixed";
    yield;
    if (folder.phase !== "armed") return yield* this.#fail("ifup");
    this.running = "new";
    if (this.#mutant === "what is tried lasts") this.files.fill("new");
    yield;
    return folder.phase === "armed" ? "done" : yield* this.#fail("late");
  }

  *confirm(id: string): Script {
    const folder = this.#own(id);
    if (typeof folder === "string") return folder;
    if (folder.phase !== "armed") {
      this.worker = false;
      this.wait(1);
      return folder.phase === "kept" ? "done" : "late";
    }
    folder.phase = "confirmed";
    yield;
    if (!(yield* this.#place("new"))) return yield* this.#fail("write");
    folder.phase = "kept";
    yield;
    return "done";
  }

  *back(id: string): Script {
    const folder = this.#own(id, "restored");
    if (typeof folder === "string") return folder;
    if (folder.phase === "begun" || folder.phase === "restored")
      return folder.phase === "restored" ? "undone" : "unclear";
    if (folder.phase === "fired" && folder.guard) {
      this.worker = false;
      this.wait(1);
      return "undone";
    }
    folder.phase = "fired";
    yield;
    yield* this.#undo();
    return isRestored(folder) ? "undone" : "unclear";
  }

  *complete(id: string): Script {
    if (this.marker !== id) return "other";
    yield* this.#rename();
    this.marker = null;
    yield;
    return "completed";
  }

  *finish(id: string): Script {
    if (this.folder?.id !== id) return "other";
    this.folder = null;
    yield;
    return "finished";
  }

  #own(id: string, whenGone = "late"): Folder | string {
    if (this.folder?.id !== id) return "other";
    if (!this.folder.hasScripts) return whenGone;
    this.worker = true;
    return this.folder;
  }

  *#fail(step: string): Script {
    const { folder } = this;
    if (folder?.phase === "armed" || folder?.phase === "confirmed") {
      folder.phase = "fired";
      yield;
      yield* this.#undo();
    }
    return `failed ${step}`;
  }

  *#undo(): Generator<void, void> {
    const { folder } = this;
    if (folder === null) return;
    this.#beside.fill(null);
    yield;
    const placed = yield* this.#place("old");
    if (!this.isUndoBroken) {
      this.running = "mixed";
      yield;
      this.running = "old";
      yield;
    }
    if (placed && !this.isUndoBroken) {
      folder.hasScripts = false;
      folder.phase = "restored";
    } else folder.phase = "failed";
    yield;
  }

  /** Beside, marked, renamed; only files that differ. True when they then hold it. */
  *#place(version: Version): Generator<void, boolean> {
    for (const [index, file] of this.files.entries()) {
      if (file === version) continue;
      if (this.isDiskFull) {
        this.#beside.fill(null);
        return false;
      }
      this.#beside[index] = version;
      yield;
      if (this.#mutant === "files one by one") yield* this.#rename();
    }
    if (this.files.length > 1 && this.#mutant !== "no marker" && this.#mutant !== "files one by one") {
      this.marker = this.folder?.id ?? "";
      yield;
    }
    yield* this.#rename();
    this.marker = null;
    yield;
    return true;
  }

  *#rename(): Generator<void, void> {
    for (const [index, beside] of this.#beside.entries()) {
      if (beside === null) continue;
      this.files[index] = beside;
      this.#beside[index] = null;
      yield;
    }
  }
}

function isRestored({ phase }: Folder): boolean {
  return phase === "restored";
}

// A capture while it is written: a folder that ends in `.part` until everything in it stands on the disk.
import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Capture } from "../../contract/captures.ts";
import type { FilePlace } from "../../core/dialects/log-pull.ts";
import { nameMoment, namePartFile } from "./capture-names.ts";
import { MaskedPart } from "./masked-part.ts";

type Part = Capture["parts"][number];

export interface CaptureTerms {
  /** Of all captures. */
  readonly root: string;
  readonly terminal: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly clockAhead: number | null;
  readonly zone: number | null;
}

export class NewCapture {
  readonly #terms: CaptureTerms;
  readonly #id = randomBytes(6).toString("hex");
  readonly #folder: string;
  readonly #parts: {
    readonly source: string;
    readonly file: string;
    readonly masked: MaskedPart;
    note: Part["note"];
  }[] = [];

  constructor(terms: CaptureTerms) {
    this.#terms = terms;
    this.#folder = join(terms.root, terms.terminal, `${nameMoment(terms.now)} ${this.#id}`);
  }

  open(source: string, start: FilePlace): MaskedPart {
    mkdirSync(`${this.#folder}.part`, { recursive: true, mode: 0o700 });
    const file = namePartFile(source, new Set(this.#parts.map((part) => part.file.toLowerCase())));
    const masked = new MaskedPart(join(`${this.#folder}.part`, file), start);
    this.#parts.push({ source, file, masked, note: "broken-off" });
    return masked;
  }

  note(source: string, note: Part["note"]): void {
    for (const part of this.#parts) if (part.source === source) part.note = note;
  }

  /** Null when nothing came: then nothing of it stays either. Sources without a line have no file. */
  finish(): Capture | null {
    const { terminal, now, clockAhead, zone } = this.#terms;
    for (const { file, masked, note } of this.#parts) {
      masked.end(note !== "broken-off");
      if (masked.lines === 0) rmSync(join(`${this.#folder}.part`, file), { force: true });
    }
    const filled = this.#parts.filter(({ masked }) => masked.lines > 0);
    if (filled.length === 0) {
      rmSync(`${this.#folder}.part`, { recursive: true, force: true });
      return null;
    }
    const capture: Capture = {
      id: this.#id,
      at: new Date(now).toISOString(),
      terminal,
      folder: this.#folder,
      isWhole: this.#parts.every(({ note }) => note !== "broken-off"),
      redactions: filled.reduce((sum, { masked }) => sum + masked.redactions, 0),
      bytes: filled.reduce((sum, { masked }) => sum + masked.bytes, 0),
      clockAhead,
      zone,
      isPinned: false,
      parts: filled.map(({ source, file, masked, note }) => ({
        source,
        path: join(this.#folder, file),
        lines: masked.lines,
        bytes: masked.bytes,
        note,
      })),
    };
    // For people and programs that find the folder without the index.
    writeFileSync(join(`${this.#folder}.part`, "capture.json"), `${JSON.stringify(describe(capture), null, 2)}\n`, {
      mode: 0o600,
    });
    renameSync(`${this.#folder}.part`, this.#folder);
    return capture;
  }
}

/** Without paths: a folder may be moved; and without what only the index knows. */
function describe({ folder: _folder, isPinned: _isPinned, parts, ...capture }: Capture): unknown {
  return { ...capture, parts: parts.map(({ path, ...part }) => ({ ...part, file: basename(path) })) };
}

// preferences.json: read when it is another one than before, since a second window or the command line may have written it;
// written beside and renamed, so that there is never half of it. One that cannot be understood is set aside under another name
// and never fatal: the app then has its first preferences.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type AppPreferences, preferencesSchema } from "../../contract/preferences.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";

/** Octets; one that is larger is none of ours. */
const largest = 65_536;

export class PreferencesFile {
  readonly path: string;
  #preferences: AppPreferences;
  #setAside: string | null = null;
  /** Which file was read or written last. */
  #known: string;

  constructor(path: string) {
    this.path = path;
    this.#preferences = this.#read();
    this.#known = this.#tellApart();
  }

  get preferences(): AppPreferences {
    if (this.#tellApart() !== this.#known) {
      this.#preferences = this.#read();
      this.#known = this.#tellApart();
    }
    return this.#preferences;
  }

  /** Where a file lies that could not be understood; null: there was none. */
  get setAside(): string | null {
    return this.#setAside;
  }

  /** Failures: `file-unwritable`; the preferences then stay as they were. */
  write(preferences: AppPreferences): Result<null> {
    const beside = `${this.path}.part`;
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      const handle = openSync(beside, "w", 0o600);
      try {
        writeFileSync(handle, printPreferences(preferences));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(beside, this.path);
    } catch (error) {
      forget(beside);
      return fail(makeFailure("preferences-unwritable", { file: this.path, reason: nameError(error) }));
    }
    this.#preferences = preferences;
    this.#known = this.#tellApart();
    return succeed(null);
  }

  #tellApart(): string {
    try {
      const { ino, size, mtimeMs } = statSync(this.path);
      return `${ino} ${size} ${mtimeMs}`;
    } catch {
      return "none";
    }
  }

  #read(): AppPreferences {
    let text: string;
    try {
      text = readFileSync(this.path, "utf8");
    } catch {
      return preferencesSchema.parse({});
    }
    const parsed = text.length > largest ? null : parsePreferences(text);
    if (parsed !== null) return parsed;
    this.#setAside = join(dirname(this.path), `${basename(this.path, ".json")}.damaged.json`);
    try {
      renameSync(this.path, this.#setAside);
    } catch {
      // A folder that cannot be written: the file stays where it is, and is not used.
      this.#setAside = this.path;
    }
    return preferencesSchema.parse({});
  }
}

/** Null where the text is not what `printPreferences` writes, in this version or an earlier one. */
export function parsePreferences(text: string): AppPreferences | null {
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function printPreferences(preferences: AppPreferences): string {
  return `${JSON.stringify(preferences, null, 2)}\n`;
}

function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Whatever stands in the way stays; nothing of ours is in it.
  }
}

function nameError(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "?";
}

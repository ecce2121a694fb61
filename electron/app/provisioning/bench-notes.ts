// What this bench keeps for itself, beside the records: the names of its slots, who works, and which columns sheets have had.
// Small, and written as a whole; a file that cannot be read is begun anew. Who the bench is, the register knows.
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { columnSchema } from "../../core/provisioning/columns.ts";
import type { Mapping } from "../../core/provisioning/mapping.ts";

const notesSchema = z.object({
  operator: z.string().default(""),
  /** By location. */
  slots: z.record(z.string(), z.string()).default({}),
  /** By the set of headings. */
  mappings: z.record(z.string(), z.record(z.string(), columnSchema.nullable())).default({}),
});

type NotesData = z.infer<typeof notesSchema>;

/** Sheets remembered; the oldest go. */
const mostMappings = 200;

export class BenchNotes {
  readonly #folder: string;
  #data: Promise<NotesData> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(): Promise<Readonly<NotesData>> {
    this.#data ??= this.#load();
    return this.#data;
  }

  async nameOperator(operator: string): Promise<void> {
    await this.#change((data) => ({ ...data, operator }));
  }

  /** Null forgets the name. */
  async nameSlot(slot: string, name: string | null): Promise<void> {
    await this.#change((data) => {
      const { [slot]: _old, ...others } = data.slots;
      return { ...data, slots: name === null ? others : { ...others, [slot]: name } };
    });
  }

  async recallMapping(key: string): Promise<Mapping> {
    return (await this.read()).mappings[key] ?? {};
  }

  async rememberMapping(key: string, mapping: Mapping): Promise<void> {
    await this.#change((data) => {
      const { [key]: before, ...others } = data.mappings;
      const kept = Object.entries(others).slice(1 - mostMappings);
      return { ...data, mappings: { ...Object.fromEntries(kept), [key]: { ...before, ...mapping } } };
    });
  }

  async #change(change: (data: NotesData) => NotesData): Promise<void> {
    const next = change(await this.read());
    this.#data = Promise.resolve(next);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write(next));
    await this.#writing;
  }

  async #load(): Promise<NotesData> {
    const text = await readFile(this.#file, "utf8").catch(() => "");
    const parsed = notesSchema.safeParse(parseJson(text) ?? {});
    return parsed.success ? parsed.data : notesSchema.parse({});
  }

  async #write(data: NotesData): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const part = `${this.#file}.${randomUUID()}.part`;
    await writeFile(part, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600 });
    await rename(part, this.#file);
  }

  get #file(): string {
    return join(this.#folder, "provisioning.json");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

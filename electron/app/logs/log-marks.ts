// Bookmarks and notes of people, kept by the log's digest: the same log opened again, from wherever, has them. Their words
// pass the same mask as the log's lines.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { redactLines } from "../../core/logs/redaction/redact-lines.ts";

const marksSchema = z.array(
  z.strictObject({
    /** Of the line, from 1. */
    number: z.number().int().min(1),
    text: z.string(),
    /** ISO 8601, UTC. */
    at: z.string(),
  }),
);
export type KeptMark = z.infer<typeof marksSchema>[number];

const mostMarks = 10_000;

export class LogMarks {
  readonly #folder: string | null;

  /** Made when the first mark is kept; null keeps nothing. */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** In the order of the lines; none where nothing readable is kept. */
  async read(digest: string): Promise<readonly KeptMark[]> {
    if (this.#folder === null) return [];
    try {
      return marksSchema.parse(JSON.parse(await readFile(join(this.#folder, `${digest}.json`), "utf8")));
    } catch {
      return [];
    }
  }

  /** Text null takes the mark away. */
  async set(
    digest: string,
    number: number,
    mark: { readonly text: string | null; readonly at: string },
  ): Promise<void> {
    if (this.#folder === null) return;
    const others = (await this.read(digest)).filter((each) => each.number !== number);
    const text = mark.text === null ? null : redactLines(mark.text.split("\n")).lines.join("\n");
    const marks = text === null ? others : [...others, { number, text, at: mark.at }];
    marks.sort((a, b) => a.number - b.number);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `${digest}.json`);
    await writeFile(`${path}.new`, JSON.stringify(marks.slice(0, mostMarks)), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
}

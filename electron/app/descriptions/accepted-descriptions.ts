// Which descriptions a person has accepted, by the digest of the file they looked at: a file that changes is another one.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const acceptedSchema = z.object({ accepted: z.array(z.object({ digest, file: z.string().max(1024) })).max(1000) });

export class AcceptedDescriptions {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async has(wanted: string): Promise<boolean> {
    return (await this.#read()).some((each) => each.digest === wanted);
  }

  /** `file` is kept for people. Written beside and renamed, so that a cut leaves the old list. */
  async accept(wanted: string, file: string): Promise<void> {
    const others = (await this.#read()).filter((each) => each.digest !== wanted);
    const accepted = [...others, { digest: wanted, file: file.slice(-1024) }].slice(-1000);
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    const beside = `${this.#file}.${process.pid}.new`;
    await writeFile(beside, `${JSON.stringify({ accepted }, null, 2)}\n`, { mode: 0o600 });
    await rename(beside, this.#file);
  }

  /** A list that cannot be read has accepted nothing. */
  async #read(): Promise<readonly { readonly digest: string; readonly file: string }[]> {
    try {
      const parsed = acceptedSchema.safeParse(JSON.parse(await readFile(this.#file, "utf8")));
      return parsed.success ? parsed.data.accepted : [];
    } catch {
      return [];
    }
  }
}

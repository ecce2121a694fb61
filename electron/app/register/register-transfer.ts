// The register's file through a window that can name no files of this PC: a copy goes out in portions, one comes in in portions.
//
//   take(null) -> a copy at one moment, beside the register -> its portions -> gone with the last one
//   send(null) -> a file beside the register, portion by portion, bounded -> put in the register's place, or gone
import { appendFileSync, closeSync, openSync, readdirSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Input, Output } from "../../contract/commands.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { refuseInput } from "../files/invalid-input.ts";
import { explaining } from "../records/database.ts";
import { explainFile } from "./damaged-file.ts";
import { backUpFile, restoreFile } from "./register-backup.ts";

/** Octets that a link carries at once, and that come in at all; a larger register is put back by the command line. */
const portion = 384 * 1024;
const most = 64 * 1024 * 1024;

const tooLarge = refuseInput("", {
  en: "the file is larger than 64 MB; use: counterpart register restore",
  "zh-CN": "文件超过 64 MB，请使用 counterpart register restore",
});
/** Another window, or the next copy, has taken its place. */
const gone = refuseInput("", { en: "this copy is not at hand any more", "zh-CN": "这份副本已经不在了" });

const outward = "register-copy-";
const inward = "register-upload-";

export interface TransferPlace {
  readonly folder: string;
  readonly newId: () => string;
  readonly wallTime: () => number;
}

type Answer<Name extends "register.take-copy" | "register.send-copy" | "register.put-back"> = Promise<
  Result<Output<Name>>
>;

export class RegisterTransfer {
  readonly #place: TransferPlace;

  constructor(place: TransferPlace) {
    this.#place = place;
  }

  async takeCopy({ copy, offset }: Input<"register.take-copy">): Answer<"register.take-copy"> {
    if (copy !== null) return this.#read(copy, offset);
    this.#forget(outward);
    const id = this.#place.newId();
    const saved = await backUpFile(this.#register, this.#name(outward, id));
    return saved.ok ? this.#read(id, 0) : saved;
  }

  async sendCopy({ upload, base64 }: Input<"register.send-copy">): Answer<"register.send-copy"> {
    const octets = Buffer.from(base64, "base64");
    const id = upload ?? this.#place.newId();
    return this.#try(() => {
      if (upload === null) {
        this.#forget(inward);
        writeFileSync(this.#name(inward, id), octets, { mode: 0o600, flag: "wx" });
        return succeed({ upload: id });
      }
      if (!this.#has(inward, id)) return fail(gone);
      if (statSync(this.#name(inward, id)).size + octets.length > most) {
        this.#forget(inward);
        return fail(tooLarge);
      }
      appendFileSync(this.#name(inward, id), octets);
      return succeed({ upload: id });
    });
  }

  /** Nobody has the register's file open now. */
  async putBack({ upload, name }: Input<"register.put-back">): Answer<"register.put-back"> {
    if (!this.#has(inward, upload)) return fail(gone);
    const { wallTime } = this.#place;
    const restored = await restoreFile({ file: this.#register, wallTime, named: name }, this.#name(inward, upload));
    this.#forget(inward);
    return restored;
  }

  #read(id: string, offset: number): Promise<Result<Output<"register.take-copy">>> {
    return this.#try(() => {
      if (!this.#has(outward, id)) return fail(gone);
      const { size } = statSync(this.#name(outward, id));
      const handle = openSync(this.#name(outward, id), "r");
      try {
        const octets = Buffer.alloc(portion);
        const length = readSync(handle, octets, 0, portion, offset);
        const isLast = offset + length >= size;
        if (isLast) this.#forget(outward);
        const day = new Date(this.#place.wallTime()).toISOString().slice(0, 10);
        const base64 = octets.toString("base64", 0, length);
        return succeed({ copy: id, name: `counterpart-register-${day}.sqlite`, base64, size, isLast });
      } finally {
        closeSync(handle);
      }
    });
  }

  async #try<Value>(job: () => Result<Value>): Promise<Result<Value>> {
    const { folder, wallTime } = this.#place;
    try {
      return explaining(folder, job);
    } catch (error) {
      return explainFile(error, { file: folder, wallTime, close: () => undefined });
    }
  }

  get #register(): string {
    return join(this.#place.folder, "register.sqlite");
  }

  #name(kind: string, id: string): string {
    return join(this.#place.folder, `${kind}${id}`);
  }

  /** Never a path of the asking side's making: only what stands in the folder under that very name. */
  #has(kind: string, id: string): boolean {
    return this.#list(kind).includes(`${kind}${id}`);
  }

  #forget(kind: string): void {
    for (const name of this.#list(kind)) rmSync(join(this.#place.folder, name), { force: true });
  }

  #list(kind: string): readonly string[] {
    return readdirSync(this.#place.folder).filter((name) => name.startsWith(kind));
  }
}

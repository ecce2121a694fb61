// The register's file, here and back, in portions that a link carries.
import type { Client } from "../../../electron/contract/client.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import { type Result, succeed } from "../../../electron/core/failures/result.ts";
import { readBase64, writeBase64 } from "../diagnosis/save-file.ts";

/** Octets. */
const portion = 384 * 1024;

export interface RegisterCopy {
  readonly name: string;
  readonly octets: Blob;
}

export async function takeCopy(client: Client): Promise<Result<RegisterCopy>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let copy: string | null = null;
  for (let offset = 0; ; ) {
    const part: Result<Output<"register.take-copy">> = await client.call("register.take-copy", { copy, offset });
    if (!part.ok) return part;
    const piece = readBase64(part.value.base64);
    pieces.push(piece);
    offset += piece.length;
    ({ copy } = part.value);
    if (part.value.isLast) return succeed({ name: part.value.name, octets: new Blob(pieces) });
  }
}

/** Gives what the upload is called. */
export async function sendCopy(client: Client, file: Blob): Promise<Result<string>> {
  let upload: string | null = null;
  for (let at = 0; at === 0 || at < file.size; at += portion) {
    const base64 = await writeBase64(file.slice(at, at + portion));
    const sent: Result<Output<"register.send-copy">> = await client.call("register.send-copy", { upload, base64 });
    if (!sent.ok) return sent;
    ({ upload } = sent.value);
  }
  return succeed(upload ?? "");
}

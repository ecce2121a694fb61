// A file -> the other side, in portions that a link carries; and back.
import type { Client } from "../../../electron/contract/client.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import { type Result, succeed } from "../../../electron/core/failures/result.ts";
import { readBase64, writeBase64 } from "../diagnosis/save-file.ts";

/** Octets. */
const portion = 384 * 1024;

/** Gives what the upload is called. */
export async function sendSheet(client: Client, file: Blob): Promise<Result<string>> {
  let upload: string | null = null;
  for (let at = 0; at === 0 || at < file.size; at += portion) {
    const base64 = await writeBase64(file.slice(at, at + portion));
    const sent: Result<Output<"provisioning.send">> = await client.call("provisioning.send", { upload, base64 });
    if (!sent.ok) return sent;
    ({ upload } = sent.value);
  }
  return succeed(upload ?? "");
}

type FilePart = Output<"provisioning.print">;

export interface WholeFile {
  readonly name: string;
  readonly octets: Blob;
}

/** `ask`: the part that begins at that octet. */
export async function joinParts(ask: (offset: number) => Promise<Result<FilePart>>): Promise<Result<WholeFile>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; ; ) {
    const part = await ask(offset);
    if (!part.ok) return part;
    const piece = readBase64(part.value.base64);
    pieces.push(piece);
    offset += piece.length;
    if (part.value.isLast || piece.length === 0) return succeed({ name: part.value.name, octets: new Blob(pieces) });
  }
}

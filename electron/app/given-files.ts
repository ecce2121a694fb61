// Packs and plans that a person opened from the desktop, handed to the window in parts that its link can carry. A page that is
// not the desktop's gets none, and nobody gets a file of another kind.
import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { Output } from "../contract/commands.ts";
import type { givenFileCommands } from "../contract/given-files.ts";
import type { Handlers } from "../contract/server.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { refuseInput } from "./files/invalid-input.ts";

const kinds = /\.counterpart-(?:pack|plan)$/i;
/** Octets; as large as a sheet may be. */
const largest = 16 * 1024 * 1024;
const longestPart = 384 * 1024;

export function answerGivenFiles(opensPaths: boolean): Pick<Handlers, keyof typeof givenFileCommands> {
  return {
    "given.read": async ({ path, offset }) => {
      if (!opensPaths || !kinds.test(path)) {
        return fail(makeFailure("input-invalid", { where: basename(path), reason: "files are sent here" }));
      }
      try {
        return await readPart(path, offset);
      } catch (error) {
        const { code = "?" } = error as NodeJS.ErrnoException;
        return fail(makeFailure("file-unreadable", { file: path, reason: code }));
      }
    },
  };
}

async function readPart(path: string, offset: number): Promise<Result<Output<"given.read">>> {
  const name = basename(path);
  const file = await open(path);
  try {
    const about = await file.stat();
    if (!about.isFile()) return fail(makeFailure("file-unreadable", { file: path, reason: "EISDIR" }));
    if (about.size > largest) {
      const megabytes = largest / 1024 / 1024;
      return fail(
        refuseInput(name, { "en": `the file is larger than ${megabytes} MB`, "zh-CN": `文件超过 ${megabytes} MB` }),
      );
    }
    const length = Math.max(0, Math.min(longestPart, about.size - offset));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    const base64 = buffer.toString("base64", 0, bytesRead);
    return succeed({ name, base64, size: about.size, isLast: bytesRead < length || offset + bytesRead >= about.size });
  } finally {
    await file.close();
  }
}

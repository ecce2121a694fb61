// An update that a person brought as a file, for shops without internet:
//
//   chosen -> its signature (FILE.sig) -> for this app? -> copied where only this person writes -> the copy's digest -> asked
//          -> the system's installer, or in the place of the AppImage that runs
//
// Only the copy is opened: whoever holds the stick that the file lies on could change it after it was looked at.
import { createHash, type KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { TakenUpdate } from "../app/preferences/answer-preferences.ts";
import { refuseInput } from "../app/files/invalid-input.ts";
import type { Localized } from "../core/failures/localized.ts";
import { type Failure, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { judgeUpdate, type RunningApp } from "./judge-update.ts";
import { longestSignature, readSignature, type UpdateManifest } from "./update-signature.ts";

export interface TakeUpdateParts {
  readonly app: RunningApp;
  /** The other half of the key that signs releases; see .ci/packaging/sign-updates.ts. */
  readonly publicKey: KeyObject;
  /** For the copy; made, and emptied each time. */
  readonly folder: string;
  /** Null: the person chose none. */
  readonly choose: () => Promise<string | null>;
  readonly confirm: (release: string) => Promise<boolean>;
  /** The system's way to open a file: gives why not, or nothing. */
  readonly openPath: (path: string) => Promise<string>;
}

/** Failures: `input-invalid` with what is wrong about the file, `file-unreadable`. */
export async function takeUpdate(parts: TakeUpdateParts): Promise<Result<TakenUpdate>> {
  const chosen = await parts.choose();
  if (chosen === null) return succeed("none");
  const name = basename(chosen);
  try {
    const text = await readBeginning(`${chosen}.sig`);
    if (text === null) return refuse(name, unsigned(name));
    const update = readSignature(text, parts.publicKey);
    if (update === null) return refuse(name, foreign);
    const reason = judgeUpdate(update, parts.app);
    if (reason !== null) return refuse(name, reason);
    const copy = await copyWhole(chosen, update, parts.folder);
    if (copy === null) return refuse(name, changed);
    if (!(await parts.confirm(update.release))) return succeed("none");
    return await install(copy, parts);
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    return fail(makeFailure("file-unreadable", { file: chosen, reason: code }));
  }
}

/** Null: there is none, or it is too long for one. */
async function readBeginning(path: string): Promise<string | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(longestSignature + 1), 0, longestSignature + 1, 0);
    return bytesRead > longestSignature ? null : buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Null where the file is not the one that was signed. What the system has noted of it (that it came from outside) stays with the copy. */
async function copyWhole(chosen: string, update: UpdateManifest, folder: string): Promise<string | null> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, update.file);
  await copyFile(chosen, copy);
  const hash = createHash("sha512");
  await pipeline(createReadStream(copy), hash);
  if (hash.digest("hex") === update.sha512) return copy;
  await rm(folder, { recursive: true, force: true });
  return null;
}

async function install(copy: string, { app, openPath }: TakeUpdateParts): Promise<Result<TakenUpdate>> {
  if (app.appImage === null) {
    const obstacle = await openPath(copy);
    return obstacle === "" ? succeed("started") : refuse(basename(copy), unopened(obstacle));
  }
  // The one that runs keeps its own file; the next start finds the new one.
  const beside = `${app.appImage}.part`;
  await copyFile(copy, beside);
  await chmod(beside, 0o755);
  await rename(beside, app.appImage);
  return succeed("in-place");
}

function refuse(name: string, reason: Localized): { readonly ok: false; readonly failure: Failure } {
  return fail(refuseInput(name, reason));
}

function unsigned(name: string): Localized {
  return {
    en: `its signature is missing: a file ${name}.sig belongs beside it`,
    "zh-CN": `缺少签名：旁边应有文件 ${name}.sig`,
  };
}

const foreign: Localized = {
  en: "the signature is not the publisher's of this app",
  "zh-CN": "签名不是本应用发布者的",
};

const changed: Localized = {
  en: "it is not the file that was signed: it was changed or copied only in part",
  "zh-CN": "它不是签名时的文件：被改动过，或没有复制完整",
};

function unopened(obstacle: string): Localized {
  return { en: `the system could not open it (${obstacle})`, "zh-CN": `系统打不开它（${obstacle}）` };
}

// The terminals that are described as data, of whatever family:
//
//   resources/profiles/*.yaml ---------------------------------------.
//   the user's folder, or a file --digest accepted by a person?--yes--+--> descriptions that may be used
//                                                              \--no--> named, never used
//
// A file is read once: what was accepted is what is used.
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Description } from "../core/dialects/description.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { AcceptedDescriptions } from "./descriptions/accepted-descriptions.ts";
import { readDescription } from "./descriptions/read-description.ts";

const shippedFolder = join(import.meta.dirname, "../../resources/profiles");

/** Where a user's own descriptions are, and what of them was accepted. */
export interface DescriptionPlaces {
  readonly folder: string;
  readonly accepted: string;
}

export interface DescriptionFile {
  /** Its path. */
  readonly path: string;
  readonly octets: Uint8Array;
  readonly digest: string;
  readonly isShipped: boolean;
  readonly isAccepted: boolean;
  /** Null where the file's form is wrong. */
  readonly description: Description | null;
}

/** Those that may be used. Files that are no descriptions are left out: what is shipped is checked by a test. */
export async function loadDescriptions(places: DescriptionPlaces | null = null): Promise<readonly Description[]> {
  const files = await listDescriptionFiles(places);
  return files.flatMap(({ description, isAccepted }) => (description && isAccepted ? [description] : []));
}

/** The user's own first: one of the same name as a shipped one stands for it, once it is accepted. */
export async function listDescriptionFiles(places: DescriptionPlaces | null): Promise<readonly DescriptionFile[]> {
  const own = places === null ? [] : await readFolder(places.folder, places);
  shipped ??= readFolder(shippedFolder, null);
  return [...own, ...(await shipped)];
}

/** What is shipped does not change while the program runs. */
let shipped: Promise<readonly DescriptionFile[]> | null = null;

async function readFolder(folder: string, places: DescriptionPlaces | null): Promise<readonly DescriptionFile[]> {
  const all = (await listFiles(folder)).map((path) => readDescriptionFile(path, places));
  return (await Promise.all(all)).flatMap((file) => (file.ok ? [file.value] : []));
}

/** Failures: `file-unreadable`. */
export async function readDescriptionFile(
  path: string,
  places: DescriptionPlaces | null,
): Promise<Result<DescriptionFile>> {
  const octets = await readFile(path).catch((error: NodeJS.ErrnoException) => error.code ?? "?");
  if (typeof octets === "string") return fail(makeFailure("file-unreadable", { file: path, reason: octets }));
  const { digest, family, content } = readDescription(octets);
  const isShipped = dirname(resolve(path)) === shippedFolder;
  const isAccepted = isShipped || (places !== null && (await new AcceptedDescriptions(places.accepted).has(digest)));
  const description = family === null ? null : { family, source: basename(path), content };
  return succeed({ path, octets, digest, isShipped, isAccepted, description });
}

/**
 * The one that a person named, by a file's path or by its name without the ending. Failures: `file-unreadable`,
 * `input-invalid`, `description-unaccepted`, `description-needed` with the names there are.
 */
export async function findDescription(named: string, places: DescriptionPlaces | null): Promise<Result<Description>> {
  const isPath = /[/\\]/.test(named) || /\.ya?ml$/.test(named);
  const files = isPath ? [] : await listDescriptionFiles(places);
  const found = isPath
    ? await readDescriptionFile(named, places)
    : succeed(files.find(({ path }) => nameOf(path) === named) ?? null);
  if (!found.ok) return found;
  const file = found.value;
  if (file === null) {
    const known = [...new Set(files.map(({ path }) => nameOf(path)))].join(", ");
    return fail(makeFailure("description-needed", { known }));
  }
  if (!file.isAccepted) return fail(makeFailure("description-unaccepted", { file: file.path }));
  if (file.description === null)
    return fail(makeFailure("input-invalid", { where: file.path, reason: `counterpart profile check ${file.path}` }));
  return succeed(file.description);
}

function nameOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/, "");
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

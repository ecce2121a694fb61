// counterpart register bench: this bench's name, and where its register is. A connection string comes by standard input or
// the environment, is kept in a file of its owner's, and is never printed.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { text } from "node:stream/consumers";
import { readBench, readConnection, writeBench, writeConnection } from "../../app/register/bench-file.ts";
import { nameServer, notAnAddress } from "../../app/register/postgres-failures.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { findRecordsFolder } from "../../host/records-folder.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";

export interface BenchOptions {
  readonly name?: string | undefined;
  readonly databaseStdin: boolean;
  readonly local: boolean;
}

export async function setBench(options: BenchOptions, voice: Voice): Promise<number> {
  const folder = findRecordsFolder(process.platform, process.env);
  const bench = readBench({ folder, newId: () => randomUUID(), hostName: hostname() });
  if (!bench.ok) return complain(bench, voice);
  const database = await chooseDatabase(folder, options);
  if (!database.ok) return complain(database, voice);
  if (options.name !== undefined) {
    const written = writeBench(folder, { ...bench.value, name: options.name });
    if (!written.ok) return complain(written, voice);
  }
  const given = process.env["COUNTERPART_DATABASE_URL"] || database.value;
  const where = given === null ? null : nameServer(given);
  const { id, name } = { ...bench.value, name: options.name ?? bench.value.name };
  const { words } = voice;
  voice.show(
    { id, name, register: where ?? "local" },
    where === null ? fill(words.register.local, { name }) : fill(words.register.shared, { name, where }),
  );
  return exitStatus.done;
}

async function chooseDatabase(folder: string, options: BenchOptions): Promise<Result<string | null>> {
  if (!options.local && !options.databaseStdin) return readConnection(folder);
  const given = options.local ? null : (await text(process.stdin)).trim();
  if (given !== null && nameServer(given) === notAnAddress) {
    return fail(makeFailure("input-invalid", { where: "--database-stdin", reason: "postgres://USER@HOST/DATABASE" }));
  }
  const written = writeConnection(folder, given);
  return written.ok ? succeed(given) : written;
}

function complain(result: Result<unknown>, voice: Voice): number {
  if (result.ok) return exitStatus.done;
  voice.complain(result.failure);
  return statusOf(result.failure);
}

// A real PostgreSQL of a test's own, on a free port of 127.0.0.1 and in a folder that goes with it. PostgreSQL refuses to run
// as root, so it runs as `nobody`.
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { runOrThrow, runProgram, startProcess } from "./owned-process.ts";

export interface PostgresServer {
  readonly port: number;
  /** A fresh, empty database; holds a password. */
  makeDatabase(): Promise<string>;
  /** Runs statements as the server's owner; returns what they print, a line for each row. */
  ask(database: string, statements: string): Promise<string>;
  stop(): Promise<void>;
}

const nobody = 65_534;
const password = "test only, öffentlich";

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync("/tmp/counterpart-postgres-");
  chownSync(folder, nobody, nobody);
  const programs = findPrograms();
  const secret = join(folder, "password");
  writeFileSync(secret, password, { mode: 0o600 });
  chownSync(secret, nobody, nobody);
  const data = join(folder, "data");
  const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", "--"];
  const init = ["-D", data, "-U", "owner", "-A", "scram-sha-256", `--pwfile=${secret}`, "-E", "UTF8", "--no-sync"];
  await runOrThrow("setpriv", [...asNobody, join(programs, "initdb"), ...init, "--locale=C.UTF-8"], {
    timeLimit: 60_000,
  });
  const port = await findFreePort();
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off"];
  const server = startProcess("setpriv", [
    ...asNobody,
    join(programs, "postgres"),
    ...["-D", data],
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  server.stdout.resume();
  const ask = async (database: string, statements: string): Promise<string> => {
    process.env["PGPASSWORD"] = password;
    const where = ["-h", "127.0.0.1", "-p", String(port), "-U", "owner", "-d", database];
    return runOrThrow(join(programs, "psql"), ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", ...where], {
      input: statements,
    });
  };
  await waitUntilReady(join(programs, "pg_isready"), port);
  let made = 0;
  return {
    port,
    ask,
    async makeDatabase() {
      made += 1;
      await ask("postgres", `CREATE DATABASE register_${made};`);
      return `postgres://owner:${encodeURIComponent(password)}@127.0.0.1:${port}/register_${made}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string {
  const versions = readdirSync("/usr/lib/postgresql").toSorted((one, other) => Number(other) - Number(one));
  return join("/usr/lib/postgresql", versions[0] ?? "", "bin");
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function waitUntilReady(program: string, port: number): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const { status } = await runProgram(program, ["-q", "-h", "127.0.0.1", "-p", String(port), "-t", "1"]);
    if (status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("PostgreSQL did not get ready");
}

// A mebibyte of syslog pulled from a real console through a line paced at 115200 baud, against what `gzip -6 | base64` of the
// same file takes on that line at ten bits a byte. What came has the same digest as what stands there.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { linuxConsole } from "../../electron/core/dialects/linux-console/index.ts";
import { openTcp } from "../../electron/serial/open-tcp.ts";
import { startConsole } from "../peers/console-in-namespace.ts";
import { startPacedLine } from "../peers/paced-line.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { writeSyslog } from "./write-syslog.ts";

const baudRate = 115_200;
const size = 1024 * 1024;
const limit = 1.15;

export async function measureLogPull(rounds: number): Promise<BenchRow> {
  const text = makeLog();
  const packed = execFileSync("sh", ["-c", "gzip -6 | base64"], { input: text }).length;
  const wire = (packed * 10 * 1000) / baudRate;
  const digest = createHash("sha256").update(text).digest("hex");
  const terminal = await startConsole({ shell: "bash", login: "root-autologin" });
  const line = await startPacedLine({ targetPort: terminal.port, baudRate });
  const ours: number[] = [];
  let problem = "";
  try {
    // Put there beside the console: a file of this size is no setting.
    const placed = await terminal.inNamespace(
      `echo ${execFileSync("gzip", ["-9"], { input: text }).toString("base64")}|base64 -d|gzip -dc >/var/log/pos.log`,
    );
    if (placed.status !== 0) throw new Error(placed.stderr);
    for (let round = 0; round < rounds && problem === ""; round += 1) {
      const took = await pullOnce(line.port, digest);
      if (typeof took === "number") ours.push(took);
      else problem = `; ours: ${took}`;
    }
  } finally {
    await line.close();
    await terminal.close();
  }
  const raw = (size * 10) / baudRate;
  const note = `${baudRate} baud, gzip -6 | base64 is ${packed} bytes; the raw text would need ${raw.toFixed(0)} s${problem}`;
  return makeRow(
    { name: "1 MiB of syslog pulled from a console, against its packed bytes", limit, note },
    { ours, peer: [wire] },
  );
}

function makeLog(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  try {
    const file = join(folder, "syslog");
    writeSyslog(file, 13_000);
    return readFileSync(file).subarray(0, size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the request to the last octet, or what went wrong. */
async function pullOnce(port: number, digest: string): Promise<number | string> {
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const opened = await openTcp(`tcp:127.0.0.1:${port}`, task.signal);
  if (!opened.ok) return opened.failure.code;
  const access = { credentials: null, become: null, becomePassword: null };
  const options = { ...access, baudRate, patience: 15_000, ...task };
  const session = await linuxConsole.connect(opened.value, options, nodeSurroundings);
  if (!session.ok) return session.failure.code;
  const hash = createHash("sha256");
  const start = performance.now();
  const source = { name: "/var/log/pos.log", purpose: "application", isFile: true, size: null } as const;
  const onBlock = ({ bytes }: { readonly bytes: string }): void => void hash.update(bytes, "latin1");
  const request = { source, since: { kind: "start" }, onBlock, onProgress: () => undefined } as const;
  const pulled = await session.value.logs?.pull(request, task);
  const took = performance.now() - start;
  await session.value.close();
  if (pulled?.ok !== true) return pulled?.failure.code ?? "no logs";
  return hash.digest("hex") === digest ? took : "another file came";
}

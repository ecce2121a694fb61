// `counterpart diagnose`, `pack` and `code` as a script runs them: what is on standard output, what is in files, how it ends.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, type Ended } from "../../peers/main-job/call-command-line.ts";
import { type OwnedProcess, startProcess } from "../../peers/owned-process.ts";

const entry = join(import.meta.dirname, "../../../electron/headless/command-line.ts");

interface Evidence {
  readonly source: string;
  readonly at: string | null;
  readonly weight: number;
}

interface Diagnosed {
  readonly stages: readonly Readonly<Record<string, unknown>>[];
  readonly causes: readonly {
    readonly cause: string;
    readonly confidence: number;
    readonly for: readonly Evidence[];
    readonly against: readonly Evidence[];
  }[];
  readonly advice: Readonly<Record<string, readonly unknown[]>>;
  readonly corrections: readonly { readonly set: readonly string[] }[];
}

function runCommandLine(words: readonly string[]): Promise<Ended> {
  return call(words, { environment: { LC_ALL: "en_US.UTF-8" } });
}

/** One simulated terminal with a wrong gateway for the whole file: a correction is bound to its serial number. */
async function startTerminal(family: string): Promise<{ readonly process: OwnedProcess; readonly port: string }> {
  const started = startProcess(process.execPath, [entry, "simulate", family, "--listen", "127.0.0.1:0", "--json"]);
  let said = "";
  const port = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, found] = /127\.0\.0\.1:(\d{2,5})/.exec(said) ?? [];
      if (found !== undefined) resolve(`tcp:127.0.0.1:${found}`);
    };
    started.stdout.on("data", read);
    void started.ended.then(() => reject(new Error(`${said}${started.readComplaints()}`)));
  });
  return { process: started, port };
}

describe("as a script runs it", () => {
  let folder: string;
  let terminal: Awaited<ReturnType<typeof startTerminal>>;
  let host: Server;
  let named: string;
  let pack: string;
  let diagnosed: Diagnosed;
  let status: number | null;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "counterpart-diagnose-"));
    terminal = await startTerminal("linux-broken");
    host = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => host.once("listening", resolve));
    const address = host.address();
    named = `127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`;
    pack = join(folder, "pack.zip");
    const words = ["diagnose", "--port", terminal.port, "--host", named, "127.0.0.1:9", "--within", "1", "--json"];
    const ended = await runCommandLine([...words, "--pack", pack]);
    status = ended.status;
    diagnosed = JSON.parse(ended.stdout) as Diagnosed;
  }, 120_000);
  afterAll(async () => {
    host.close();
    await terminal.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test("standard output is one JSON value with stages, causes and advice", () => {
    const keys = Object.keys(diagnosed);
    expect([status, ["stages", "causes", "advice"].filter((key) => !keys.includes(key))]).toEqual([0, []]);
  });

  test("each stage has its name, outcome, time and detail", () => {
    const bare = diagnosed.stages.filter((stage) =>
      ["stage", "outcome", "ms", "detail"].some((key) => !Object.hasOwn(stage, key)),
    );
    expect([bare, diagnosed.stages.map(({ stage }) => stage)]).toEqual([
      [],
      ["link", "address", "duplicate", "gateway", "name", "tcp", "tls"],
    ]);
  });

  test("the first cause has a confidence, and all its evidence a source, a time and a weight", () => {
    const [first] = diagnosed.causes;
    const evidence = diagnosed.causes.flatMap((cause) => [...cause.for, ...cause.against]);
    const bare = evidence.filter(({ source, at, weight }) => source === "" || at === null || !(weight > 0));
    expect([first?.cause, (first?.confidence ?? 0) > 0.8, bare, evidence.length > 1]).toEqual(["C07", true, [], true]);
  });

  test("advice is a list for each of the three people", () => {
    const counts = Object.entries(diagnosed.advice).map(([role, list]) => [role, list.length > 0]);
    expect(counts).toEqual([
      ["shop", true],
      ["distributor", true],
      ["technician", true],
    ]);
  });

  test.for([
    ["--host", "nonsense"],
    ["--host", "host.example:99999"],
    ["--answer", "others-too"],
  ])("%s %s is a usage error, before anything is asked of a terminal", async ([option = "", value = ""]) => {
    const ended = await runCommandLine(["diagnose", "--port", "tcp:127.0.0.1:1", option, value, "--json"]);
    expect([ended.status, ended.stderr.includes(option) || ended.stdout.includes(option)]).toEqual([2, true]);
  });

  test("a pack that is there is not overwritten, and the diagnosis is told all the same", async () => {
    const before = readFileSync(pack);
    const words = ["diagnose", "--port", terminal.port, "--within", "1", "--json", "--pack", pack];
    const ended = await runCommandLine(words);
    expect([
      ended.status,
      Object.keys(JSON.parse(ended.stdout) as object)[0],
      readFileSync(pack).equals(before),
    ]).toEqual([2, "stages", true]);
  });

  test("show prints what the pack holds after its digests were checked", async () => {
    const ended = await runCommandLine(["pack", "show", pack, "--json"]);
    const { files } = JSON.parse(ended.stdout) as { files: readonly { name: string }[] };
    expect([ended.status, files.map(({ name }) => name)]).toEqual([
      0,
      ["settings.json", "findings.json", "stages.json", "diagnosis.json", "log.txt"],
    ]);
  });

  test("show tells a person what the pack comes to before all that is in it", async () => {
    const { stdout } = await runCommandLine(["pack", "show", pack]);
    const places = ["✗ router", "C07 Address", '"format": "counterpart-pack"', "log.txt\n"].map((text) =>
      stdout.indexOf(text),
    );
    expect([places.every((place) => place >= 0), places.toSorted((one, other) => one - other)]).toEqual([true, places]);
  });

  test("the correction of a helper goes to the terminal of the pack, once, and to no other", async () => {
    const file = join(folder, "fix.json");
    const set = diagnosed.corrections[0]?.set.flatMap((text) => ["--set", text]) ?? [];
    const answered = await runCommandLine(["pack", "answer", pack, ...set, "--out", file]);
    const other = await startTerminal("linux");
    const onOther = await runCommandLine(["pack", "apply", file, "--port", other.port, "--yes"]);
    await other.process.kill();
    const onOwn = await runCommandLine(["pack", "apply", file, "--port", terminal.port, "--yes", "--json"]);
    const again = await runCommandLine(["pack", "apply", file, "--port", terminal.port, "--yes"]);
    expect([answered.status, onOther.status, onOwn.status, again.status], onOwn.stdout + onOwn.stderr).toEqual([
      0, 6, 0, 6,
    ]);
    expect([onOther.stderr, again.stderr].map((text) => /\[([a-z-]+)\]/.exec(text)?.[1])).toEqual([
      "other-terminal",
      "plan-stale",
    ]);
  });

  test.for([
    ["no ZIP", Buffer.from("PK not a zip")],
    ["nothing", Buffer.alloc(0)],
    ["a ZIP's end alone", Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)])],
  ] as const)("%s for a pack is refused in words", async ([name, octets]) => {
    const file = join(folder, `${name}.zip`);
    writeFileSync(file, octets);
    const ended = await runCommandLine(["pack", "show", file]);
    expect([ended.status, ended.stdout, /not an evidence pack/.test(ended.stderr)]).toEqual([2, "", true]);
  });

  test("beside the pack of a terminal that works, what differs is told", async () => {
    const healthy = await startTerminal("linux");
    const good = join(folder, "good.zip");
    await runCommandLine(["diagnose", "--port", healthy.port, "--within", "1", "--json", "--pack", good]);
    const broken = await startTerminal("linux-broken");
    const words = ["diagnose", "--port", broken.port, "--within", "1", "--json", "--healthy", good];
    const ended = await runCommandLine(words);
    await Promise.all([healthy.process.kill(), broken.process.kill()]);
    const { differences } = JSON.parse(ended.stdout) as { differences: readonly { field: string; here: string }[] };
    expect(differences.filter(({ field }) => field === "ipv4.gateway").map(({ here }) => here)).toEqual([
      "192.168.2.1",
    ]);
  });

  test("nothing is written where an answer is refused", async () => {
    const out = join(folder, "refused.json");
    const ended = await runCommandLine(["pack", "answer", pack, "--set", "eth0.ipv4.gateway=x y", "--out", out]);
    expect([ended.status === 0, existsSync(out)]).toEqual([false, false]);
  });

  test("a code is told from every table that has it", async () => {
    const ended = await runCommandLine(["code", "91", "--json"]);
    const { meanings } = JSON.parse(ended.stdout) as { meanings: readonly { cause: string | null }[] };
    expect([ended.status, meanings.some(({ cause }) => cause === "C26")]).toEqual([0, true]);
  });
});

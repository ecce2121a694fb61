// The same stages from this PC, where it hangs on the terminal's network: its own gateway, its own name server, and hosts that
// the settings or the person name. Nothing else is ever asked, and nothing is sent but what opens a connection.
import { execFile } from "node:child_process";
import { Resolver } from "node:dns/promises";
import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import type { HostTarget } from "../../core/diagnosis/plan-stages.ts";
import type { Stage, StageName } from "../../core/diagnosis/stage.ts";
import { parseIpv4 } from "../../core/settings/ipv4.ts";
import { readPcNetworks } from "../pc-networks.ts";

export interface PcTask {
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
}

interface Outcome {
  readonly outcome: Stage["outcome"];
  readonly reason: Stage["reason"];
  readonly detail: string;
}

const passed: Outcome = { outcome: "passed", reason: "ok", detail: "" };

export async function testFromPc(hosts: readonly HostTarget[], task: PcTask): Promise<readonly Stage[]> {
  const stages: Stage[] = [];
  const run = async (stage: StageName, target: string, ask: () => Promise<Outcome>): Promise<boolean> => {
    if (task.signal.aborted) return false;
    const begun = performance.now();
    const outcome = await ask();
    const ms = Math.round(performance.now() - begun);
    const told: Stage = { stage, from: "pc", target, ms, ...outcome, at: new Date().toISOString() };
    stages.push(told);
    task.onStage(told);
    return outcome.outcome !== "failed";
  };
  const gateway = (await readPcNetworks(true)).interfaces.find((each) => each.gateway !== null)?.gateway ?? null;
  if (gateway !== null && !(await run("gateway", gateway, () => pingOnce(gateway, task)))) return stages;
  for (const { host, port, tls } of hosts) {
    if (!parseIpv4(host).ok && !(await run("name", host, () => resolveName(host, task)))) continue;
    const isOpen = await run("tcp", `${host}:${port}`, () => openTcp({ host, port }, task));
    if (isOpen && tls) await run("tls", `${host}:${port}`, () => openTls({ host, port }, task));
  }
  return stages;
}

/** With the system's own program: raw sockets are for administrators. */
async function pingOnce(address: string, { seconds, signal }: PcTask): Promise<Outcome> {
  const wait = Math.ceil(seconds);
  const words =
    process.platform === "win32"
      ? ["-n", "1", "-w", String(wait * 1000), address]
      : ["-c", "1", process.platform === "darwin" ? "-t" : "-W", String(wait), address];
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  execFile("ping", words, { signal, timeout: (wait + 1) * 1000, windowsHide: true }, (error) => {
    if (error === null) resolve(passed);
    else if (error.code === "ENOENT") resolve({ outcome: "unable", reason: "no-tool", detail: "" });
    else resolve({ outcome: "failed", reason: "no-answer", detail: "" });
  });
  return promise;
}

async function resolveName(name: string, { seconds, signal }: PcTask): Promise<Outcome> {
  const resolver = new Resolver({ timeout: seconds * 1000, tries: 1 });
  const stop = (): void => resolver.cancel();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const [first = ""] = await resolver.resolve4(name);
    return { ...passed, detail: first };
  } catch (error) {
    const code = codeOf(error);
    const isUnknown = code === "ENOTFOUND" || code === "ENODATA";
    return { outcome: "failed", reason: isUnknown ? "no-such-name" : "server-silent", detail: code };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

type Address = Pick<HostTarget, "host" | "port">;

async function openTcp(address: Address, { seconds, signal }: PcTask): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const socket = connect({ ...address, signal });
  socket.setTimeout(seconds * 1000, () => resolve({ outcome: "failed", reason: "timed-out", detail: "" }));
  socket.once("connect", () => resolve(passed));
  socket.once("error", (error: Error) => resolve(explain(error)));
  return promise.finally(() => socket.destroy());
}

async function openTls(address: Address, { seconds, signal }: PcTask): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const socket = connectTls({ ...address, servername: parseIpv4(address.host).ok ? "" : address.host });
  const stop = (): void => void socket.destroy();
  signal.addEventListener("abort", stop, { once: true });
  socket.setTimeout(seconds * 1000, () => resolve({ outcome: "failed", reason: "timed-out", detail: "" }));
  socket.once("secureConnect", () => resolve(passed));
  socket.once("error", (error: Error) => resolve(explain(error)));
  socket.once("close", () => resolve({ outcome: "failed", reason: "no-answer", detail: "" }));
  return promise.finally(() => {
    signal.removeEventListener("abort", stop);
    socket.destroy();
  });
}

function explain(error: Error): Outcome {
  const code = codeOf(error);
  const detail = `${code} ${error.message}`.slice(0, 512);
  if (code === "ECONNREFUSED") return { outcome: "failed", reason: "refused", detail };
  if (code === "ETIMEDOUT") return { outcome: "failed", reason: "timed-out", detail };
  if (code === "EHOSTUNREACH" || code === "ENETUNREACH") return { outcome: "failed", reason: "unreachable", detail };
  if (/CERT|SIGNATURE|ISSUER/.test(code)) return { outcome: "failed", reason: "certificate", detail };
  if (/SSL|TLS|EPROTO/.test(code)) return { outcome: "failed", reason: "protocol", detail };
  return { outcome: "failed", reason: "no-answer", detail };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "?";
}

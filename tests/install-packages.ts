// Gives the machine what the real peers need: as root on Debian it installs what is missing, elsewhere it says what to do.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fetchLoans, listMissingLoans } from "./peers/borrowed-packages.ts";
import { fetchKernel, isKernelReady } from "./peers/kernel.ts";
import { listMissingPackages } from "./peers/system-packages.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** After this every peer that can run here will; the tests ask `findObstacle` for the rest. */
export function prepareMachine(): void {
  if (process.platform !== "linux") {
    say("The real peers need Linux; their tests are skipped here.");
    return;
  }
  const missing = listMissingPackages().map((candidate) => candidate.name);
  const kernelMissing = !isKernelReady();
  const loans = listMissingLoans();
  if (missing.length === 0 && loans.length === 0 && !kernelMissing) return;
  const archives = loans.map((name) => `the archive of ${name}`);
  const wanted = [
    ...missing,
    ...archives,
    ...(kernelMissing ? ["the cloud kernel's files (linux-image-cloud-amd64)"] : []),
  ];
  say(`System packages that the real peers need and this machine lacks: ${wanted.join(", ")}`);
  if (!mayInstall()) {
    adviseInstall(missing);
    return;
  }
  // An image may come with an old list or with none.
  runApt(["update"]);
  if (missing.length > 0) runApt(["install", "--yes", "--no-install-recommends", ...missing]);
  if (loans.length > 0) fetchOrSay("archives", fetchLoans);
  if (kernelMissing && process.arch === "x64") fetchOrSay("kernel", fetchKernel);
}

function mayInstall(): boolean {
  return process.env["COUNTERPART_NO_INSTALL"] !== "1" && process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function adviseInstall(missing: readonly string[]): void {
  if (missing.length > 0) say(`Install them with: sudo apt-get install --no-install-recommends ${missing.join(" ")}`);
  say("The real peers also need root, and COUNTERPART_NO_INSTALL not set to 1 to fetch the kernel.");
  say("Without them the tests against a real console, a BusyBox machine and the bench's peer are skipped.");
}

function runApt(args: readonly string[]): void {
  say(`apt-get ${args.join(" ")}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const finished = spawnSync("apt-get", ["-q", ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    timeout: 300_000,
  });
  if (finished.status !== 0) say(`apt-get failed: ${finished.stderr.slice(-2_000)}`);
}

function fetchOrSay(what: string, fetch: () => void): void {
  try {
    fetch();
  } catch (error) {
    say(`The ${what} could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
  }
}

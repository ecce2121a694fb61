// Writes what real tools answer to the probes, one folder per tool, one file per outcome: each is the whole output of the
// probe's script on a terminal that has this one tool. Run as root, with Debian packages that are not installed unpacked
// into one folder: node tests/corpus/linux-console/probes/capture.ts FOLDER
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeQuestion } from "../../../../electron/core/dialects/linux-console/probes/run-test.ts";
import type { TerminalTest } from "../../../../electron/core/dialects/terminal-test.ts";
import { type Case, cases } from "../../../peers/troubled-network/cases.ts";
import {
  installTools,
  startTroubledNetwork,
  type TerminalEnd,
} from "../../../peers/troubled-network/troubled-network.ts";

/** The section key of every file here. */
const key = "kkkk";
const seconds = 4;
const shellTools = ["sh", "grep", "head", "sleep", "cat"];
const unpacked = process.argv[2] ?? "/nowhere";

/** By folder: where the tool is and what it is asked. */
const tools: Readonly<Record<string, { readonly path: string; readonly kind: TerminalTest["kind"]; readonly also?: readonly string[] }>> = {
  "tcp/bash": { path: "bash", kind: "tcp" },
  "tcp/nc-openbsd": { path: "bin/nc.openbsd", kind: "tcp" },
  "tcp/nc-traditional": { path: "bin/nc.traditional", kind: "tcp" },
  "tcp/socat": { path: "socat", kind: "tcp" },
  "tcp/python3": { path: "/usr/bin/python3", kind: "tcp" },
  "tcp/perl": { path: "perl", kind: "tcp" },
  "tcp/curl": { path: "curl", kind: "tcp" },
  "name/dig": { path: "usr/bin/dig", kind: "name" },
  "name/host": { path: "usr/bin/host", kind: "name" },
  "name/nslookup": { path: "usr/bin/nslookup", kind: "name" },
  "name/bash": { path: "bash", kind: "name", also: ["dd", "od"] },
  "tls/openssl": { path: "openssl", kind: "tls", also: ["bash"] },
  "tls/gnutls-cli": { path: "usr/bin/gnutls-cli", kind: "tls", also: ["bash"] },
  "tls/curl": { path: "curl", kind: "tls", also: ["bash"] },
  "duplicate/arping": { path: "arping", kind: "duplicate" },
  "duplicate/arping-habets": { path: "usr/sbin/arping", kind: "duplicate" },
  "duplicate/ping": { path: "ping", kind: "duplicate", also: ["ip"] },
  "gateway/ping": { path: "ping", kind: "gateway", also: ["ip"] },
  "gateway/arping-habets": { path: "usr/sbin/arping", kind: "gateway", also: ["ip"] },
};

const network = await startTroubledNetwork();
for (const [folder, { path, kind, also = [] }] of Object.entries(tools)) {
  const isUnpacked = path.includes("/") && !path.startsWith("/");
  const program = isUnpacked ? join(unpacked, path) : path;
  const end: TerminalEnd = {
    shell: ["/bin/dash", "-c"],
    path: await installTools(network.folder, [...shellTools, ...also, program]),
    ...(isUnpacked && { libraries: join(unpacked, "usr/lib/x86_64-linux-gnu") }),
  };
  for (const each of cases.filter(({ test, corpus }) => test.kind === kind && corpus)) await capture(folder, each, end);
}
await network.close();

async function capture(folder: string, { name, test }: Case, end: TerminalEnd): Promise<void> {
  const question = makeQuestion(test, seconds, key);
  if (!question.ok) throw new Error(question.failure.code);
  const { stdout } = await network.run(question.value.script, end);
  mkdirSync(join(import.meta.dirname, folder), { recursive: true });
  writeFileSync(join(import.meta.dirname, folder, name), stdout);
  const read = question.value.read(stdout);
  process.stdout.write(`${folder} ${name}: ${read.ok ? `${read.value.reason} | ${read.value.evidence}` : "unreadable"}\n`);
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { serve } from "../../electron/contract/server.ts";
import { composeApp } from "../../electron/host/compose-app.ts";
import { describeConnection } from "../peers/terminal-client.ts";
import { closeHosts, enter, openHost } from "./open-host.ts";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const unit = ["--port", "demo:xcb", "--family", "xcb"];

describe.concurrent("files of a terminal behind a bridge", { timeout: 60_000 }, () => {
  test("are pulled below the captures, under a name of this PC's", async () => {
    const variables = { COUNTERPART_DATA: folder };
    const { status, stdout } = await runCommandLine(["files", "pull", "/tmp/boot.log", ...unit, "--json"], {
      variables,
    });
    const { file } = JSON.parse(stdout) as { file: string };
    expect([status, file.startsWith(`${folder}/captures/`), readFileSync(file, "utf8").length]).toEqual([0, true, 8]);
  });

  test("are not changed before somebody has said that no payment is in progress", async () => {
    const file = join(folder, "x");
    writeFileSync(file, "x");
    const { status, stderr } = await runCommandLine(["files", "push", file, "/tmp/x", ...unit, "--json"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("--yes")]);
  });

  test("are put there when somebody has", async () => {
    const file = join(folder, "put.txt");
    writeFileSync(file, "put");
    const { status, stdout } = await runCommandLine(["files", "push", file, "/tmp/put", ...unit, "--json", "--yes"]);
    expect([status, JSON.parse(stdout)]).toEqual([0, { bytes: 3 }]);
  });
});

test("a page in a browser names no file of this PC", { timeout: 20_000 }, async () => {
  const file = join(folder, "named.txt");
  writeFileSync(file, "not for a terminal");
  // As `counterpart serve` composes it.
  const app = composeApp({ recordsFolder: join(folder, "records"), capturesFolder: join(folder, "kept") });
  const host = await openHost({ onPage: (link) => serve(link, app.handlers) });
  try {
    const page = await enter(host);
    const ask = async (id: number, name: string, input: unknown): Promise<Reply> => {
      page.say({ type: "request", id, command: name, input });
      for (;;) {
        const reply = (await page.hear()) as Reply;
        if (reply.id === id) return reply;
      }
    };
    const connected = await ask(1, "terminal.connect", { ...describeConnection("demo:xcb"), family: "xcb" });
    const { session } = connected.output ?? {};
    const pushed = await ask(2, "files.push", { session, file, path: "/tmp/named", mode: 0o644 });
    const installed = await ask(3, "files.install", { session, file, application: "PAY" });
    const listed = await ask(4, "files.list", { session, path: "/tmp" });
    expect([pushed.failure?.code, installed.failure?.code, listed.output, JSON.stringify(listed)]).toEqual([
      "capability-missing",
      "capability-missing",
      expect.anything(),
      expect.not.stringContaining("named"),
    ]);
  } finally {
    await app.close();
    await closeHosts();
  }
});

interface Reply {
  readonly id?: number;
  readonly output?: { readonly session?: string };
  readonly failure?: { readonly code: string };
}

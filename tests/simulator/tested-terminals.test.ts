// Counterpart's own questions to the demo terminals: what a person sees who tries them.
import { expect, test } from "vitest";
import { createApp } from "../../electron/app/app.ts";
import { type Client, createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import { chooseStandingTests } from "../../electron/core/push/choose-tests.ts";
import type { Terminal } from "../../electron/simulator/terminal.ts";
import { describeConnection, take } from "../peers/terminal-client.ts";
import { makeRecords, makeRecordsFolder } from "../app/make-records.ts";
import { openTerminal } from "./console.ts";
import { makeSurroundings } from "./surroundings.ts";
import { noPorts } from "../app/no-ports.ts";

interface Connected {
  readonly client: Client;
  readonly session: string;
  readonly close: () => Promise<void>;
}

async function connect(terminal: Terminal): Promise<Connected> {
  const app = createApp({
    openPort: () => Promise.resolve(terminal.connect()),
    ...noPorts,
    surroundings: makeSurroundings(),
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  const client = createClient(near);
  const { session } = take(await client.call("terminal.connect", describeConnection("demo:linux")));
  return { client, session, close: () => app.close() };
}

async function testAll({ client, session }: Connected): Promise<readonly string[]> {
  const report = take(await client.call("terminal.read", { session }));
  const tests = chooseStandingTests(report);
  const { results } = take(await client.call("terminal.test", { session, tests, seconds: 1 }));
  return results.map(({ test: asked, reason }) => `${asked.kind} ${reason}`);
}

test("the healthy terminal passes everything that its settings imply", async () => {
  const connected = await connect(await openTerminal("demo:linux"));
  const seen = await testAll(connected);
  await connected.close();
  expect(seen).toEqual(["link ok", "address ok", "gateway ok", "name ok", "name ok"]);
});

test("the broken terminal finds neither its gateway nor its second name server", async () => {
  const connected = await connect(await openTerminal("demo:linux-broken"));
  const seen = await testAll(connected);
  await connected.close();
  expect(seen).toEqual(["link ok", "address ok", "gateway no-answer", "name ok", "name server-silent"]);
}, 20_000);

test("a demo terminal whose clock was set wrong gets this PC's time", async () => {
  const terminal = await openTerminal("demo:linux");
  await terminal.run("date -s '2020-01-02 03:04:05'");
  const { client, session, close } = await connect(terminal);
  const plan = take(await client.call("plan.make", { session, set: ["clock=now"], fix: false }));
  const pushed = take(await client.call("plan.push", { session, digest: plan.digest, override: false }));
  const { clock } = take(await client.call("terminal.read", { session }));
  await close();
  expect([pushed.outcome, Math.abs(clock?.aheadSeconds ?? 99) <= 2]).toEqual(["confirmed", true]);
});

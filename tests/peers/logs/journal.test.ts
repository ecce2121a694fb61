// A real systemd-journald behind a real getty: what is new since the last pull, by the journal's own cursor.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConsolePeer } from "../console-in-namespace.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";
import { readMessages, startJournalConsole, writeToJournal } from "./journal-console.ts";

const obstacle = findObstacle("managers");

describe.skipIf(obstacle !== null)(`a journal${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let peer: ConsolePeer;
  let terminal: TerminalClient;
  let session: string;

  beforeAll(async () => {
    peer = await startJournalConsole();
    terminal = startTerminalClient();
    session = await terminal.connect(`tcp:127.0.0.1:${peer.port}`);
  });
  afterAll(async () => {
    await terminal?.close();
    await peer?.close();
  });

  async function pull(): Promise<readonly string[] | null> {
    const { capture } = take(await terminal.client.call("logs.pull", { session, sources: ["journal"], all: false }));
    return capture === null ? null : readMessages(readFileSync(capture.parts[0]?.path ?? "", "utf8"));
  }

  test("gives only what is new since the last pull, also when it was rotated or thinned out meanwhile", async () => {
    await writeToJournal(peer, "one", "two");
    const first = await pull();
    await writeToJournal(peer, "three");
    const [second, none] = [await pull(), await pull()];
    await peer.inNamespace("journalctl --rotate");
    await writeToJournal(peer, "four");
    const rotated = await pull();
    await peer.inNamespace("journalctl --rotate; journalctl --vacuum-files=1");
    await writeToJournal(peer, "five");
    expect([first, second, none, rotated, await pull()]).toEqual([["one", "two"], ["three"], null, ["four"], ["five"]]);
  }, 60_000);
});

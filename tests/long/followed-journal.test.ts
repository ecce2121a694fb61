// The command line on a real journal behind a real getty: lines from a time on, and as they are written until Ctrl-C.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConsolePeer } from "../peers/console-in-namespace.ts";
import { readMessages, startJournalConsole, toJournal, writeToJournal } from "../peers/logs/journal-console.ts";
import { typeByHand } from "../peers/logs/type-by-hand.ts";
import { call, type Call, type Ended } from "../peers/main-job/call-command-line.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { makeTestCardNumber } from "../peers/test-card-number.ts";

const obstacle = findObstacle("managers");

describe.skipIf(obstacle !== null)(`counterpart logs on a journal${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-journal-"));
  let peer: ConsolePeer;

  beforeAll(async () => {
    peer = await startJournalConsole();
  });
  afterAll(async () => {
    await peer?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const logs = (words: readonly string[], options: Call = {}): Promise<Ended> =>
    call(["logs", "--port", `tcp:127.0.0.1:${peer.port}`, "--lang", "en", "--source", "journal", ...words], options);

  test("gives what was logged from a time on", async () => {
    await writeToJournal(peer, "long ago");
    // Clocks are compared to a second or two.
    const { stdout: time } = await peer.inNamespace("sleep 4; date -u +%Y-%m-%dT%H:%M:%SZ; sleep 2");
    await writeToJournal(peer, "just now");
    const shown = await logs(["--since", time.trim()]);
    expect([shown.status, readMessages(shown.stdout)]).toEqual([0, ["just now"]]);
  }, 60_000);

  const saved = join(folder, "followed.log");

  test.for(["shown", "saved"] as const)(
    "follows it live, %s masked, and Ctrl-C gives a clean prompt back",
    { timeout: 90_000 },
    async (how) => {
      const words = how === "saved" ? ["--out", saved, "--json"] : [];
      const pan = makeTestCardNumber("622848", 19, 4711);
      const writer = peer.inNamespace(`for n in $(seq 80); do ${toJournal} "sale $n ${pan} end"; sleep 0.3; done`);
      const ended = await logs(["--follow", ...words], { interruptAtOutput: /sale \d+ .*sale \d+ /s });
      const left = await peer.inNamespace("cat /proc/[0-9]*/comm | grep -cx journalctl");
      const text = how === "saved" ? readFileSync(saved, "utf8") : ended.stdout;
      const messages = readMessages(text);
      const masked = `${pan.slice(0, 6)}${"*".repeat(9)}${pan.slice(-4)}`;
      expect([
        ended.status,
        messages.length > 1 && messages.every((each) => /^sale \d+ (\S+) end$/.exec(each)?.[1] === masked),
        left.stdout.trim(),
        await typeByHand(peer.port, "echo $((6*7))"),
      ]).toEqual([0, true, "0", "42"]);
      await writer;
    },
  );
});

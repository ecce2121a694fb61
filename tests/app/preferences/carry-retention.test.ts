// How long logs are kept goes along with a saved text of preferences, on the app as a whole.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { carryRetention } from "../../../electron/app/preferences/carry-retention.ts";
import { answerPreferences, openPreferences } from "../../../electron/app/preferences/answer-preferences.ts";
import { LazyCaptures } from "../../../electron/app/captures/lazy-captures.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import { Sessions } from "../../../electron/app/sessions.ts";

let folder = "";
const opened: LazyCaptures[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-carried-"));
});
afterEach(async () => {
  for (const captures of opened.splice(0)) await captures.close();
  rmSync(folder, { recursive: true });
});

const call = { signal: AbortSignal.timeout(5000), emit: () => undefined };

function openComputer(name: string) {
  const place = join(folder, name);
  const captures = new LazyCaptures({
    sessions: new Sessions(),
    folder: join(place, "captures"),
    clock: nodeSurroundings.clock,
    opensPaths: false,
  });
  opened.push(captures);
  const kept = captures.answer();
  return { kept, preferences: carryRetention(answerPreferences(openPreferences(join(place, "p.json"), {})), kept) };
}

async function exportFrom({ preferences }: ReturnType<typeof openComputer>): Promise<string> {
  const exported = await preferences["preferences.export"]({}, call);
  return exported.ok ? exported.value.text : "";
}

test("what one computer keeps for so long, another one keeps for as long once it takes over the text", async () => {
  const [here, there] = [openComputer("here"), openComputer("there")];
  await here.kept["captures.limit"]({ days: 12, bytes: 5 * 1024 ** 2 }, call);
  await there.preferences["preferences.import"]({ text: await exportFrom(here) }, call);
  const kept = await there.kept["captures.list"]({ terminal: null }, call);
  expect(kept.ok && kept.value.limits).toEqual({ days: 12, bytes: 5 * 1024 ** 2 });
});

test("a text of an earlier version leaves what is kept as it is", async () => {
  const here = openComputer("here");
  await here.kept["captures.limit"]({ days: 12 }, call);
  const imported = await here.preferences["preferences.import"]({ text: '{"theme":"dark"}' }, call);
  const kept = await here.kept["captures.list"]({ terminal: null }, call);
  expect([imported.ok, kept.ok && kept.value.limits.days]).toEqual([true, 12]);
});

test("nothing of a text with a fault in it is used", async () => {
  const here = openComputer("here");
  const text = (await exportFrom(here)).replace('"days": 90', '"days": -1').replace('"system"', '"dark"');
  const imported = await here.preferences["preferences.import"]({ text }, call);
  expect([imported.ok || imported.failure.code, (await exportFrom(here)).includes('"dark"')]).toEqual([
    "preferences-unreadable",
    false,
  ]);
});

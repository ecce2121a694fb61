import { expect, test } from "vitest";
import { answerHistory, sayInterrupted } from "../../electron/app/history.ts";
import { beginPush } from "../../electron/app/records/kept-push.ts";
import type { Records } from "../../electron/app/records/records.ts";
import type { PushedTerminal } from "../../electron/contract/history.ts";
import { makeRecords } from "./make-records.ts";
import { openScripted, readFrom } from "./open-session.ts";
import { makeBegun, till } from "./records/begun-push.ts";

const call = { signal: new AbortController().signal, emit: () => undefined };

async function push(
  records: Records,
  terminal: Partial<PushedTerminal>,
  outcome: "confirmed" | "unknown" = "confirmed",
): Promise<string> {
  const begun = await beginPush(records, makeBegun(terminal));
  if (!begun.ok) throw new Error(begun.failure.code);
  await begun.value.end({ outcome, tests: [], failure: null });
  return begun.value.id;
}

/** Three pushes on two terminals. */
async function makeHistory(): Promise<{ readonly records: Records; readonly ids: readonly string[] }> {
  let time = Date.UTC(2026, 10, 22, 8);
  const records = makeRecords(undefined, () => (time += 1000));
  const second = { serialNumber: null, hostName: "bar", macs: ["02:00:00:00:00:0A".toLowerCase()], port: "COM9" };
  return {
    records,
    ids: [await push(records, {}), await push(records, second), await push(records, { port: "COM4" })],
  };
}

async function list(records: Records, terminal: string | null, limit = 10): Promise<readonly string[]> {
  const listed = await answerHistory(records)["history.list"]({ terminal, limit, olderThan: null }, call);
  return listed.ok ? listed.value.pushes.map(({ id }) => id) : [listed.failure.code];
}

test("the latest push stands first, and as many as were asked for", async () => {
  const { records, ids } = await makeHistory();
  expect([await list(records, null), await list(records, null, 1)]).toEqual([ids.toReversed(), [ids[2]]]);
});

test("older ones come page by page, whichever terminal is asked for, until there are none", async () => {
  const { records, ids } = await makeHistory();
  const ask = async (terminal: string | null, olderThan: string | null): Promise<unknown> => {
    const page = await answerHistory(records)["history.list"]({ terminal, limit: 1, olderThan }, call);
    return page.ok ? [page.value.pushes.map(({ id }) => ids.indexOf(id)), page.value.hasOlder] : page.failure.code;
  };
  expect(
    await Promise.all([ask(null, null), ask(null, ids[2] ?? ""), ask(null, ids[1] ?? ""), ask("SN-1", ids[2] ?? "")]),
  ).toEqual([
    [[2], true],
    [[1], true],
    [[0], false],
    [[0], false],
  ]);
});

test.each([
  ["its serial number", "SN-1", [2, 0]],
  ["its host name", "bar", [1]],
  ["a MAC address, in capitals", "02:00:00:00:00:0A", [1]],
  ["what no terminal has", "SN-9", []],
] as const)("the pushes of one terminal are found by %s", async (_name, terminal, places) => {
  const { records, ids } = await makeHistory();
  expect(await list(records, terminal)).toEqual(places.map((place) => ids[place]));
});

test("only what was cut off is listed as open", async () => {
  const { records } = await makeHistory();
  const open = await push(records, { serialNumber: "SN-3" }, "unknown");
  await beginPush(records, makeBegun({ serialNumber: "SN-4" }));
  const listed = await answerHistory(records)["history.open"]({}, call);
  expect(listed.ok && listed.value.pushes.map(({ id }) => id)).toEqual([open]);
});

test("a sign-in is kept with the latest push on the port, and in the audit trail", async () => {
  const { records, ids } = await makeHistory();
  const answers = answerHistory(records);
  const kept = await answers["history.signed-in"]({ push: null, port: till.port, outcome: "failed" }, call);
  const listed = await answers["history.list"]({ terminal: null, limit: 10, olderThan: null }, call);
  const audit = await answers["audit.verify"]({ head: null }, call);
  expect([
    kept.ok && kept.value.push,
    listed.ok && listed.value.pushes.map(({ signedIn }) => signedIn),
    audit.ok && [audit.value.entries, audit.value.broken],
  ]).toEqual([ids[0], [null, null, "failed"], [7, null]]);
});

test("a sign-in after nothing is refused", async () => {
  const kept = await answerHistory(makeRecords())["history.signed-in"](
    { push: null, port: "COM1", outcome: "ok" },
    call,
  );
  expect(kept.ok ? null : kept.failure.code).toBe("push-unknown");
});

test("reading a terminal says that a push on it was cut off, and reading another one does not", async () => {
  const records = makeRecords();
  const open = await push(records, {}, "unknown");
  const said: unknown[] = [];
  const ears = { ...call, emit: (_event: string, data: unknown) => said.push(data) };
  for (const serial of ["SN-1", "SN-2"])
    sayInterrupted({ open: openScripted({ reads: [] }), records }, readFrom(serial, {}), ears);
  expect(said).toMatchObject([{ session: "a", push: { id: open } }]);
});

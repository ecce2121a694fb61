// What every register knows of terminals, whichever database stands behind it.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { NewEntry } from "../../electron/app/register/terminals.ts";
import type { Register } from "../../electron/app/register/register.ts";
import type { Actor, KnownTerminal } from "../../electron/contract/register.ts";
import { type OpenedRegister, orThrow } from "./register-suite.ts";

const ann: Actor = { bench: { id: "bench-north", name: "North" }, operator: "Ann" };

function describe(serialNumber: string, more: Partial<KnownTerminal> = {}): KnownTerminal {
  const nothing = { family: "linux-console", model: "D1X", hostName: null, macs: [], addresses: [] };
  return { ...nothing, serialNumber, ...more };
}

let counted = 0;

function makeEntry(terminal: KnownTerminal, minute: number, more: Partial<NewEntry> = {}): NewEntry {
  counted += 1;
  const at = new Date(Date.parse("2026-11-01T00:00:00Z") + minute * 60_000).toISOString();
  return { id: `entry-${counted}`, terminal, at, kind: "note", content: { minute }, digest: null, by: ann, ...more };
}

export function registerTerminalsSuite(open: () => Promise<OpenedRegister>): void {
  let opened: OpenedRegister;
  let register: Register;
  beforeAll(async () => {
    opened = await open();
    register = await opened.openBench();
  });
  afterAll(async () => {
    await register.close();
    await opened.remove();
  });

  const tell = async (...entries: readonly NewEntry[]): Promise<void> => {
    for (const entry of entries) orThrow(await register.note(entry));
  };
  const list = async (serialNumber: string, until: string | null = null) =>
    orThrow(await register.listEntries({ serialNumber, kinds: null, limit: 100, until }));
  const search = async (text: string) =>
    orThrow(await register.searchTerminals({ text, limit: 100, after: null })).map(({ serialNumber }) => serialNumber);

  it("tells what happened to a terminal, the latest first, whatever the order it was told in", async () => {
    const terminal = describe("E-1");
    await tell(makeEntry(terminal, 5), makeEntry(terminal, 9), makeEntry(terminal, 7));
    expect((await list("E-1")).map(({ content }) => content)).toEqual([{ minute: 9 }, { minute: 7 }, { minute: 5 }]);
    expect(await list("E-1", "2026-11-01T00:07:00.000Z")).toHaveLength(2);
  });

  it("keeps an entry once, however often it is told", async () => {
    const entry = makeEntry(describe("E-2"), 1);
    await tell(entry, entry);
    expect(await list("E-2")).toHaveLength(1);
  });

  it("keeps settings only when they differ from those before", async () => {
    const terminal = describe("E-3");
    const settings = (minute: number, digest: string): NewEntry =>
      makeEntry(terminal, minute, { kind: "settings", digest });
    await tell(settings(1, "a"), settings(2, "a"), settings(3, "b"), settings(4, "a"));
    expect((await list("E-3")).map(({ content }) => content)).toEqual([{ minute: 4 }, { minute: 3 }, { minute: 1 }]);
    expect(orThrow(await register.findTerminal("E-3"))).toMatchObject({ lastSeen: "2026-11-01T00:04:00.000Z" });
  });

  it("does not let what is told late take back what was seen since", async () => {
    await tell(makeEntry(describe("E-4", { hostName: "new" }), 9), makeEntry(describe("E-4", { hostName: "old" }), 3));
    expect(orThrow(await register.findTerminal("E-4"))).toMatchObject({
      hostName: "new",
      firstSeen: "2026-11-01T00:03:00.000Z",
      lastSeen: "2026-11-01T00:09:00.000Z",
    });
  });

  it("finds a terminal by a part of anything that names it, in any case", async () => {
    await tell(
      makeEntry(describe("00-77", { hostName: "Kasse-West", macs: ["02:00:5e:00:53:01"] }), 1),
      makeEntry(describe("00-78", { model: "ZX_9", addresses: ["10.9.8.7"] }), 1),
      makeEntry(describe("00-79", { model: "ZXQ9", hostName: "收银台" }), 1),
    );
    expect(await search("kasse")).toEqual(["00-77"]);
    expect(await search("5E:00:53")).toEqual(["00-77"]);
    expect(await search("10.9.8")).toEqual(["00-78"]);
    expect(await search("收银")).toEqual(["00-79"]);
    // A sign that stands for any other in the database's own patterns.
    expect(await search("x_9")).toEqual(["00-78"]);
  });

  it("lists terminals in pages", async () => {
    await tell(...["P-1", "P-2", "P-3"].map((serialNumber) => makeEntry(describe(serialNumber), 1)));
    const page = await register.searchTerminals({ text: "P-", limit: 2, after: "P-1" });
    expect(orThrow(page).map(({ serialNumber }) => serialNumber)).toEqual(["P-2", "P-3"]);
  });

  it("places a terminal where the row that it was set from says", async () => {
    const row = { place: 1, serialNumber: "S-1", site: "Quay 4", addresses: [], content: null };
    orThrow(await register.keepPlan({ id: "sited", name: "Sited", content: null, by: ann, rows: [row] }));
    const claim = orThrow(await register.claimRow({ planId: "sited", serialNumber: "S-1", by: ann }));
    if (claim.outcome !== "claimed") throw new Error(claim.outcome);
    await tell(makeEntry(describe("S-1"), 1));
    orThrow(await register.finishRow({ claimId: claim.claim.id, at: claim.claim.at, by: ann, result: null }));
    expect(await search("quay 4")).toEqual(["S-1"]);
  });

  const held = async (site: string) =>
    orThrow(await register.listAddresses(site)).map(({ address, serialNumber }) => [address, serialNumber]);

  /** A terminal that was set from a plan, and so holds an address. */
  const set = async (serialNumber: string, site: string): Promise<void> => {
    const row = { place: 1, serialNumber, site, addresses: ["10.7.0.2"], content: null };
    orThrow(await register.keepPlan({ id: site, name: site, content: null, by: ann, rows: [row] }));
    const claim = orThrow(await register.claimRow({ planId: site, serialNumber, by: ann }));
    if (claim.outcome !== "claimed") throw new Error(claim.outcome);
    orThrow(await register.finishRow({ claimId: claim.claim.id, at: claim.claim.at, by: ann, result: null }));
    await tell(makeEntry(describe(serialNumber), 1));
  };

  it("gives a replacement the old unit's address and place, and tells both", async () => {
    await set("OLD-1", "kiosk");
    const replacement = describe("NEW-1");
    const at = "2026-11-02T00:00:00.000Z";
    const told = { id: "swap-1", old: "OLD-1", replacement, addresses: "kept", at, by: ann } as const;
    expect(orThrow(await register.replaceTerminal(told))).toEqual({ outcome: "replaced", addresses: ["10.7.0.2"] });
    expect(await held("kiosk")).toEqual([["10.7.0.2", "NEW-1"]]);
    expect((await list("OLD-1"))[0]).toMatchObject({
      kind: "replaced",
      content: { by: "NEW-1", addressesAre: "kept" },
    });
    expect((await list("NEW-1"))[0]).toMatchObject({ kind: "replaces", content: { old: "OLD-1" } });
    expect(orThrow(await register.findTerminal("NEW-1"))).toMatchObject({ site: "kiosk" });
    expect(orThrow(await register.findTerminal("OLD-1"))).toMatchObject({ replacedBy: "NEW-1" });
  });

  it("frees the old unit's address when the replacement has one of its own", async () => {
    await set("OLD-2", "stall");
    const at = "2026-11-02T00:00:00.000Z";
    const told = { id: "swap-2", old: "OLD-2", replacement: describe("NEW-2"), at, by: ann } as const;
    orThrow(await register.replaceTerminal({ ...told, addresses: "freed" }));
    expect(await held("stall")).toEqual([]);
  });

  it("replaces a unit once, and only one that it knows", async () => {
    await tell(makeEntry(describe("OLD-3"), 1));
    const swap = (old: string, next: string) =>
      register.replaceTerminal({
        ...{ id: `${old} ${next}`, old, replacement: describe(next), addresses: "freed" },
        ...{ at: "2026-11-02T00:00:00.000Z", by: ann },
      });
    expect(orThrow(await swap("OLD-3", "NEW-3"))).toMatchObject({ outcome: "replaced" });
    expect(orThrow(await swap("OLD-3", "NEW-4"))).toEqual({ outcome: "replaced-before", by: "NEW-3" });
    expect(orThrow(await swap("NOBODY", "NEW-5"))).toEqual({ outcome: "terminal-unknown" });
  });
}

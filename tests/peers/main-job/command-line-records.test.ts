// What the command line keeps of pushes, on a real console: history, undo, backup, and what becomes of a push whose process
// was killed; `ip` and the files in the terminal's namespace are the witnesses. Every test leaves the terminal as it was.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import { askState, killPush, newState, oldState } from "../killed-push.ts";
import { runProgram } from "../owned-process.ts";
import { findObstacle } from "../system-packages.ts";
import { call, type Ended } from "./call-command-line.ts";

const obstacle = findObstacle("console");
const change = ["--set", "eth0.ipv4.address=192.168.1.99/24", "--yes"];
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** All calls of a test share their records. */
function run(words: readonly string[]): Promise<Ended> {
  return call([...words, "--lang", "en"], { environment: { COUNTERPART_DATA: folder } });
}

function portOf({ port }: ConsolePeer): readonly string[] {
  return ["--port", `tcp:127.0.0.1:${port}`];
}

async function stateOf(peer: ConsolePeer): Promise<string> {
  return (await peer.inNamespace(askState)).stdout.trim();
}

interface Kept {
  readonly id: string;
  readonly outcome: string;
  readonly signedIn: string | null;
  readonly undoes: string | null;
}

describe.skipIf(obstacle !== null)(`what is kept of pushes${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let till: ConsolePeer;
  beforeAll(async () => {
    till = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown" });
  });
  afterAll(() => till.close());

  test.for([
    ["Trying the new", [oldState]],
    ["Making them last", [oldState, newState]],
  ] as const)(
    "killed at '%s': said when it is read, no new push until --resume settles it, and then all old or all new",
    async ([moment, allowed]) => {
      const { killed, said, refused, resumed, outcome, state } = await killPush(moment);
      expect([killed, /cut off .*--resume/s.test(said), refused]).toEqual([null, true, 6]);
      expect(allowed).toContain(state);
      expect([resumed, outcome]).toEqual(state === oldState ? [4, "rolled-back"] : [0, "confirmed"]);
    },
  );

  test("a push, its history, its sign-in, its undo and the proof of all of it", async () => {
    const pushed = await run(["push", ...portOf(till), ...change, "--json"]);
    const signedIn = await run(["push", ...portOf(till), "--signed-in", "failed"]);
    const undone = await run(["undo", ...portOf(till), "--yes"]);
    const history = await run(["history", "--json"]);
    const sheet = await run(["history", "--csv", "--out", join(folder, "history.csv")]);
    const audit = await run(["audit", "verify", "--json"]);
    const entries = JSON.parse(history.stdout) as readonly Kept[];
    const { id } = JSON.parse(pushed.stdout) as Kept;
    expect([pushed.status, signedIn.status, undone.status, sheet.status, audit.status]).toEqual([0, 1, 0, 0, 0]);
    expect(entries.map(({ outcome, signedIn: said, undoes }) => [outcome, said, undoes])).toEqual([
      ["confirmed", null, id],
      ["confirmed", "failed", null],
    ]);
    expect([await stateOf(till), JSON.parse(audit.stdout), statSync(join(folder, "history.csv")).mode & 0o777]).toEqual(
      [oldState, expect.objectContaining({ entries: 5, broken: null }), 0o600],
    );
  });

  test("an edited audit entry is named; settings that moved on are undone only when the person insists", async () => {
    await run(["push", ...portOf(till), ...change]);
    await till.inNamespace("sed -i 's/192.168.1.99/192.168.1.55/' /etc/network/interfaces; ifdown eth0; ifup eth0");
    const refused = await run(["undo", ...portOf(till), "--yes"]);
    const insisted = await run(["undo", ...portOf(till), "--yes", "--insist"]);
    const database = new DatabaseSync(join(folder, "records/pushes.sqlite"));
    database.exec("DROP TRIGGER audit_is_not_changed; UPDATE audit SET who = 'nobody' WHERE place = 2");
    database.close();
    const audit = await run(["audit", "verify"]);
    expect([refused.status, refused.stderr.includes("undo-moved-on"), insisted.status, await stateOf(till)]).toEqual([
      6,
      true,
      0,
      oldState,
    ]);
    expect([audit.status, audit.stdout]).toEqual([1, expect.stringContaining("BROKEN at entry 2: it was changed")]);
  });

  test("a backup goes back onto the terminal, and onto its replacement with a word about it", async () => {
    const file = join(folder, "till.json");
    const saved = await run(["backup", ...portOf(till), "--out", file]);
    const twice = await run(["backup", ...portOf(till), "--out", file]);
    await run(["push", ...portOf(till), ...change]);
    const restored = await run(["restore", file, ...portOf(till), "--yes"]);
    expect([saved.status, statSync(file).mode & 0o777, twice.status, twice.stderr.includes("file-exists")]).toEqual([
      0,
      0o600,
      2,
      true,
    ]);
    expect([restored.status, restored.stderr.includes("ANOTHER TERMINAL"), await stateOf(till)]).toEqual([
      0,
      false,
      oldState,
    ]);
    const network = { addresses: ["10.9.0.5/24"], gateway: "10.9.0.1" };
    const other = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown", network });
    const replaced = await run(["restore", file, ...portOf(other), "--yes"]);
    const state = await stateOf(other);
    await other.close();
    expect([replaced.status, replaced.stderr.includes("ANOTHER TERMINAL"), state]).toEqual([0, true, oldState]);
  });

  test("a bad backup, and a list of tests that is none, end with 2 and a word, and nothing is written", async () => {
    const file = join(folder, "till.json");
    await run(["backup", ...portOf(till), "--out", file]);
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.replace("192.168.1.20", "192.168.1.21"));
    const edited = await run(["restore", file, ...portOf(till), "--yes"]);
    writeFileSync(file, whole.slice(0, -100));
    const cut = await run(["restore", file, ...portOf(till), "--yes"]);
    const listed = await run(["push", ...portOf(till), ...change, "--test", "gateway,nonsense"]);
    expect([
      [edited.status, edited.stderr.includes("digest")],
      [cut.status, cut.stderr.includes("JSON")],
      [listed.status, listed.stderr.includes("nonsense")],
      await stateOf(till),
    ]).toEqual([[2, true], [2, true], [2, true], oldState]);
  });

  test("a full disk on this PC refuses the push before it begins; reading goes on", async () => {
    const onFullDisk = (words: readonly string[]): Promise<Ended> => {
      const program = [
        process.execPath,
        "electron/headless/command-line.ts",
        ...words,
        ...portOf(till),
        "--lang",
        "en",
      ];
      const script = `mount -t tmpfs -o size=64k none ${folder} && COUNTERPART_DATA=${folder} exec ${program.join(" ")}`;
      return runProgram("unshare", ["-m", "sh", "-c", script]);
    };
    const pushed = await onFullDisk(["push", ...change]);
    const read = await onFullDisk(["read"]);
    expect([pushed.status, pushed.stderr.includes("records-unwritable"), read.status, await stateOf(till)]).toEqual([
      6,
      true,
      0,
      oldState,
    ]);
  });
});

// Card numbers in a terminal's log: masked on the screen and in the file, and nowhere on this PC's disk.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import { type Finished, runProgram } from "../owned-process.ts";
import { findObstacle } from "../system-packages.ts";
import { makeTestCardNumber } from "../test-card-number.ts";

const obstacle = findObstacle("console");
const root = resolve(import.meta.dirname, "../../..");

const cards = [
  makeTestCardNumber("622848", 19, 12_345),
  makeTestCardNumber("411111", 16, 678),
  makeTestCardNumber("3528", 16, 9),
];

const log = `${cards
  .flatMap((card, index) => [
    `Nov 22 10:0${index}:01 till pos[77]: sale pan=${card} amount=12800 result=91`,
    `Nov 22 10:0${index}:02 till pos[77]: card ${card.replace(/(\d{4})(?=\d)/g, "$1 ")} expiry masked`,
  ])
  .join("\n")}
Nov 22 10:05:00 till pos[77]: order 20261122100500123 phone 13800138000
`;

describe.skipIf(obstacle !== null)(`card numbers in a log${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let peer: ConsolePeer;
  let home: string;
  let shown: Finished;
  let saved: Finished;

  beforeAll(async () => {
    peer = await startConsole({
      shell: "dash",
      login: "root-autologin",
      withoutTools: ["journalctl", "logread"],
      files: { "/var/log/syslog": log },
    });
    home = mkdtempSync(join(tmpdir(), "counterpart-home-"));
    shown = await runLogs([]);
    saved = await runLogs(["--out", join(home, "till.log")]);
  });
  afterAll(async () => {
    rmSync(home, { recursive: true, force: true });
    await peer.close();
  });

  function runLogs(more: readonly string[]): Promise<Finished> {
    const command = [
      process.execPath,
      join(root, "electron/headless/command-line.ts"),
      "logs",
      "--port",
      `tcp:127.0.0.1:${peer.port}`,
      "--json",
      ...more,
    ];
    return runProgram("env", [`HOME=${home}`, `TMPDIR=${home}`, `XDG_CACHE_HOME=${home}`, ...command]);
  }

  const everything = (): string =>
    [shown.stdout, shown.stderr, saved.stdout, saved.stderr, ...readTree(home)].join("\n");

  test("stay out of everything that was shown or stored", () => {
    const digits = everything().replace(/(?<=\d)[ -](?=\d)/g, "");
    expect(cards.filter((card) => digits.includes(card))).toEqual([]);
  });

  test("keep first six and last four digits, in the file as on the screen", () => {
    const masked = cards.map((card) => `pan=${card.slice(0, 6)}${"*".repeat(card.length - 10)}${card.slice(-4)}`);
    const file = readFileSync(join(home, "till.log"), "utf8");
    expect(masked.every((each) => file.includes(each) && shown.stdout.includes(each))).toBe(true);
  });

  test("are counted, and other numbers stay readable", () => {
    const { redactions } = JSON.parse(shown.stdout) as { redactions: number };
    expect([redactions, shown.stdout.includes("order 20261122100500123 phone 13800138000")]).toEqual([6, true]);
  });

  test("are saved where only this user can read them", () => {
    expect(statSync(join(home, "till.log")).mode & 0o777).toBe(0o600);
  });
});

function readTree(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
}

// The register's file through a window that can name no files of this PC.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Output } from "../../../electron/contract/commands.ts";
import { openDatabase } from "../../../electron/app/records/database.ts";
import { RegisterTransfer } from "../../../electron/app/register/register-transfer.ts";
import { registerScripts } from "../../../electron/app/register/tables.ts";
import { orThrow } from "../../contracts/register-suite.ts";
import { makeRecordsFolder } from "../make-records.ts";

const wallTime = (): number => Date.parse("2026-11-23T00:00:00Z");

function start(): { readonly transfer: RegisterTransfer; readonly folder: string } {
  const folder = makeRecordsFolder();
  const database = openDatabase(join(folder, "register.sqlite"), registerScripts);
  // More than one portion.
  const insert = database.prepare("INSERT INTO plans (id, name, at, actor, content) VALUES (?, ?, '', '{}', ?)");
  insert.run("p", "a crate", JSON.stringify("x".repeat(900_000)));
  database.close();
  let ids = 0;
  return { folder, transfer: new RegisterTransfer({ folder, wallTime, newId: () => `id-${(ids += 1)}` }) };
}

const listLeft = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => !name.startsWith("register.sqlite"));

async function takeAll(transfer: RegisterTransfer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let copy: string | null = null, offset = 0; ; ) {
    const part: Output<"register.take-copy"> = orThrow(await transfer.takeCopy({ copy, offset }));
    pieces.push(Buffer.from(part.base64, "base64"));
    offset += pieces.at(-1)?.length ?? 0;
    ({ copy } = part);
    if (part.isLast) return Buffer.concat(pieces);
  }
}

async function sendAll(transfer: RegisterTransfer, octets: Buffer): Promise<string> {
  let upload: string | null = null;
  for (let at = 0; at < octets.length; at += 400_000) {
    const base64 = octets.toString("base64", at, at + 400_000);
    const sent: Output<"register.send-copy"> = orThrow(await transfer.sendCopy({ upload, base64 }));
    ({ upload } = sent);
  }
  return upload ?? "";
}

test("a copy goes out and comes back whole, for its owner alone meanwhile, and leaves nothing behind", async () => {
  const { transfer, folder } = start();
  const octets = await takeAll(transfer);
  const upload = await sendAll(transfer, octets);
  const modes = listLeft(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  const { keptAs } = orThrow(await transfer.putBack({ upload, name: "mine.sqlite" }));
  expect([octets.length > 900_000, modes, existsSync(keptAs ?? ""), listLeft(folder)]).toEqual([
    true,
    [0o600],
    true,
    [],
  ]);
});

test("what is no register is called as the person calls it, and changes nothing", async () => {
  const { transfer, folder } = start();
  const upload = await sendAll(transfer, Buffer.from("no register"));
  const put = await transfer.putBack({ upload, name: "mine.sqlite" });
  const told = put.ok ? null : [put.failure.code, put.failure.details["file"]];
  expect([told, listLeft(folder)]).toEqual([["file-unreadable", "mine.sqlite"], []]);
});

test("more than 64 MB are refused, and what had come is gone", async () => {
  const { transfer, folder } = start();
  const base64 = Buffer.alloc(24 * 1024 * 1024).toString("base64");
  const { upload } = orThrow(await transfer.sendCopy({ upload: null, base64 }));
  orThrow(await transfer.sendCopy({ upload, base64 }));
  const third = await transfer.sendCopy({ upload, base64 });
  expect([third.ok, listLeft(folder)]).toEqual([false, []]);
});

test("a name that was never given out is no way to another file", async () => {
  const { transfer } = start();
  const asked = await Promise.all([
    transfer.takeCopy({ copy: "../register.sqlite", offset: 0 }),
    transfer.putBack({ upload: "/../register.sqlite", name: "x" }),
    transfer.sendCopy({ upload: "x/../../register.sqlite", base64: "" }),
  ]);
  expect(asked.map(({ ok }) => ok)).toEqual([false, false, false]);
});

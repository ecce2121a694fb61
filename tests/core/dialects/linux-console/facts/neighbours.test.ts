import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  askNeighbours,
  mostNeighbours,
  parseNeighbours,
} from "../../../../../electron/core/dialects/linux-console/facts/neighbours.ts";
import { runProgram } from "../../../../peers/owned-process.ts";

const head = "IP address       HW type     Flags       HW address            Mask     Device\n";

function printEntry(address: string, flags: string): string {
  return `${address}      0x1         ${flags}         02:00:00:00:00:01     *        eth0\n`;
}

/** What the script prints of such a table, without its heading. */
async function ask(table: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-arp-"));
  const file = join(folder, "arp");
  writeFileSync(file, table);
  const { stdout } = await runProgram("sh", ["-c", `p(){ :;};${askNeighbours.replace("/proc/net/arp", file)}`]);
  rmSync(folder, { recursive: true });
  return stdout;
}

test("who answered is told, and who did not or was entered by hand is not", async () => {
  const table =
    head + printEntry("192.168.1.1", "0x2") + printEntry("192.168.1.7", "0x0") + printEntry("192.168.1.8", "0x6");
  expect(parseNeighbours(await ask(table))).toEqual([{ interface: "eth0", address: "192.168.1.1" }]);
});

test("a busy network's table is told in under 400 octets", async () => {
  const table =
    head +
    Array.from({ length: 1000 }, (_, place) => printEntry(`10.100.${place >> 8}.${place & 255}`, "0x2")).join("");
  const told = await ask(table);
  expect([parseNeighbours(told).length, told.length < 400]).toEqual([mostNeighbours, true]);
});

test.each(["", "\n", "192.168.1.1\n", "x eth0\n", "192.168.1.300 eth0\n"])("%j names nobody", (text) => {
  expect(parseNeighbours(text)).toEqual([]);
});

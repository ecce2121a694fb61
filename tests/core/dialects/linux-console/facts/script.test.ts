import { readFileSync, symlinkSync, mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFactsScripts } from "../../../../../electron/core/dialects/linux-console/facts/script.ts";
import { parseSections } from "../../../../../electron/core/dialects/linux-console/facts/sections.ts";
import { readFacts } from "../../../../../electron/core/dialects/linux-console/read.ts";
import { askFacts } from "./ask-facts.ts";
import { findObstacle } from "../../../../peers/system-packages.ts";

const shells = [
  ["dash", ["-c"]],
  ["bash", ["-c"]],
  ["busybox", ["sh", "-c"]],
] as const;

test.skipIf(findObstacle("console") !== null).for(shells)(
  "%s answers every question about this machine in one round",
  async ([shell, args]) => {
    const facts = readFacts(await askFacts([shell, ...args], "k3y"), "k3y", Date.now());
    const found = facts.ok
      ? {
          host: facts.value.reading.terminal.hostName,
          loopback: facts.value.reading.interfaces.find(({ name }) => name === "lo")?.running?.ipv4?.address,
          clock: Math.abs(facts.value.reading.clock?.aheadSeconds ?? 99) < 5,
          resolv: facts.value.sections.files.get("/etc/resolv.conf"),
        }
      : facts;
    expect(found).toEqual({
      host: hostname(),
      loopback: "127.0.0.1",
      clock: true,
      resolv: readFileSync("/etc/resolv.conf", "utf8"),
    });
  },
);

test.skipIf(findObstacle("console") !== null)(
  "a terminal with next to no tools still gives its host's name",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-poor-"));
    for (const tool of ["uname", "cat", "head", "ifconfig"]) symlinkSync("/bin/busybox", join(folder, tool));
    const outputs = await askFacts(["env", "-i", `PATH=${folder}`, "/bin/dash", "-c"], "k3y");
    rmSync(folder, { recursive: true });
    const facts = readFacts(outputs, "k3y", Date.now());
    expect(facts.ok && facts.value.reading.terminal.hostName).toBe(hostname());
  },
);

test("all scripts together fit into a terminal's line discipline", () => {
  expect(makeFactsScripts("abcd").join("").length).toBeLessThan(3500);
});

test("a section is only what the script itself printed under its key", async () => {
  const outputs = await askFacts(["sh", "-c"], "k3y");
  expect(parseSections(outputs, "other").get("a")).toBe(null);
});

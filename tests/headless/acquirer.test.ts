import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const unit = ["--port", "demo:xcb", "--family", "xcb"];

describe.concurrent("what a terminal pays through", { timeout: 30_000 }, () => {
  test("is shown by the names that --set takes", async () => {
    const { stdout } = await runCommandLine(["read", ...unit]);
    expect(stdout).toContain(
      "acquirer:\n  host.1: gw.example.net:7443\n  tpdu: 6000030000\n  merchantNumber: CTDEMO000000001\n  terminalNumber: CT000031\n",
    );
  });

  test("is pushed with everything else, after a word on what a wrong host does", async () => {
    const wanted = ["host.1=203.0.113.20:443", "tpdu=60 00 04 00 00", "terminalNumber=CT000032"];
    const set = [...wanted, "eth0.ipv4.gateway=192.168.1.1"].flatMap((text) => ["--set", text]);
    const { status, stdout, stderr } = await runCommandLine(["push", ...unit, ...set, "--yes"]);
    expect([status, stdout, stderr]).toEqual([
      0,
      expect.stringContaining("\n  host.1: applied (kept after a restart)\n  tpdu: applied"),
      expect.stringMatching(/host\.1\n.*7443\n.*\+ 203\.0\.113\.20:443[\s\S]*none goes through/),
    ]);
  });

  test("is refused by a terminal that does not take it, before anything is sent", async () => {
    const { status, stderr } = await runCommandLine([
      "push",
      "--port",
      "demo:linux",
      "--set",
      "tpdu=6000030000",
      "--yes",
    ]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("tpdu is not a setting")]);
  });

  test("is named by a run that sets terminals up, where somebody has to type it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-sheet-"));
    writeFileSync(join(folder, "crate.csv"), "SN,IP,Mask,TPDU\n,192.168.1.41,255.255.255.0,6000030000\n");
    const { status, stderr } = await runCommandLine(["provision", join(folder, "crate.csv"), "--ports", "demo:linux"], {
      variables: { COUNTERPART_DATA: folder },
    });
    rmSync(folder, { recursive: true, force: true });
    expect([status, stderr]).toEqual([0, expect.stringContaining("\n  still to be typed on it: TPDU 6000030000\n")]);
  });
});

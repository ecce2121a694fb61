// The command line ended as kill -9 does while it sets a real console, and called again with the same sheet.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call } from "../peers/main-job/call-command-line.ts";
import { startConsole } from "../peers/console-in-namespace.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("console");

interface End {
  readonly counts: unknown;
  readonly slots: readonly { readonly state: string; readonly address: string }[];
}

describe.skipIf(obstacle !== null)(`a run that was killed${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test("goes on where it was: the terminal is set once, and its row is done once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-killed-"));
    const peer = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown" });
    try {
      const steps = [
        "mkdir -p /tmp/net && mount --bind /sys/class/net /tmp/net && mount -t tmpfs none /sys/class",
        "mkdir -p /sys/class/net /sys/class/dmi/id && mount --bind /tmp/net /sys/class/net",
        "echo SN-0001 > /sys/class/dmi/id/product_serial",
      ];
      await peer.inNamespace(steps.join(" && "));
      const sheet = join(folder, "crate.csv");
      writeFileSync(sheet, "SN,IP,Mask,Gateway,DNS\nSN-0001,192.168.1.61,255.255.255.0,192.168.1.1,192.168.1.1\n");
      const environment = { COUNTERPART_DATA: folder };
      const words = ["provision", sheet, "--ports", `tcp:127.0.0.1:${peer.port}`, "--lang", "en"];
      const killed = await call(words, { environment, killAt: /: setting/ });
      const again = await call([...words, "--json"], { environment });
      const end = JSON.parse(again.stdout.trim().split("\n").at(-1) ?? "{}") as End;
      const address = await peer.inNamespace("ip -4 addr show eth0 | grep -o 'inet [0-9./]*'");
      expect([killed.status, again.status, end.counts, address.stdout.trim()]).toEqual([
        null,
        0,
        { free: 0, claimed: 0, done: 1, stopped: 0 },
        "inet 192.168.1.61/24",
      ]);
    } finally {
      await peer.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});

// Nothing is typed into a boot: a real U-Boot, connected to in the middle of its countdown, boots.
import { describe, expect, test } from "vitest";
import { startBootLoader } from "./boot-loader.ts";
import { findObstacle } from "./system-packages.ts";
import { describeConnection, startTerminalClient } from "./terminal-client.ts";

const obstacle = findObstacle("loader");

describe.skipIf(obstacle !== null)(`a real U-Boot${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test("stays un-stopped when Counterpart connects during its countdown, which is said", async () => {
    const loader = await startBootLoader();
    const terminal = startTerminalClient();
    const stages: string[] = [];
    const stop = new AbortController();
    terminal.client.on("stage", ({ stage }) => stages.push(stage));
    try {
      await loader.waitFor(/Hit any key/);
      const connecting = terminal.client.call("terminal.connect", describeConnection(loader.port), stop.signal);
      await loader.waitFor(/starting USB/);
      stop.abort();
      await connecting;
      expect([loader.heard(), stages]).toEqual(["", ["listening", "starting"]]);
    } finally {
      await terminal.close();
      await loader.close();
    }
  });
});

// A real U-Boot from its first byte to its own prompt, with Counterpart on the line from different moments on.
import { describe, expect, test } from "vitest";
import { countdownTick } from "../../electron/core/dialects/boot.ts";
import { openRawLine } from "../peers/raw-line.ts";
import { startBootLoader } from "../peers/boot-loader.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { describeConnection, startTerminalClient } from "../peers/terminal-client.ts";

const obstacle = findObstacle("loader");

async function connectAt(moment: RegExp, family: string | null) {
  const loader = await startBootLoader();
  const terminal = startTerminalClient();
  try {
    await loader.waitFor(moment);
    const input = { ...describeConnection(loader.port), family };
    const connecting = terminal.client.call("terminal.connect", input);
    await loader.waitFor(/=> $/);
    const heardAtPrompt = loader.heard();
    const connected = await connecting;
    return {
      heardAtPrompt,
      isCarriageReturns: /^\r*$/.test(loader.heard()),
      hasBooted: /starting USB/.test(loader.said()),
      code: connected.ok ? "connected" : connected.failure.code,
      longestSecond: loader.longestSecond(),
    };
  } finally {
    await terminal.close();
    await loader.close();
  }
}

describe.skipIf(obstacle !== null)(`a real U-Boot${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for([
    ["its first words", /SPL/, null],
    ["the middle of its words", /nowhere/, null],
    ["the first second of the countdown", /Hit any key/, null],
    ["the last second of the countdown", /\x08 1/, null],
    ["its first words, its family named", /SPL/, "linux-console"],
    ["the countdown, named as another family", /Hit any key/, "xcb"],
  ] as const)("from %s on: it boots, and its prompt is reported without a byte typed", async ([, moment, family]) => {
    let seen = await connectAt(moment, family);
    // Whoever listens for a second and a tenth knows nothing of a countdown whose seconds are longer.
    for (let again = 0; again < 2 && seen.longestSecond > countdownTick; again++)
      seen = await connectAt(moment, family);
    const { heardAtPrompt, isCarriageReturns, hasBooted, code } = seen;
    expect([heardAtPrompt, isCarriageReturns, hasBooted, code]).toEqual(["", true, true, "bootloader"]);
  });

  test("is stopped by a single carriage return, so that the tests above can fail", async () => {
    const loader = await startBootLoader();
    try {
      await loader.waitFor(/Hit any key/);
      const line = await openRawLine(Number(loader.port.split(":").at(-1)));
      line.send("\r");
      await loader.waitFor(/=> $/);
      line.close();
      expect(loader.said()).not.toMatch(/starting USB/);
    } finally {
      await loader.close();
    }
  });
});

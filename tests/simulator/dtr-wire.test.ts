// A terminal that restarts when DTR rises, and the description that keeps DTR down for it.
import { expect, test } from "vitest";
import { chooseDescriptions } from "../../electron/app/descriptions/choose-descriptions.ts";
import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { openRatedPort } from "../../electron/simulator/rated-port.ts";
import { hurry } from "../contracts/fast-clock.ts";
import { describeConnection } from "../peers/terminal-client.ts";

const surroundings = hurry(20);

/** What is heard of it, with DTR raised at once, and then risen again. */
async function hear(dtr: boolean, rises: number): Promise<string> {
  const opened = await openRatedPort("demo:device-server", { baudRate: 9600, dtr }, surroundings);
  if (!opened.ok) throw new Error(opened.failure.code);
  const port = opened.value;
  let heard = "";
  port.onBytes((bytes) => (heard += String.fromCharCode(...bytes)));
  for (let count = 0; count < rises; count++) {
    await port.control?.setLine("dtr", false);
    await port.control?.setLine("dtr", true);
  }
  await surroundings.clock.delay(3000);
  await port.close();
  return heard;
}

test("a rise of DTR restarts the simulated device server, at opening and later, and nothing else does", async () => {
  const [atOpening, later, never] = await Promise.all([hear(true, 0), hear(false, 1), hear(false, 0)]);
  expect([atOpening.includes("DSS-200"), later.includes("DSS-200"), never]).toEqual([true, true, ""]);
});

test("its description keeps it from restarting when somebody connects", async () => {
  const plain = describeConnection("demo:device-server");
  const chosen = await chooseDescriptions({ ...plain, line: defaultLine }, null);
  if (!chosen.ok) throw new Error(chosen.failure.code);
  expect([defaultLine.dtr, chosen.value.line.dtr, await hear(chosen.value.line.dtr, 0)]).toEqual([true, false, ""]);
});

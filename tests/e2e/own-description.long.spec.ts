// A terminal that is described by a file of one's own: nothing is sent by it before its commands were seen and accepted.
// Long, because the window waits fifteen seconds for a terminal before it calls it unknown.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { expect, root, test } from "./targets.ts";
import { awaitReport, choosePort, settleIn } from "./window-steps.ts";

const text = readFileSync(join(root, "resources/profiles/short-answers.yaml"), "utf8");

test("a description of one's own shows what it can send, and is used once that is accepted", async ({
  page,
  running,
}) => {
  const folder = join(running.data, "profiles");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "mine.yaml"), text.replace("Example of short answers", "The shop's own"));
  const stop = new AbortController();
  const place = { listen: { host: "127.0.0.1", port: 0 } };
  const served = await serveTerminal("short-answers", place, { surroundings: nodeSurroundings, signal: stop.signal });
  if (!served.ok) throw new Error(served.failure.code);
  await settleIn(page);
  await choosePort(page, served.value.port);
  const mine = page.locator("[data-description='mine.yaml']");
  await expect(mine).toContainText("=IP {address} {mask} {gateway}", { timeout: 30_000 });
  await mine.getByRole("button", { name: "Accept these commands and try" }).click();
  await awaitReport(page);
  await expect(page.locator("main")).toContainText("192.168.2.1");
  stop.abort();
  await served.value.ended;
});

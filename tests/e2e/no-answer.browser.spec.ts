// A port that was chosen and on which nobody answers, as newcomers mostly meet it: it is the wrong one. The answer is
// written into the reply on the wire, because waiting for it takes fifteen seconds.
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { expect, test } from "./targets.ts";
import { choosePort, settleIn } from "./window-steps.ts";

const port = "/dev/ttyUSB97";

test("where nobody answers, what to do and its buttons come first, and descriptions stand back", async ({ page }) => {
  await settleIn(page);
  await page.routeWebSocket(/\/link$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((json) => {
      const { command, id } = JSON.parse(String(json)) as { readonly command?: string; readonly id?: number };
      const failure = makeFailure("no-answer", { port });
      if (command === "terminal.connect") socket.send(JSON.stringify({ type: "reply", id, ok: false, failure }));
      else host.send(json);
    });
  });
  await page.reload();
  await page.setViewportSize({ width: 1024, height: 700 });
  await choosePort(page, port);
  await expect(page.locator("main ol li").first()).toContainText("the right port");
  await expect(page.locator("[data-descriptions] summary").first()).toBeVisible();
  const bottoms = await Promise.all(
    ["Try again", "Why? Look at the cable and the port"].map(async (name) => {
      const box = await page.getByRole("button", { name }).boundingBox();
      return box === null ? Number.NaN : box.y + box.height;
    }),
  );
  expect([Math.max(...bottoms) < 700, await page.locator("[data-description]").first().isVisible()]).toEqual([
    true,
    false,
  ]);
});

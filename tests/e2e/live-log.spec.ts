// A real console's log, followed in the viewer: lines appear as they are written, masked; the end is left and found again;
// a pulled cable is said.
import { expect, test } from "./targets.ts";
import { startTill, type Till } from "./terminals.ts";
import { awaitReport, openScreen, readTerminal, settleIn } from "./window-steps.ts";

let till: Till;

test.beforeEach(async ({ page }) => {
  till = await startTill();
  await settleIn(page, "repair");
  await readTerminal(page, till.port);
  await openScreen(page, "logs");
});
test.afterEach(async () => {
  await till.close();
});

/** Writes lines of that name until one is seen: following begins when the terminal runs its command. */
async function hear(seen: () => Promise<boolean>, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await till.peer.inNamespace(`echo 'Nov 22 10:00:09 till payd[412]: ${text}' >>/var/log/messages`);
        return seen();
      },
      { intervals: [200], timeout: 20_000 },
    )
    .toBe(true);
}

test("lines appear as they are written, masked, and a stop leaves the terminal as it was", async ({ page }) => {
  await page.getByRole("button", { name: "Follow live" }).click();
  const list = page.getByRole("listbox", { name: "Log lines" });
  await expect(page.locator("[data-following=on]")).toBeVisible();
  await hear(() => list.getByText("heard").first().isVisible(), "heard pan=4012888888881881");
  await expect(list.locator("[data-mask]").first()).toHaveText("401288******1881");
  await page.getByRole("button", { name: "Pause" }).click();
  await till.peer.inNamespace(
    'for n in $(seq 100); do echo "Nov 22 10:00:10 till payd[412]: later $n"; done >>/var/log/messages',
  );
  const pill = page.getByRole("button", { name: /^New lines: 1\d\d$/ });
  await expect(pill).toBeVisible();
  await expect(list.getByText("later 100", { exact: false })).toHaveCount(0);
  await pill.click();
  await expect(list.getByText("later 100", { exact: false })).toBeVisible();
  await page.getByRole("searchbox").fill("later 9");
  await expect(page.getByText("11 hits")).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.locator("[data-following=stopped]")).toBeVisible();
  await openScreen(page, "check");
  await page.getByRole("button", { name: "Read again" }).click();
  await awaitReport(page);
  expect(await page.content()).not.toContain("4012888888881881");
});

test("a pulled cable is said, and what was read until then stays", async ({ page }) => {
  await page.getByRole("button", { name: "Follow live" }).click();
  const list = page.getByRole("listbox", { name: "Log lines" });
  await hear(() => list.getByText("one").first().isVisible(), "one");
  till.cable.pull();
  await expect(page.locator("[data-following=failed]")).toContainText("The lines until then are here", {
    timeout: 20_000,
  });
  await expect(page.locator("[data-following]")).toContainText("Connect again to follow on");
  await expect(list.getByText("one").first()).toBeVisible();
});

test("from a finding on the Check screen to the lines of the terminal's logs that speak of its cause, and back to all", async ({
  page,
}) => {
  await till.peer.inNamespace(
    'for n in 1 2 3; do echo "Nov 22 10:00:0$n till payd[412]: connect: Network is unreachable"; done >>/var/log/messages',
  );
  await openScreen(page, "check");
  const finding = page.locator("[data-finding='ipv4.gateway-outside-subnet']");
  await finding.locator("summary").click();
  await finding.getByRole("button", { name: "Its lines in the logs" }).click();
  const list = page.getByRole("listbox", { name: "Log lines" });
  await expect(list.getByRole("option")).toHaveCount(3, { timeout: 30_000 });
  await expect(page.locator("[data-cause-note=C07]")).toContainText("Only: C07");
  await page.locator("[data-cause-note]").click();
  await expect(list).toContainText("link becomes ready");
});

// Axe finds nothing on any screen, in both themes, and what people must hit is large enough.
import { listLow, listViolations } from "./list-violations.ts";
import type { Tills } from "./screen-visit.ts";
import { screenVisits } from "./screens.ts";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { settleIn, switchTheme } from "./window-steps.ts";

// One of the screens is the raw console.
test.use({ allowsConsole: true });

let tills: Tills;

test.beforeEach(async () => {
  const [open, locked] = await Promise.all([startTill(), startTill({ login: "root-password" })]);
  tills = { open, locked };
});
test.afterEach(async () => {
  await Promise.all([tills.open.close(), tills.locked.close()]);
});

/** For the workshop, where there is a mouse; its targets are 32 px high. */
const dense = "log-viewer";

test("on every screen axe finds nothing in either theme, and whatever can be pressed is at least 44 px high", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const found: string[] = [];
  async function look(screen: string): Promise<void> {
    for (const theme of ["light", "dark"] as const) {
      await switchTheme(page, theme);
      found.push(...(await listViolations(page)).map((one) => `${screen}, ${theme}: ${one}`));
    }
  }
  await look("first-question");
  await settleIn(page, "shop");
  for (const visit of screenVisits) {
    await visit.open(page, tills);
    await look(visit.name);
    if (visit.name !== dense) found.push(...(await listLow(page)).map((one) => `${visit.name}: ${one}`));
  }
  expect(found).toEqual([]);
});

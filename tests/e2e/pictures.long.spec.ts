// Every screen as a picture at the three sizes, in .cache/pictures. With COUNTERPART_PICTURES=1 only the few that the
// README shows, in resources/pictures: `COUNTERPART_LONG=1 COUNTERPART_PICTURES=1 npm run e2e -- pictures`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Tills } from "./screen-visit.ts";
import { screenVisits } from "./screens.ts";
import { expect, root, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { settleIn, switchTheme } from "./window-steps.ts";

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 910, height: 450 },
] as const;

const isForReadme = process.env["COUNTERPART_PICTURES"] === "1";
const folder = join(root, isForReadme ? "resources/pictures" : ".cache/pictures");
/** What the README shows, in the middle size. */
const inReadme: readonly string[] = ["check", "settings", "write"];

/** Each language and each theme once; all four pairs with COUNTERPART_PICTURES=all. */
const everyday = [
  ["zh-CN", "light"],
  ["en", "dark"],
] as const;
const others = [
  ["zh-CN", "dark"],
  ["en", "light"],
] as const;
const forReadme = [
  ["zh-CN", "light"],
  ["en", "light"],
] as const;
const isEverything = process.env["COUNTERPART_PICTURES"] === "all";
const wanted = isForReadme ? forReadme : isEverything ? [...everyday, ...others] : everyday;

// One of the screens is the raw console.
test.use({ allowsConsole: true });

let tills: Tills;

test.beforeEach(async () => {
  mkdirSync(folder, { recursive: true });
  const [open, locked] = await Promise.all([startTill(), startTill({ login: "root-password" })]);
  // A demo terminal has the same name on every machine, so that a picture changes only when the screen does.
  tills = { open: isForReadme ? { ...open, port: "demo:linux-broken" } : open, locked };
});
test.afterEach(async () => {
  await Promise.all([tills.open.close(), tills.locked.close()]);
});

for (const [language, theme] of wanted) {
  test(`every screen in ${language}, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(sizes[0]);
    await switchTheme(page, theme);
    await settleIn(page, "shop", language);
    for (const visit of isForReadme ? screenVisits.filter(({ name }) => inReadme.includes(name)) : screenVisits) {
      await visit.open(page, tills);
      for (const size of isForReadme ? [sizes[1]] : sizes) {
        await page.setViewportSize(size);
        const place = isForReadme ? "" : `-${theme}-${size.width}`;
        const path = join(folder, `${visit.name}-${language}${place}.png`);
        const picture = await page.screenshot({ path, animations: "disabled" });
        expect(picture.byteLength).toBeGreaterThan(5000);
      }
    }
  });
}

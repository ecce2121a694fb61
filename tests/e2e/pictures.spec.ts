// Every screen as a picture, in both languages and themes and at the three sizes. With COUNTERPART_PICTURES=1 the few
// that the README shows go to resources/pictures, else everything goes to .cache/pictures.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { screenVisits, type Tills } from "./screens.ts";
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
const inReadme: readonly string[] = ["check", "settings", "write", "logs"];

let tills: Tills;

test.beforeEach(async () => {
  mkdirSync(folder, { recursive: true });
  const [open, locked] = await Promise.all([startTill(), startTill("root-password")]);
  // A demo terminal has the same name on every machine, so that a picture changes only when the screen does.
  tills = { open: isForReadme ? { ...open, port: "demo:linux-broken" } : open, locked };
});
test.afterEach(async () => {
  await Promise.all([tills.open.peer.close(), tills.locked.peer.close()]);
});

for (const language of ["zh-CN", "en"] as const) {
  for (const theme of isForReadme ? (["light"] as const) : (["light", "dark"] as const)) {
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
}

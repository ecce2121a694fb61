// An update from a file, from the button in the preferences to the system's installer, in an app that was built with a key.
import { generateKeyPairSync } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { signUpdates } from "../../.ci/packaging/sign-updates.ts";
import { startProcess } from "../started-process.ts";
import { expect, root, test } from "./targets.ts";
import { openScreen, settleIn } from "./window-steps.ts";

const publisher = generateKeyPairSync("ed25519");
const greeting = z.object({ debuggingPort: z.number() });
const file = `counterpart_9.0.0_${process.arch === "arm64" ? "arm64" : "amd64"}.deb`;
const install = 1;

interface Desktop {
  readonly page: Page;
  readonly folder: string;
  /** What the person chooses and answers, dialog by dialog. */
  readonly answer: (...answers: readonly (string | number)[]) => void;
}

async function onDesktop(use: (desktop: Desktop) => Promise<void>): Promise<void> {
  // Inside the project, where the built main process finds its packages.
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache/update-file-"));
  cpSync(join(root, "out"), join(folder, "out"), { recursive: true });
  const key = publisher.publicKey.export({ type: "spki", format: "pem" });
  writeFileSync(join(folder, "out/main/update-key.pem"), key);
  const double = join(root, "tests/electron/double/run-double.ts");
  const app = await startProcess([double, join(folder, "out/main/index.js"), `--user-data-dir=${folder}`], root);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${greeting.parse(app.greeting).debuggingPort}`);
  try {
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent("page"));
    if (page === undefined) throw new Error("Chromium has no page.");
    await page.waitForURL(/counterpart\.app\.double\.invalid/);
    const answer: Desktop["answer"] = (...answers) =>
      writeFileSync(join(folder, "answers.json"), JSON.stringify(answers));
    await use({ page, folder, answer });
  } finally {
    await browser.close();
    await app.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

test("a signed file is installed after the question, an unsigned one is refused in words", async () => {
  await onDesktop(async ({ page, folder, answer }) => {
    const stick = join(folder, "stick");
    mkdirSync(stick);
    writeFileSync(join(stick, file), "the program 9.0.0");
    await settleIn(page);
    await openScreen(page, "preferences");
    const button = page.getByRole("button", { name: "Install from a file" });
    answer(join(stick, file), install);
    await button.click();
    await expect(page.getByRole("alert")).toContainText(`a file ${file}.sig belongs beside it`);
    await signUpdates(stick, "9.0.0", publisher.privateKey);
    answer(join(stick, file), install);
    await button.click();
    await expect(page.getByText("The installer was started.").last()).toBeVisible();
    expect(readFileSync(join(folder, "opened-paths.txt"), "utf8")).toBe(`${join(folder, "update", file)}\n`);
  });
});

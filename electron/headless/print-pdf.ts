// A page that prints -> a PDF file, by the browser that is installed: it has the fonts of every language and knows the paper that
// the page asks for.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { listRootSwitches, quietSwitches } from "./browser-switches.ts";
import { findSnapFolder } from "./find-browser.ts";

/** Milliseconds; ten thousand labels take seconds. */
const patience = 120_000;

/** Failures: `pdf-unmade`. */
export async function printPdf(html: Uint8Array, browser: string | null): Promise<Result<Uint8Array>> {
  if (browser === null) return refuse("-");
  const folder = mkdtempSync(join(findSnapFolder(browser, process.env) ?? tmpdir(), "counterpart-print-"));
  const [page, made] = [join(folder, "page.html"), join(folder, "page.pdf")];
  try {
    writeFileSync(page, html, { mode: 0o600, flag: "wx" });
    const printing = spawn(browser, listArguments({ page, made, profile: join(folder, "profile") }), {
      stdio: "ignore",
      timeout: patience,
    });
    const ended = await once(printing, "exit").catch((error: NodeJS.ErrnoException) => [error.code ?? "?"]);
    if (ended[0] !== 0) return refuse(String(ended[0] ?? ended[1]));
    return succeed(readFileSync(made));
  } catch (error) {
    return refuse((error as NodeJS.ErrnoException).code ?? "?");
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function refuse(reason: string): Result<never> {
  return fail(makeFailure("pdf-unmade", { reason }));
}

interface Printing {
  readonly page: string;
  readonly made: string;
  readonly profile: string;
}

function listArguments({ page, made, profile }: Printing): readonly string[] {
  return [
    "--headless",
    "--disable-gpu",
    "--no-pdf-header-footer",
    `--print-to-pdf=${made}`,
    `--user-data-dir=${profile}`,
    ...quietSwitches,
    ...listRootSwitches(),
    pathToFileURL(page).href,
  ];
}

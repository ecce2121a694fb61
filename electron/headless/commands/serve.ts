// counterpart serve: the window's app for a plain browser of this PC, until Ctrl-C.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { composeApp } from "../../host/compose-app.ts";
import { PageSessions } from "../../host/page-sessions.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus } from "../exit-status.ts";
import { waitForInterrupt } from "../wait-for-interrupt.ts";
import { openWebHost } from "../web-host.ts";
import { printOut } from "../standard-output.ts";

export interface ServeOptions {
  readonly allowClients: number;
  readonly listenPort: number;
  /** Whether pages may type to a port, past every check. */
  readonly console: boolean;
}

/** Where the build puts the page. */
const pageFolder = resolve(import.meta.dirname, "../../../out/renderer");

export async function serveBrowser(options: ServeOptions, voice: Voice): Promise<number> {
  if (!existsSync(join(pageFolder, "index.html"))) {
    voice.say(voice.words.notBuilt);
    return exitStatus.usage;
  }
  const app = composeApp({ allowsConsole: options.console });
  const pages = new PageSessions(app.handlers);
  const host = await openWebHost({
    onPage: (link, key) => pages.receive(link, key),
    folder: pageFolder,
    mostClients: options.allowClients,
    port: options.listenPort,
  });
  const addresses = Array.from({ length: options.allowClients }, () => host.issueAddress());
  if (voice.json) printOut(`${JSON.stringify({ addresses })}\n`);
  else printOut(`${addresses.join("\n")}\n`);
  voice.say(voice.words.serving);
  await waitForInterrupt();
  await app.close();
  await host.close();
  return exitStatus.interrupted;
}

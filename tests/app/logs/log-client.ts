// The viewer's Node side, asked as the desktop's own window asks it.
import { join } from "node:path";
import { expect } from "vitest";
import { type Client, createClient } from "../../../electron/contract/client.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import type { DescribedLog } from "../../../electron/contract/opened-logs.ts";
import { serve } from "../../../electron/contract/server.ts";
import { composeApp } from "../../../electron/host/compose-app.ts";
import { take } from "../../peers/terminal-client.ts";

export interface LogClient {
  readonly client: Client;
  /** Resolves when all of it is indexed. */
  readonly open: (path: string) => Promise<DescribedLog>;
  readonly close: () => Promise<void>;
}

export function startLogClient(folder: string): LogClient {
  const app = composeApp({
    recordsFolder: join(folder, "records"),
    capturesFolder: join(folder, "captures"),
    opensPaths: true,
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  const client = createClient(near);
  return {
    client,
    async open(path) {
      const { log } = take(await client.call("log.open", { paths: [path], sent: [], captures: [] }));
      const describe = async (): Promise<DescribedLog> => take(await client.call("log.describe", { log }));
      await expect.poll(async () => (await describe()).isIndexed, { timeout: 30_000 }).toBe(true);
      return describe();
    },
    close: () => app.close(),
  };
}

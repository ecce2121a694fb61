// Counterpart's own side of a test: the app behind its contract, connected to a peer's console.
import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeApp } from "../../electron/host/compose-app.ts";
import type { Input } from "../../electron/contract/commands.ts";
import { type Client, createClient } from "../../electron/contract/client.ts";
import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { serve } from "../../electron/contract/server.ts";
import type { Result } from "../../electron/core/failures/result.ts";

export interface TerminalClient {
  readonly client: Client;
  readonly connect: (port: string, login?: Login) => Promise<string>;
  readonly close: () => Promise<void>;
}

export type Login = Partial<Pick<Input<"terminal.connect">, "login" | "become" | "becomePassword" | "timeoutSeconds">>;

/** With records of its own unless a folder for them is given. */
export function startTerminalClient(recordsFolder?: string): TerminalClient {
  const own = recordsFolder ?? mkdtempSync(join(tmpdir(), "counterpart-records-"));
  const app = composeApp({ recordsFolder: own, capturesFolder: join(own, "captures") });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  const client = createClient(near);
  return {
    client,
    connect: async (port, login = {}) =>
      take(await client.call("terminal.connect", describeConnection(port, login))).session,
    close: async () => {
      await app.close();
      client.close();
      if (recordsFolder === undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

export function describeConnection(port: string, login: Login = {}): Input<"terminal.connect"> {
  return {
    port,
    line: defaultLine,
    family: null,
    login: null,
    become: null,
    becomePassword: null,
    timeoutSeconds: 20,
    ...login,
  };
}

/** The value, or the test's failure with the code and the sentence. */
export function take<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`${result.failure.code}: ${result.failure.message.en}`);
}

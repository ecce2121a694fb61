// A WebSocket host with a page of a few files and handlers that a test chooses, and clients that speak as a page would, or not.
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { createApp } from "../../electron/app/app.ts";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { type Handlers, serve } from "../../electron/contract/server.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { fail } from "../../electron/core/failures/result.ts";
import { makeRecords, makeRecordsFolder } from "../app/make-records.ts";
import { noPorts } from "../app/no-ports.ts";
import { openWebHost, type WebHost, type WebHostOptions } from "../../electron/headless/web-host.ts";

export interface OpenedHost extends WebHost {
  readonly folder: string;
  readonly token: () => string;
}

const opened: (() => Promise<void>)[] = [];

export const plainHandlers: Handlers = createApp({
  openPort: async (port) => fail(makeFailure("port-missing", { port })),
  ...noPorts,
  surroundings: nodeSurroundings,
  records: makeRecords(),
  capturesFolder: makeRecordsFolder(),
}).handlers;

export async function openHost(
  options: Partial<WebHostOptions> & { readonly handlers?: Handlers } = {},
): Promise<OpenedHost> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-host-"));
  mkdirSync(join(folder, "page/assets"), { recursive: true });
  writeFileSync(join(folder, "secret.js"), "secret");
  writeFileSync(join(folder, "page/index.html"), '<meta property="csp-nonce" nonce="COUNTERPART-NONCE">');
  writeFileSync(join(folder, "page/assets/index-1.js"), "export {};");
  const host = await openWebHost({
    onPage: (link) => serve(link, options.handlers ?? plainHandlers),
    folder: join(folder, "page"),
    mostClients: 1,
    port: 0,
    ...options,
  });
  opened.push(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  return { ...host, folder, token: () => new URL(host.issueAddress()).hash.slice(1) };
}

export async function closeHosts(): Promise<void> {
  await Promise.all(opened.splice(0).map((close) => close()));
}

export interface Caller {
  readonly socket: WebSocket;
  readonly say: (message: unknown) => void;
  /** The next message, parsed; fails after two seconds. */
  readonly hear: () => Promise<unknown>;
  /** The code that the host closed with. */
  readonly closed: Promise<number>;
}

/** A socket with the headers of our own page unless others are given; null leaves one out. */
export async function call(port: number, headers: Readonly<Record<string, string | null>> = {}): Promise<Caller> {
  const own: Readonly<Record<string, string | null>> = { Origin: `http://127.0.0.1:${port}`, ...headers };
  const given = Object.entries(own).filter((each): each is [string, string] => each[1] !== null);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/link`, { headers: Object.fromEntries(given) });
  const heard: unknown[] = [];
  socket.on("message", (data: Buffer) => heard.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await once(socket, "open", { signal: AbortSignal.timeout(5000) });
  return {
    socket,
    say: (message) => socket.send(JSON.stringify(message)),
    hear: async () => {
      for (let waited = 0; heard.length === 0; waited += 5) {
        if (waited > 2000) throw new Error("The host said nothing.");
        await sleep(5);
      }
      return heard.shift();
    },
    closed,
  };
}

/** A page that was let in with a new token; also gives its key. */
export async function enter(host: OpenedHost): Promise<Caller & { readonly key: string }> {
  const caller = await call(host.port);
  caller.say({ type: "admit", token: host.token() });
  const { key } = (await caller.hear()) as { readonly key: string };
  return { ...caller, key };
}

// The app behind a WebSocket for a page in a plain browser of this PC.
//
//   browser --GET /------> the built page (out/renderer), only for Host 127.0.0.1:PORT
//   page ----ws /link ---> admit {token | key}, only with our own Origin; then the contract's messages, JSON text frames
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { AdmittedMessage } from "../contract/admission.ts";
import type { Link } from "../contract/link.ts";
import { type PageFile, readPageFile, refusePageFile } from "../host/page-files.ts";
import { Admissions } from "./admissions.ts";
import { dismiss, makeSocketLink, readProof } from "./client-socket.ts";
import { mayConnect, mayFetch } from "./request-checks.ts";

export interface WebHostOptions {
  /** Called for every page that was let in; the key stays the same when it reloads. */
  readonly onPage: (link: Link, key: string) => void;
  /** The built page. */
  readonly folder: string;
  readonly mostClients: number;
  /** 0 takes any free one. */
  readonly port: number;
  /** Milliseconds for a socket's first frame. */
  readonly proofPatience?: number;
  /** Told how many pages are connected whenever that changes. */
  readonly onPresence?: (pages: number) => void;
}

export interface WebHost {
  readonly port: number;
  /** An address that lets one page in, once. */
  readonly issueAddress: () => string;
  /** Addresses that nobody has used yet. */
  readonly unusedAddresses: () => number;
  readonly close: () => Promise<void>;
}

const largestFrame = 1024 * 1024;
/** Pages, their files, and whoever else knocks. */
const mostSockets = 64;

export async function openWebHost(options: WebHostOptions): Promise<WebHost> {
  const server = createServer({ headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 5000 });
  server.maxConnections = mostSockets;
  // Only on the loopback: no other machine reaches it.
  server.listen({ host: "127.0.0.1", port: options.port, exclusive: true });
  await once(server, "listening", { signal: AbortSignal.timeout(5000) });
  const { port } = server.address() as AddressInfo;
  const admissions = new Admissions({
    mostClients: options.mostClients,
    makeSecret: () => randomBytes(32).toString("base64url"),
  });
  const sockets = acceptSockets({ server, port, admissions, options });
  servePage(server, port, options.folder);
  return {
    port,
    unusedAddresses: () => admissions.unused,
    issueAddress: () => `http://127.0.0.1:${port}/#${admissions.issueToken()}`,
    close: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      for (const socket of sockets.clients) dismiss(socket, 1001);
      server.closeAllConnections();
      return promise;
    },
  };
}

function servePage(server: Server, port: number, folder: string): void {
  const page = {
    folder,
    makeNonce: () => randomBytes(16).toString("base64url"),
    connections: [`ws://127.0.0.1:${port}`],
  };
  function choose({ headers, method, url = "/" }: IncomingMessage): Promise<PageFile> | PageFile {
    if (!mayFetch(headers, port)) return refusePageFile(403, "Forbidden");
    if (method !== "GET" && method !== "HEAD") return refusePageFile(405, "Method not allowed");
    const [path = "/"] = url.split("?");
    return readPageFile(path, page);
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await choose(request);
    response.writeHead(status, { ...headers, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  }
  server.on("request", (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
}

interface Reception {
  readonly server: Server;
  readonly port: number;
  readonly admissions: Admissions;
  readonly options: WebHostOptions;
}

function acceptSockets(reception: Reception): WebSocketServer {
  const { server, port } = reception;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
    clientTracking: true,
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!mayConnect(request.headers, port) || request.url !== "/link") {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => void receive(client, reception));
  });
  return sockets;
}

async function receive(socket: WebSocket, { admissions, options }: Reception): Promise<void> {
  // What is wrong with a frame (too large, not UTF-8) closes the socket; there is nobody else to tell.
  socket.on("error", () => undefined);
  const proof = await readProof(socket, options.proofPatience ?? 5000);
  if (!proof) return;
  const admitted = admissions.admit(proof, (code) => dismiss(socket, code));
  if ("code" in admitted) {
    dismiss(socket, admitted.code);
    return;
  }
  const link = makeSocketLink(socket);
  link.onClose(() => {
    admitted.leave();
    options.onPresence?.(admissions.present);
  });
  link.send({ type: "admitted", key: admitted.key } satisfies AdmittedMessage);
  options.onPage(link, admitted.key);
  options.onPresence?.(admissions.present);
}

// One WebSocket of a page: its first frame must prove that it may speak; from then on it is a link.
import type { WebSocket } from "ws";
import { type Admit, admitSchema, closeCodes } from "../contract/admission.ts";
import type { Link } from "../contract/link.ts";
import { Mailbox } from "../contract/mailbox.ts";

/** Octets waiting for a page that does not read; the largest reply is a few million. */
const mostWaiting = 16 * 1024 * 1024;

/** Standard close codes, RFC 6455, section 7.4.1. */
const notText = 1003;
const notJson = 1007;
const tooSlow = 1013;

/** Resolves with the first frame's proof, or null when none came in `patience` milliseconds; the socket is then closed. */
export function readProof(socket: WebSocket, patience: number): Promise<Admit | null> {
  const { promise, resolve } = Promise.withResolvers<Admit | null>();
  const timer = setTimeout(() => {
    dismiss(socket, closeCodes.silent);
    resolve(null);
  }, patience);
  socket.once("message", (data: Buffer, isBinary: boolean) => {
    clearTimeout(timer);
    const parsed = admitSchema.safeParse(isBinary ? null : parseJson(data));
    if (!parsed.success) dismiss(socket, closeCodes.notAdmitted);
    resolve(parsed.success ? parsed.data : null);
  });
  socket.once("close", () => {
    clearTimeout(timer);
    resolve(null);
  });
  return promise;
}

export function makeSocketLink(socket: WebSocket): Link {
  const mailbox = new Mailbox();
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    // What was on its way when we closed would run with nobody to hear of it.
    if (socket.readyState !== socket.OPEN) return;
    const message = isBinary ? undefined : parseJson(data);
    if (message === undefined) dismiss(socket, isBinary ? notText : notJson);
    else mailbox.deliver(message);
  });
  socket.once("close", () => mailbox.close());
  return {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostWaiting) dismiss(socket, tooSlow);
      else socket.send(JSON.stringify(message));
    },
    onMessage: (listener) => mailbox.onMessage(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close: () => dismiss(socket, 1000),
  };
}

/** Closes, and does not wait long for a page that does not answer the close. */
export function dismiss(socket: WebSocket, code: number): void {
  if (socket.readyState === socket.CLOSED) return;
  socket.close(code);
  const timer = setTimeout(() => socket.terminate(), 1000);
  timer.unref();
  socket.once("close", () => clearTimeout(timer));
}

function parseJson(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString("utf8"));
  } catch {
    return undefined;
  }
}

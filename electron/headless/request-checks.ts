// Which requests the host on the loopback answers at all. Any page in any browser of this PC can send requests to it, and a
// name that an attacker owns can be made to point at 127.0.0.1: the names in the request tell.
import type { IncomingMessage } from "node:http";

type Headers = Pick<IncomingMessage["headers"], "host" | "origin">;

/** A document or one of its files: the exact host, and no other page's origin. */
export function mayFetch({ host, origin }: Headers, port: number): boolean {
  return host === `127.0.0.1:${port}` && (origin === undefined || origin === `http://127.0.0.1:${port}`);
}

/** A WebSocket: browsers always say the origin, so that one without it is no page of ours. */
export function mayConnect({ host, origin }: Headers, port: number): boolean {
  return host === `127.0.0.1:${port}` && origin === `http://127.0.0.1:${port}`;
}

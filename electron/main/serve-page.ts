// app://counterpart/... -> the built page and its files, and nothing else of this PC.
import { randomBytes } from "node:crypto";
import type { Protocol } from "electron";
import { readPageFile, refusePageFile } from "../host/page-files.ts";
import { pageOrigin, pageScheme } from "./page-origin.ts";

export function servePage(protocol: Pick<Protocol, "handle">, folder: string): void {
  const page = { folder, makeNonce: () => randomBytes(16).toString("base64url"), connections: [] };
  protocol.handle(pageScheme.scheme, async ({ url, method }) => {
    const { protocol: scheme, host, pathname } = new URL(url);
    const isOurs = `${scheme}//${host}` === pageOrigin && method === "GET";
    const { status, headers, body } = isOurs ? await readPageFile(pathname, page) : refusePageFile(403, "Forbidden");
    return new Response(body, { status, headers });
  });
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { servePage } from "../../electron/main/serve-page.ts";

let folder = "";
type Handler = (request: Request) => Promise<Response>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-page-"));
  writeFileSync(join(folder, "index.html"), '<style nonce="COUNTERPART-NONCE"></style>');
});
afterEach(() => rmSync(folder, { recursive: true }));

function answer(address: string, method = "GET"): Promise<Response> {
  let handler: Handler = () => Promise.reject(new Error("no handler"));
  const keep = (_scheme: string, given: unknown): void => void (handler = given as Handler);
  servePage({ handle: keep }, folder);
  return handler(new Request(address, { method }));
}

test("the page comes with a strict policy whose nonce is the document's", async () => {
  const response = await answer("app://counterpart/");
  const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? "";
  const policy = response.headers.get("content-security-policy") ?? "";
  expect([nonce.length, policy.includes(`'nonce-${nonce}'`), policy.includes("connect-src 'self';")]).toEqual([
    22,
    true,
    true,
  ]);
});

test.for(["app://other/", "app://counterpart.evil/", "other://counterpart/"])("%s is not answered", async (address) => {
  expect((await answer(address)).status).toBe(403);
});

test("a file outside of the page is not found", async () => {
  expect((await answer("app://counterpart/..%2f..%2fetc/passwd")).status).toBe(404);
});

test("nothing can be posted to the page", async () => {
  expect((await answer("app://counterpart/", "POST")).status).toBe(403);
});

import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { succeed } from "../../electron/core/failures/result.ts";
import { call, closeHosts, enter, openHost, plainHandlers } from "./open-host.ts";

afterEach(closeHosts);

interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

type Asking = Partial<Record<"Host" | "Origin" | "method", string>>;

/** The path goes out as it is written, unlike with fetch. */
async function ask(port: number, path: string, { method = "GET", ...headers }: Asking = {}): Promise<Asked> {
  const asking = request({ host: "127.0.0.1", port, path, method, headers, setHost: headers.Host === undefined });
  asking.end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

describe("sockets", () => {
  test.for([
    ["no origin", { Origin: null }],
    ["another page's origin", { Origin: "http://evil.example" }],
    ["the origin of another port", { Origin: "http://127.0.0.1:1" }],
    ["the origin of another scheme", { Origin: "https://127.0.0.1" }],
    ["an opaque origin", { Origin: "null" }],
    ["a file's origin", { Origin: "file://" }],
    ["another name for this PC", { Host: "localhost" }],
    ["a rebound name", { Host: "evil.example" }],
  ] as const)("with %s are refused before they open", async ([, headers]) => {
    const host = await openHost();
    await expect(call(host.port, headers)).rejects.toThrow("403");
  });

  test("with a rebound name and its own origin are refused", async () => {
    const host = await openHost();
    const rebound = `evil.example:${host.port}`;
    await expect(call(host.port, { Host: rebound, Origin: `http://${rebound}` })).rejects.toThrow("403");
  });

  test("of a page that was let in close at a frame over one mebibyte", async () => {
    const page = await enter(await openHost());
    page.socket.send(JSON.stringify("x".repeat(1024 * 1024)));
    expect(await page.closed).toBe(1009);
  });

  test("close at an oversized frame also before the page was let in", async () => {
    const host = await openHost();
    const caller = await call(host.port);
    caller.socket.send("x".repeat(1024 * 1024 + 1));
    expect(await caller.closed).toBe(1009);
  });

  test("close at a frame that is not JSON", async () => {
    const page = await enter(await openHost());
    page.socket.send("{");
    expect(await page.closed).toBe(1007);
  });

  test("close at a binary frame", async () => {
    const page = await enter(await openHost());
    page.socket.send(Buffer.from("{}"), { binary: true });
    expect(await page.closed).toBe(1003);
  });

  test("hear nothing of JSON that is no message, and stay open", async () => {
    const page = await enter(await openHost());
    await page.hear();
    for (const frame of [1, null, [], {}, { type: "reply" }, { type: "request", id: -1, command: "x" }])
      page.say(frame);
    page.say({ type: "request", id: 7, command: "ports.list", input: {} });
    expect(await page.hear()).toEqual({ type: "reply", id: 7, ok: true, output: { ports: [] } });
  });

  test("of a page that does not read are closed when too much waits for it", async () => {
    const lines = Array.from({ length: 20_000 }, () => "x".repeat(100));
    const logs = async () => succeed({ source: "test", lines, redactions: 0 });
    const host = await openHost({ handlers: { ...plainHandlers, "logs.read": logs } });
    const page = await enter(host);
    page.socket.pause();
    for (let id = 0; id < 40; id++) {
      page.say({ type: "request", id, command: "logs.read", input: { session: "x", lines: 20_000 } });
      await sleep(5);
    }
    // A second page gets in as soon as the first is given up.
    await expect.poll(() => enter(host).then(({ key }) => key.length), { timeout: 8000, interval: 300 }).toBe(43);
  }, 15_000);
});

describe("the page's files", () => {
  test("are served for the exact host only", async () => {
    const { port } = await openHost();
    const statuses = await Promise.all(
      [`127.0.0.1:${port}`, `localhost:${port}`, "127.0.0.1", `evil.example:${port}`, ""].map(
        async (Host) => (await ask(port, "/", { Host })).status,
      ),
    );
    expect(statuses).toEqual([200, 403, 403, 403, 403]);
  });

  test("are not served to a request of another page", async () => {
    const { port } = await openHost();
    expect((await ask(port, "/assets/index-1.js", { Origin: "http://evil.example" })).status).toBe(403);
  });

  test("have a fresh nonce in the policy and in the document each time", async () => {
    const { port } = await openHost();
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { body, headers } = await ask(port, "/");
        const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? "";
        expect(headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  test("say their type, and that it may not be guessed", async () => {
    const { port } = await openHost();
    expect((await ask(port, "/assets/index-1.js")).headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
  });

  test("allow no script, frame or connection from elsewhere", async () => {
    const { port } = await openHost();
    const policy = String((await ask(port, "/")).headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        `connect-src 'self' ws://127.0.0.1:${port}`,
      ]),
    );
  });

  test.for([
    "/../secret.js",
    "/assets/../../secret.js",
    "/assets/..%2f..%2fsecret.js",
    "/%2e%2e/secret.js",
    "/..\\secret.js",
    "//secret.js",
    "/assets/link.js",
    "/assets/",
    "/assets",
    "/index.html%00.js",
    "/C:/secret.js",
    "*",
  ])("outside of the page's folder are not found: %s", async (path) => {
    const { port, folder } = await openHost();
    symlinkSync(join(folder, "secret.js"), join(folder, "page/assets/link.js"));
    expect((await ask(port, path)).status).toBe(404);
  });

  test("cannot be written", async () => {
    const { port } = await openHost();
    const statuses = await Promise.all(
      ["POST", "PUT", "DELETE", "OPTIONS"].map(async (method) => (await ask(port, "/", { method })).status),
    );
    expect(statuses).toEqual([405, 405, 405, 405]);
  });
});

test("the host listens on 127.0.0.1 and on no other address of this PC", async () => {
  const { port } = await openHost();
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== "127.0.0.1" && !address.startsWith("fe80"));
  for (const address of ["127.0.0.2", ...others]) {
    const socket = connect({ host: address, port, timeout: 2000 });
    const [refusal] = (await Promise.race([once(socket, "error"), once(socket, "connect")])) as [
      NodeJS.ErrnoException | undefined,
    ];
    socket.destroy();
    expect(refusal?.code).toBeDefined();
  }
});

test("a host that closes ends its pages' sockets", async () => {
  const host = await openHost();
  const page = await enter(host);
  const closing = host.close();
  expect(await page.closed).toBe(1001);
  await closing;
});

// How links begin and end; part of link-suite.ts.
import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { contractVersion } from "../../electron/contract/envelope.ts";
import { type Handlers, serve } from "../../electron/contract/server.ts";
import { idle, listen, type MakeLink, makeHandlers } from "./link-ends.ts";

export function testLinkEnds(makeLink: MakeLink): void {
  test("both sides say their version first", async () => {
    const [near, far] = await makeLink();
    const ear = listen(near);
    serve(far, makeHandlers());
    expect(await ear.next("hello")).toEqual({ type: "hello", version: contractVersion });
    near.close();
  });

  test("another version on the other side ends every request with a word about it", async () => {
    const [near, far] = await makeLink();
    const client = createClient(near);
    const waiting = client.call("ports.list", {});
    far.send({ type: "hello", version: contractVersion + 1 });
    const first = await waiting;
    const second = await client.call("ports.list", {});
    expect([first.ok ? null : first.failure.code, second.ok ? null : second.failure.code]).toEqual([
      "version-mismatch",
      "version-mismatch",
    ]);
    near.close();
  });

  test("a link that closes ends every request and aborts every handler", async () => {
    const [near, far] = await makeLink();
    const { promise: aborted, resolve: onAbort } = Promise.withResolvers<string>();
    const { promise: begun, resolve: onBegin } = Promise.withResolvers<null>();
    const waits: Handlers["terminal.read"] = (_input, { signal }) => {
      onBegin(null);
      return new Promise((resolve) =>
        signal.addEventListener("abort", () => {
          onAbort("aborted");
          resolve(idle);
        }),
      );
    };
    serve(far, makeHandlers({ "terminal.read": waits }));
    const client = createClient(near);
    const waiting = client.call("terminal.read", { session: "s" });
    await begun;
    far.close();
    const reply = await waiting;
    const later = await client.call("ports.list", {});
    expect([reply.ok ? null : reply.failure.code, await aborted, later.ok ? null : later.failure.code]).toEqual([
      "link-closed",
      "aborted",
      "link-closed",
    ]);
  });

  test("a request that was still on its way when the link closed starts nothing that nobody can stop", async () => {
    const [near, far] = await makeLink();
    let left = 0;
    serve(
      far,
      makeHandlers({
        "terminal.read": (_input, { signal }) => {
          if (signal.aborted) return Promise.resolve(idle);
          left += 1;
          return new Promise((resolve) => {
            signal.addEventListener("abort", () => {
              left -= 1;
              resolve(idle);
            });
          });
        },
      }),
    );
    const client = createClient(near);
    const waiting = client.call("terminal.read", { session: "s" });
    client.close();
    await waiting;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(left).toBe(0);
  });

  test("closing twice, and sending after the close, do nothing", async () => {
    const [near, far] = await makeLink();
    let closes = 0;
    far.onClose(() => (closes += 1));
    near.close();
    near.close();
    near.send({ type: "hello", version: 1 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(closes).toBe(1);
  });

  test("who comes to listen for the close after it hears of it too", async () => {
    const [near, far] = await makeLink();
    near.close();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await new Promise((resolve) => far.onClose(() => resolve("closed")))).toBe("closed");
  });
}

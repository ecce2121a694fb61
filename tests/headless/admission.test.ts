import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { closeCodes } from "../../electron/contract/admission.ts";
import { call, closeHosts, enter, openHost } from "./open-host.ts";

afterEach(closeHosts);

const hello = { type: "hello", version: 1 };

describe("the first frame", () => {
  test("with the token of the address gets a key and then the contract's hello", async () => {
    const host = await openHost();
    const page = await enter(host);
    expect([page.key.length, await page.hear()]).toEqual([43, hello]);
  });

  test("with a token that was used before is refused", async () => {
    const host = await openHost({ mostClients: 2 });
    const token = host.token();
    const first = await call(host.port);
    first.say({ type: "admit", token });
    await first.hear();
    const second = await call(host.port);
    second.say({ type: "admit", token });
    expect(await second.closed).toBe(closeCodes.notAdmitted);
  });

  test("with the key lets the same page in again after a reload", async () => {
    const host = await openHost();
    const { key, socket } = await enter(host);
    socket.terminate();
    const again = await call(host.port);
    again.say({ type: "admit", key });
    expect(await again.hear()).toEqual({ type: "admitted", key });
  });

  test("with the key of a page that is still connected takes its place", async () => {
    const host = await openHost();
    const first = await enter(host);
    const again = await call(host.port);
    again.say({ type: "admit", key: first.key });
    expect([await again.hear(), await first.closed]).toEqual([
      { type: "admitted", key: first.key },
      closeCodes.replaced,
    ]);
  });

  test.for([
    ["nothing in it", {}],
    ["a guessed token", { type: "admit", token: "A".repeat(43) }],
    ["a guessed key", { type: "admit", key: "A".repeat(43) }],
    ["an empty key", { type: "admit", key: "" }],
    ["a key that is no text", { type: "admit", key: ["A".repeat(43)] }],
    ["a request", { type: "request", id: 1, command: "ports.list", input: {} }],
  ] as const)("with %s is refused", async ([, frame]) => {
    const host = await openHost();
    const caller = await call(host.port);
    caller.say(frame);
    expect(await caller.closed).toBe(closeCodes.notAdmitted);
  });

  test("that is not JSON is refused", async () => {
    const host = await openHost();
    const caller = await call(host.port);
    caller.socket.send("{");
    expect(await caller.closed).toBe(closeCodes.notAdmitted);
  });

  test("with a token in a binary frame is refused", async () => {
    const host = await openHost();
    const caller = await call(host.port);
    caller.socket.send(Buffer.from(JSON.stringify({ type: "admit", token: host.token() })), { binary: true });
    expect(await caller.closed).toBe(closeCodes.notAdmitted);
  });

  test("that does not come in time closes the socket", async () => {
    const host = await openHost({ proofPatience: 100 });
    const caller = await call(host.port);
    expect(await caller.closed).toBe(closeCodes.silent);
  });
});

describe("one page at a time", () => {
  test("a second page is refused while the first is connected, and its token stays good", async () => {
    const host = await openHost();
    const first = await enter(host);
    const token = host.token();
    const second = await call(host.port);
    second.say({ type: "admit", token });
    expect(await second.closed).toBe(closeCodes.occupied);
    first.socket.close();
    await first.closed;
    // The host hears of the close a moment after the page does.
    await sleep(50);
    const third = await call(host.port);
    third.say({ type: "admit", token });
    expect(await third.hear()).toMatchObject({ type: "admitted" });
  });

  test("as many as are allowed get in, and not one more", async () => {
    const host = await openHost({ mostClients: 2 });
    await enter(host);
    await enter(host);
    const third = await call(host.port);
    third.say({ type: "admit", token: host.token() });
    expect(await third.closed).toBe(closeCodes.occupied);
  });

  test("another page cannot use a session's commands before it was let in", async () => {
    const host = await openHost({ mostClients: 2 });
    await enter(host);
    const stranger = await call(host.port);
    stranger.say({ type: "hello", version: 1 });
    stranger.say({ type: "request", id: 0, command: "ports.list", input: {} });
    expect(await stranger.closed).toBe(closeCodes.notAdmitted);
  });
});

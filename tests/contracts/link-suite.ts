// What every link must hold, whatever carries it: run on the loopback, the WebSocket and Electron.
import { describe, expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { type Handlers, serve } from "../../electron/contract/server.ts";
import { FailureError, makeFailure } from "../../electron/core/failures/failure.ts";
import { fail, succeed } from "../../electron/core/failures/result.ts";
import { idle, listen, type MakeLink, makeHandlers } from "./link-ends.ts";
import { testLinkEnds } from "./link-ends-suite.ts";

export function testLink(name: string, makeLink: MakeLink): void {
  describe(`the contract over ${name}`, () => {
    testRequests(makeLink);
    testBadInput(makeLink);
    testLinkEnds(makeLink);
  });
}

function testRequests(makeLink: MakeLink): void {
  test("a request is answered with the handler's output", async () => {
    const [near, far] = await makeLink();
    serve(
      far,
      makeHandlers({
        "logs.read": ({ lines }) => Promise.resolve(succeed({ source: "卡", lines: ["a\u0000b"], redactions: lines })),
      }),
    );
    const reply = await createClient(near).call("logs.read", { session: "s", lines: 3 });
    expect(reply).toEqual({ ok: true, value: { source: "卡", lines: ["a\u0000b"], redactions: 3 } });
    near.close();
  });

  test("a failure arrives with its code, its sentences and its values", async () => {
    const [near, far] = await makeLink();
    const failure = makeFailure("port-busy", { port: "/dev/ttyUSB0" });
    serve(far, makeHandlers({ "terminal.read": () => Promise.resolve(fail(failure)) }));
    expect(await createClient(near).call("terminal.read", { session: "s" })).toEqual({ ok: false, failure });
    near.close();
  });

  test("answers go to who asked, in whatever order they come", async () => {
    const [near, far] = await makeLink();
    const gates: ((value: null) => void)[] = [];
    const wait = (lines: number): Promise<null> => new Promise((resolve) => (gates[lines - 1] = resolve));
    serve(
      far,
      makeHandlers({
        "logs.read": async ({ lines }) => (
          await wait(lines), succeed({ source: String(lines), lines: [], redactions: 0 })
        ),
      }),
    );
    const client = createClient(near);
    const replies = [1, 2, 3].map((lines) => client.call("logs.read", { session: "s", lines }));
    while (gates.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const gate of gates.toReversed()) gate(null);
    expect((await Promise.all(replies)).map((reply) => reply.ok && reply.value.source)).toEqual(["1", "2", "3"]);
    near.close();
  });

  test("events come before the answer that follows them", async () => {
    const [near, far] = await makeLink();
    serve(
      far,
      makeHandlers({
        "ports.list": (_input, { emit }) => {
          emit("stage", { port: "p", stage: "waking" });
          emit("stage", { port: "p", stage: "reading" });
          return Promise.resolve(succeed({ ports: [] }));
        },
      }),
    );
    const client = createClient(near);
    const heard: string[] = [];
    client.on("stage", ({ stage }) => heard.push(stage));
    await client.call("ports.list", {});
    expect(heard).toEqual(["waking", "reading"]);
    near.close();
  });

  test("a listener that was taken off hears nothing more", async () => {
    const [near, far] = await makeLink();
    serve(
      far,
      makeHandlers({
        "ports.list": (_input, { emit }) => (
          emit("stage", { port: "p", stage: "waking" }), Promise.resolve(succeed({ ports: [] }))
        ),
      }),
    );
    const client = createClient(near);
    const heard: string[] = [];
    client.on("stage", ({ stage }) => heard.push(stage))();
    await client.call("ports.list", {});
    expect(heard).toEqual([]);
    near.close();
  });

  test("a cancel reaches the handler as an aborted signal", async () => {
    const [near, far] = await makeLink();
    const stop = new AbortController();
    const waits: Handlers["terminal.read"] = (_input, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(fail(makeFailure("cancelled"))));
        stop.abort();
      });
    serve(far, makeHandlers({ "terminal.read": waits }));
    const reply = await createClient(near).call("terminal.read", { session: "s" }, stop.signal);
    expect(reply.ok ? null : reply.failure.code).toBe("cancelled");
    near.close();
  });

  test("what was cancelled before it was asked is never asked", async () => {
    const [near, far] = await makeLink();
    let asked = false;
    serve(far, makeHandlers({ "terminal.read": () => ((asked = true), Promise.resolve(idle)) }));
    const client = createClient(near);
    const reply = await client.call("terminal.read", { session: "s" }, AbortSignal.abort());
    await client.call("ports.list", {});
    expect([reply.ok ? null : reply.failure.code, asked]).toEqual(["cancelled", false]);
    near.close();
  });
}

function testBadInput(makeLink: MakeLink): void {
  test.for<[string, unknown, string, RegExp]>([
    ["an unknown command", { command: "rm", input: {} }, "input-invalid", /rm/],
    ["a name that every object has", { command: "toString", input: {} }, "input-invalid", /toString/],
    ["a missing field", { command: "logs.read", input: { session: "s" } }, "input-invalid", /logs\.read lines/],
    ["a value out of range", { command: "logs.read", input: { session: "s", lines: 1e9 } }, "input-invalid", /lines/],
    ["no input", { command: "terminal.read" }, "input-invalid", /terminal\.read/],
  ])("%s is refused by the answering side", async ([, request, code, where]) => {
    const [near, far] = await makeLink();
    serve(far, makeHandlers());
    const ear = listen(near);
    near.send({ type: "request", id: 7, ...(request as object) });
    const reply = await ear.next("reply");
    const failure = reply["failure"] as ReturnType<typeof makeFailure>;
    expect([reply["id"], reply["ok"], failure.code, where.test(String(failure.details["where"]))]).toEqual([
      7,
      false,
      code,
      true,
    ]);
    near.close();
  });

  test.for<[string, unknown]>([
    ["null", null],
    ["a number", 5],
    ["text", "hello"],
    ["an unknown type", { type: "eval", code: "1" }],
    ["a request without a number", { type: "request", command: "ports.list", input: {} }],
    ["a cancel of nothing", { type: "cancel", id: 99 }],
    ["a reply to nobody", { type: "reply", id: 99, ok: true, output: {} }],
    ["an event from the wrong side", { type: "event", event: "stage", data: {} }],
  ])("%s does no harm: the next request is answered", async ([, message]) => {
    const [near, far] = await makeLink();
    serve(far, makeHandlers());
    const client = createClient(near);
    near.send(message);
    expect(await client.call("ports.list", {})).toEqual({ ok: true, value: { ports: [] } });
    near.close();
  });

  test("an answer that is not what the command gives is a fault of ours, not data", async () => {
    const [near, far] = await makeLink();
    serve(far, makeHandlers({ "ports.list": () => Promise.resolve(succeed({ ports: "none" })) as never }));
    const reply = await createClient(near).call("ports.list", {});
    expect(reply.ok ? null : reply.failure.code).toBe("internal");
    near.close();
  });

  test.for<[string, () => Promise<never>, string]>([
    ["a lost line", () => Promise.reject(new FailureError(makeFailure("port-lost", { port: "p" }))), "port-lost"],
    ["a bug", () => Promise.reject(new TypeError("secret of the inside")), "internal"],
  ])("a handler that throws %s answers with a failure and no stack", async ([, handler, code]) => {
    const [near, far] = await makeLink();
    serve(far, makeHandlers({ "terminal.read": handler }));
    const reply = await createClient(near).call("terminal.read", { session: "s" });
    expect([reply.ok ? null : reply.failure.code, JSON.stringify(reply).includes("secret")]).toEqual([code, false]);
    near.close();
  });

  test("only JSON passes: what is not JSON does not arrive as an object of this program", async () => {
    const [near, far] = await makeLink();
    const ear = listen(far);
    near.send({
      type: "x",
      date: new Date(0),
      missing: undefined,
      call: () => 1,
      nan: Number.NaN,
      map: new Map([[1, 2]]),
    });
    expect(await ear.next("x")).toEqual({ type: "x", date: "1970-01-01T00:00:00.000Z", nan: null, map: {} });
    near.close();
  });

  test("more requests at once than anybody needs are refused, and the link lives on", async () => {
    const [near, far] = await makeLink();
    serve(
      far,
      makeHandlers({
        "terminal.read": (_input, { signal }) =>
          new Promise((resolve) => signal.addEventListener("abort", () => resolve(idle))),
      }),
    );
    const client = createClient(near);
    const stop = new AbortController();
    const waiting = Array.from({ length: 64 }, () => client.call("terminal.read", { session: "s" }, stop.signal));
    const refused = await client.call("ports.list", {});
    stop.abort();
    await Promise.all(waiting);
    expect([refused.ok, (await client.call("ports.list", {})).ok]).toEqual([false, true]);
    near.close();
  });
}

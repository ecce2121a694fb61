import { expect, test } from "vitest";
import { PortEars } from "../../../electron/core/bytes/port-ears.ts";
import { makeFailure } from "../../../electron/core/failures/failure.ts";

function listen(ears: PortEars): { readonly heard: number[] } {
  const heard: number[] = [];
  ears.onBytes((bytes) => heard.push(...bytes));
  return { heard };
}

test("what comes before anybody listens is kept for the first listener, in order", () => {
  const ears = new PortEars();
  ears.hear(Uint8Array.of(1, 2));
  ears.hear(Uint8Array.of(3));
  const { heard } = listen(ears);
  ears.hear(Uint8Array.of(4));
  expect(heard).toEqual([1, 2, 3, 4]);
});

test("a second listener hears only what comes from then on", () => {
  const ears = new PortEars();
  ears.hear(Uint8Array.of(1));
  listen(ears);
  const { heard } = listen(ears);
  ears.hear(Uint8Array.of(2));
  expect(heard).toEqual([2]);
});

test("what nobody listens to does not grow without limit", () => {
  const ears = new PortEars();
  for (let round = 0; round < 100; round++) ears.hear(new Uint8Array(4096));
  expect(listen(ears).heard.length).toBeLessThanOrEqual(64 * 1024 + 4096);
});

test("a closed port says nothing any more and was closed for the first reason", async () => {
  const ears = new PortEars();
  const { heard } = listen(ears);
  const lost = makeFailure("port-lost", { port: "x" });
  ears.close(lost);
  ears.close(null);
  ears.hear(Uint8Array.of(1));
  expect({ heard, reason: await ears.closed }).toEqual({ heard: [], reason: lost });
});

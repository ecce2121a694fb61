import { once } from "node:events";
import { createServer, connect } from "node:net";
import { expect, test } from "vitest";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";

/** As a PC that sleeps, or one that has no time. */
function hold(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("what came in while the PC was held up is heard before the time is over", async () => {
  const server = createServer((socket) => socket.end("U-Boot"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const socket = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
  let heard = "";
  socket.on("data", (bytes) => (heard += String(bytes)));
  const waited = nodeSurroundings.clock.delay(20);
  hold(300);
  await waited;
  expect(heard).toBe("U-Boot");
  server.close();
});

// The second console of a machine: lines go in, what they print comes out.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const end = "=ended\n";

/** What a line prints there; null when nothing has answered in time, as in a machine that is not up yet. */
export async function askAside(path: string, line: string, timeLimit = 20_000): Promise<string | null> {
  const socket = connect(path);
  socket.on("error", () => undefined);
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), timeLimit);
  try {
    await once(socket, "connect", { signal: waiting.signal });
    return await listen(socket, line, waiting.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function listen(socket: Socket, line: string, signal: AbortSignal): Promise<string> {
  // What a line before it has left, and the echo of a console that was not ready, stand before this word.
  const start = `=begin ${performance.now()}`;
  let heard = "";
  socket.on("data", (chunk: Buffer) => (heard += chunk.toString()));
  socket.write(`echo '${start}';${line}\n`);
  for (;;) {
    await once(socket, "data", { signal });
    const [, said] = heard.replaceAll("\r", "").split(`${start}\n`);
    if (said?.endsWith(end) === true) return said.slice(0, -end.length).trim();
  }
}

/** Waits for a machine that is coming up. */
export async function waitForAside(path: string, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  while ((await askAside(path, ":", 2000)) === null) {
    if (performance.now() > until) throw new Error("the machine's second console does not answer");
    await delay(200);
  }
}

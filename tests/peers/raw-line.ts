// A client that only knows bytes, for trying the peers by themselves.
import { once } from "node:events";
import { connect } from "node:net";

export interface RawLine {
  send(text: string): void;
  /** Waits until what arrived since the last match matches, and returns it up to the end of the match. */
  waitFor(pattern: RegExp, timeLimit?: number): Promise<string>;
  /** Everything that arrived. */
  readAll(): string;
  /** Hangs up after what was sent has left. */
  end(): void;
  close(): void;
}

export async function openRawLine(port: number): Promise<RawLine> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  await once(socket, "connect");
  let heard = "";
  let matched = 0;
  const listeners = new Set<() => void>();
  socket.on("error", () => undefined);
  socket.on("data", (chunk: Buffer) => {
    heard += chunk.toString("latin1");
    for (const listener of listeners) listener();
  });
  function takeMatch(pattern: RegExp): string | null {
    const rest = heard.slice(matched);
    const found = pattern.exec(rest);
    if (found === null) return null;
    const end = found.index + found[0].length;
    matched += end;
    return rest.slice(0, end);
  }
  async function waitFor(pattern: RegExp, timeLimit = 20_000): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const timer = setTimeout(() => {
      reject(new Error(`waited for ${String(pattern)} and heard ${JSON.stringify(heard.slice(matched).slice(-600))}`));
    }, timeLimit);
    function look(): void {
      const text = takeMatch(pattern);
      if (text !== null) resolve(text);
    }
    listeners.add(look);
    look();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      listeners.delete(look);
    }
  }
  return {
    send: (text) => void socket.write(text),
    waitFor,
    readAll: () => heard,
    end: () => void socket.end(),
    close: () => void socket.destroy(),
  };
}

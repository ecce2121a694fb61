// A client that only knows bytes, for trying the peers by themselves.
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface RawLine {
  send(text: string): void;
  /** Waits until what arrived since the last match matches, and returns it up to the end of the match. */
  waitFor(pattern: RegExp, timeLimit?: number): Promise<string>;
  /** Sends CR each second until it matches: a getty that is not up yet, or just comes up, swallows what is typed. */
  wake(pattern: RegExp): Promise<string>;
  /** Everything that arrived. */
  readAll(): string;
  /** Hangs up after what was sent has left. */
  end(): void;
  close(): void;
}

export async function openRawLine(port: number): Promise<RawLine> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  socket.on("error", () => undefined);
  const { waitFor, readAll } = listenTo(socket);
  await once(socket, "connect");
  async function wake(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 20; tries += 1) {
      socket.write("\r");
      const said = await waitFor(pattern, 1_000).catch(() => null);
      if (said !== null) return said;
    }
    return waitFor(pattern, 1_000);
  }
  return {
    send: (text) => void socket.write(text),
    waitFor,
    wake,
    readAll,
    end: () => void socket.end(),
    close: () => void socket.destroy(),
  };
}

function listenTo(socket: Socket): Pick<RawLine, "readAll" | "waitFor"> {
  let heard = "";
  let matched = 0;
  const listeners = new Set<() => void>();
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
  return { waitFor, readAll: () => heard };
}

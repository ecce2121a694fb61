// A file pulled over xcb through a line paced at 115200 baud, against what such a line allows: the peer sends bare blocks of
// the same sizes, each when the one before was answered by 24 bytes, through the same line in the same run. What the bytes
// alone take at ten bits each is in the note.
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { xcb } from "../../electron/core/dialects/xcb/index.ts";
import { XcbSession } from "../../electron/core/dialects/xcb/session.ts";
import { openTcp } from "../../electron/serial/open-tcp.ts";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { XcbTerminal } from "../../electron/simulator/xcb/xcb-terminal.ts";
import { startPacedLine } from "../peers/paced-line.ts";
import { listen } from "../peers/wire-relay.ts";
import { type BenchRow, makeRow } from "./rows.ts";

const baudRate = 115_200;
/** The least share of the wire that a pull has to make use of. */
const share = 0.95;
const header = 24;
const payload = 4096;
const record = 64 * 1024;

/** Milliseconds: each message of the terminal, and the acknowledgement that it waits for. */
function countWireTime(size: number): number {
  const stream = size + Math.ceil(size / record) * 8 + 8;
  const messages = Math.ceil(stream / payload);
  return ((stream + messages * header + messages * header) * 10 * 1000) / baudRate;
}

/** `size` in bytes. A mebibyte takes a minute and a half. */
export async function measurePull(size: number, rounds: number): Promise<BenchRow> {
  const stop = new AbortController();
  const place = { listen: { host: "127.0.0.1", port: 0 } };
  const served = await serveTerminal("xcb", place, { surroundings: nodeSurroundings, signal: stop.signal });
  if (!served.ok || !(served.value.terminal instanceof XcbTerminal)) throw new Error("the unit is not served");
  const content = Array.from({ length: size }, (_, place_) => String.fromCharCode((place_ * 7919) & 0xff)).join("");
  served.value.terminal.unit.writeFile("/tmp/big", content);
  const line = await startPacedLine({ targetPort: Number(served.value.port.split(":").at(-1)), baudRate });
  const ours: number[] = [];
  const peer: number[] = [];
  let problem = "";
  try {
    for (let round = 0; round < rounds && problem === ""; round++) {
      const took = await pullOnce(line.port, content);
      if (typeof took === "number") ours.push(took);
      else problem = `; ours: ${took}`;
      peer.push(await measureBareBlocks(size));
    }
  } finally {
    await line.close();
    stop.abort();
    await served.value.ended;
  }
  const name = `xcb, ${size / 1024} KiB pulled, against the wire`;
  const note = [
    `${baudRate} baud, ${payload}-byte payloads`,
    `the bytes alone take ${countWireTime(size).toFixed(0)} ms`,
    `1 MiB at this rate: ${printMebibyte(ours, size)}${problem}`,
  ].join("; ");
  return makeRow({ name, limit: 1 / share, note }, { ours, peer });
}

/** Milliseconds for the same bytes in the same blocks, without any meaning. */
async function measureBareBlocks(size: number): Promise<number> {
  const blocks = Math.ceil((size + 8) / payload);
  const server = createServer({ noDelay: true }, (socket) => {
    let left = blocks;
    const sendOne = (): void => void (left-- > 0 ? socket.write(Buffer.alloc(header + payload)) : socket.end());
    socket.on("data", sendOne).on("error", () => socket.destroy());
  });
  const line = await startPacedLine({ targetPort: await listen(server), baudRate });
  const socket = connect({ host: line.host, port: line.port, noDelay: true });
  const start = performance.now();
  socket.write(Buffer.alloc(header));
  let heard = 0;
  socket.on("data", (chunk: Buffer) => {
    heard += chunk.length;
    if (heard % (header + payload) === 0) socket.write(Buffer.alloc(header));
  });
  await once(socket, "end");
  const took = performance.now() - start;
  socket.destroy();
  await line.close();
  server.close();
  return took;
}

/** Milliseconds from the request to the whole file, or what went wrong. */
async function pullOnce(port: number, content: string): Promise<number | string> {
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const opened = await openTcp(`tcp:127.0.0.1:${port}`, task.signal);
  if (!opened.ok) return opened.failure.code;
  const access = { credentials: null, become: null, becomePassword: null };
  const session = await xcb.connect(opened.value, { ...access, baudRate, patience: 5000, ...task }, nodeSurroundings);
  if (!session.ok || !(session.value instanceof XcbSession)) return "not connected";
  const start = performance.now();
  const pulled = await session.value.files.pull("/tmp/big", () => undefined, task);
  const took = performance.now() - start;
  await session.value.close();
  if (!pulled.ok) return pulled.failure.code;
  return pulled.value === content ? took : "another file came";
}

function printMebibyte(ours: readonly number[], size: number): string {
  const [first] = ours;
  return first === undefined ? "-" : `${((first / 1000) * ((1024 * 1024) / size)).toFixed(0)} s`;
}

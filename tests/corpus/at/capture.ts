// Records what Counterpart says to the simulated modem and what that answers: `node tests/corpus/at/capture.ts NAME DEMO`
// writes NAME/exchange. What is expected of it is written by hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { BytePort } from "../../../electron/core/bytes/byte-port.ts";
import { at } from "../../../electron/core/dialects/at/index.ts";
import { openSimulatedPort } from "../../../electron/simulator/simulated-port.ts";

const [name = "healthy", demo = "demo:at"] = process.argv.slice(2);

/** The moment at which the captures were made, as far as the modem could tell. */
const captured = Date.UTC(2026, 0, 2, 3, 4, 5);
const clock = { ...nodeSurroundings.clock, wallTime: () => captured, now: () => 0 };

const turns: { sign: string; text: string }[] = [];

function note(sign: string, bytes: Uint8Array): void {
  const text = String.fromCharCode(...bytes);
  const last = turns.at(-1);
  if (last?.sign === sign) last.text += text;
  else turns.push({ sign, text });
}

const opened = await openSimulatedPort(demo, { ...nodeSurroundings, clock });
if (!opened.ok) throw new Error(opened.failure.code);
const port = opened.value;
port.onBytes((bytes) => note("<", bytes));
const recorded: BytePort = {
  name: port.name,
  closed: port.closed,
  onBytes: (ear) => port.onBytes(ear),
  close: () => port.close(),
  write: (bytes) => {
    note(">", bytes);
    return port.write(bytes);
  },
};
const task = { signal: new AbortController().signal, onStage: () => undefined };
const options = { credentials: null, become: null, becomePassword: null, baudRate: 115_200, patience: 3000, ...task };
const session = await at.connect(recorded, options, nodeSurroundings);
if (!session.ok) throw new Error(session.failure.code);
await session.value.read(task);
await session.value.close();
const folder = join(import.meta.dirname, name);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "exchange"), turns.map(({ sign, text }) => `${sign} ${JSON.stringify(text)}\n`).join(""));

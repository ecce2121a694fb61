// A process of its own for the bench: simulated units, each on its own line paced like a serial one. Real terminals bring their
// own processor; these share this process, and not the one that is measured. `node paced-units.ts COUNT BAUD`
//
//   --> the lines' TCP ports, as one line of JSON       stdin ends --> everything is closed
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { type PacedLine, startPacedLine } from "../peers/paced-line.ts";
import { nameUnit } from "./unit-names.ts";

const [count = 1, baudRate = 115_200] = process.argv.slice(2).map(Number);
const stop = new AbortController();
const lines: PacedLine[] = [];
for (let place = 0; place < count; place++) {
  const where = { listen: { host: "127.0.0.1", port: 0 } };
  const { digits: serialDigits } = nameUnit(place);
  const served = await serveTerminal("xcb", where, {
    surroundings: nodeSurroundings,
    signal: stop.signal,
    serialDigits,
  });
  if (!served.ok) throw new Error(served.failure.message.en);
  lines.push(await startPacedLine({ targetPort: Number(served.value.port.split(":").at(-1)), baudRate }));
}
process.stdout.write(`${JSON.stringify(lines.map(({ port }) => port))}\n`);
for await (const _ of process.stdin);
await Promise.all(lines.map((line) => line.close()));
stop.abort();

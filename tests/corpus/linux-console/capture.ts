// Records what Counterpart says to a real console in a network namespace and what that answers:
// `node tests/corpus/linux-console/capture.ts NAME SHELL [LOCALE] [ifupdown]` as root writes NAME/exchange. What is expected of
// it is written by hand. The console lets root in at once, so that no password is in it; the shell's markers are drawn as
// the replay draws them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { BytePort } from "../../../electron/core/bytes/byte-port.ts";
import { linuxConsole } from "../../../electron/core/dialects/linux-console/index.ts";
import { openTcp } from "../../../electron/serial/open-tcp.ts";
import { countUp } from "../../contracts/count-up.ts";
import { startConsole } from "../../peers/console-in-namespace.ts";
import type { ConsoleShell } from "../../peers/console-options.ts";

const [name = "bash", shell = "bash", locale = "", manager = ""] = process.argv.slice(2);

const turns: { sign: string; text: string }[] = [];

function note(sign: string, bytes: Uint8Array): void {
  const text = String.fromCharCode(...bytes);
  const last = turns.at(-1);
  if (last?.sign === sign) last.text += text;
  else turns.push({ sign, text });
}

const peer = await startConsole({
  shell: shell as ConsoleShell,
  login: "root-autologin",
  hostName: "till",
  network: { macAddress: "02:00:5e:10:00:01" },
  ...(locale === "" ? {} : { locale }),
  ...(manager === "ifupdown" ? { manager } : {}),
});
try {
  const { signal } = new AbortController();
  const opened = await openTcp(`tcp:${peer.host}:${peer.port}`, signal);
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
  const task = { signal, onStage: () => undefined };
  const options = { credentials: null, become: null, becomePassword: null, baudRate: 115_200, patience: 5000, ...task };
  const session = await linuxConsole.connect(recorded, options, { ...nodeSurroundings, random: countUp() });
  if (!session.ok) throw new Error(session.failure.code);
  const reading = await session.value.read(task);
  if (!reading.ok) throw new Error(reading.failure.code);
  await session.value.close();
  const folder = join(import.meta.dirname, name);
  mkdirSync(folder, { recursive: true });
  const lines = turns.map(({ sign, text }) => `${sign} ${JSON.stringify(text)}\n`);
  writeFileSync(join(folder, "exchange"), lines.join(""));
  const { terminal, interfaces, nameServers, routes } = reading.value;
  process.stdout.write(`${JSON.stringify({ terminal, interfaces, nameServers, routes }, null, 1)}\n`);
} finally {
  await peer.close();
}

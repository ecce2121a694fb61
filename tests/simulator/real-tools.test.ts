// The simulated `ip` and `ifup` against transcripts of the real ones (tests/corpus/linux-console/README.md).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { healthyLinux } from "../../electron/simulator/demo-profiles.ts";
import { assembleTerminal, type Terminal } from "../../electron/simulator/terminal.ts";
import { makeSurroundings } from "./surroundings.ts";

const corpus = new URL("../corpus/linux-console/", import.meta.url);
const cases = readdirSync(corpus, { withFileTypes: true }).filter((entry) =>
  existsSync(new URL(`${entry.name}/transcript`, corpus)),
);

describe("the simulator prints what the real tools printed", () => {
  test.each(cases.map((entry) => entry.name))("%s", async (name) => {
    const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, corpus), "utf8");
    const hasFile = readdirSync(new URL(`${name}/`, corpus)).includes("interfaces");
    const terminal = await switchedOff(hasFile ? read("interfaces") : null);
    let transcript = "";
    for (const step of read("steps").split("\n")) if (step !== "") transcript += await take(terminal, step);
    expect(transcript).toBe(read("transcript"));
  });
});

/** As capture.sh prepares the real namespace: lo is up, eth0 is not, the cable is in. */
async function switchedOff(interfaces: string | null): Promise<Terminal> {
  const { "/etc/network/interfaces": _, ...files } = healthyLinux.files;
  const profile = {
    ...healthyLinux,
    files: interfaces === null ? files : { ...files, "/etc/network/interfaces": interfaces },
  };
  const terminal = await assembleTerminal("corpus", { surroundings: makeSurroundings(), profile });
  await terminal.run("ip link set lo up");
  return terminal;
}

async function take(terminal: Terminal, step: string): Promise<string> {
  if (step === "!unplug" || step === "!plug") {
    terminal.setCarrier("eth0", step === "!plug");
    return `${step}\n`;
  }
  const { stdout, exitCode } = await terminal.run(`{ ${step}\n} 2>&1 </dev/null`);
  return `$ ${step}\n${stdout}[exit ${exitCode}]\n`;
}

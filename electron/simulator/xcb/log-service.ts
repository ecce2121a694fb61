// `logcat:` on the terminal: what is there, then what comes, until the host closes.
import type { DeviceStream } from "./device-link.ts";
import type { Unit } from "./unit.ts";

const levels = "VDIWEFS";

export async function serveLog(unit: Unit, stamp: () => string, stream: DeviceStream): Promise<void> {
  const words = await stream.read();
  if (words === null) return;
  const isWanted = makeFilter(words);
  const waiting = unit.log.filter(isWanted);
  let wake: () => void = () => undefined;
  const off = unit.onLine((line) => {
    if (isWanted(line)) waiting.push(line);
    wake();
  });
  // The host's end is only seen while reading: whatever it writes here is thrown away.
  const ended = untilClosed(stream).then(() => wake());
  try {
    while (stream.isOpen()) {
      const lines = waiting.splice(0);
      if (lines.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          void ended.then(resolve);
        });
      } else if (!(await stream.write(`${lines.map((line) => `${stamp()} ${line}`).join("\n")}\n`))) return;
    }
  } finally {
    off();
  }
}

async function untilClosed(stream: DeviceStream): Promise<void> {
  while ((await stream.read()) !== null) {
    // Nothing that follows the arguments means anything.
  }
}

/** `NET:D *:S`; without any, everything. */
function makeFilter(words: string): (line: string) => boolean {
  const specs = words.split(" ").filter((word) => /^[^\s:]+:[VDIWEFS]$/.test(word));
  const least = new Map(specs.map((spec) => [spec.slice(0, spec.lastIndexOf(":")), spec.slice(-1)]));
  return (line) => {
    const [, level = "I", tag = ""] = /^([VDIWEFS])\/([^:]*):/.exec(line) ?? [];
    const wanted = least.get(tag) ?? least.get("*") ?? "V";
    return wanted !== "S" && levels.indexOf(level) >= levels.indexOf(wanted);
  };
}

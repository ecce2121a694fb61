// A recorded exchange: `> "..."` is what the PC sent, `< "..."` what the terminal answered, one character per byte, as
// JSON strings. Replayed, each answer comes once everything before it was sent, cut into chunks anywhere.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { createScriptedPort, type ScriptedPort } from "./scripted-port.ts";

interface Turn {
  readonly from: "pc" | "terminal";
  readonly binary: string;
}

export function readExchange(file: string): readonly Turn[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [, sign, text] = /^([<>]) (.*)$/.exec(line) ?? [];
    if (sign === undefined || text === undefined) throw new Error(`${file}: ${line.slice(0, 40)}`);
    return [{ from: sign === ">" ? "pc" : "terminal", binary: z.string().parse(JSON.parse(text)) }];
  });
}

export function joinTurns(turns: readonly Turn[], from: Turn["from"]): string {
  return turns
    .filter((turn) => turn.from === from)
    .map(({ binary }) => binary)
    .join("");
}

/** `cuts` are reduced to places within each answer. */
export function cutAnywhere(binary: string, cuts: readonly number[]): readonly string[] {
  const places = [...new Set(cuts.map((cut) => cut % Math.max(1, binary.length)))].sort((a, b) => a - b);
  return [0, ...places].map((start, at) => binary.slice(start, places[at])).filter((piece) => piece !== "");
}

/** The terminal's side of it. What the PC says is compared by whoever asks the port what was written. */
export function createReplayPort(turns: readonly Turn[], cuts: readonly number[]): ScriptedPort {
  let written = 0;
  let next = 0;
  let expected = 0;
  const advance = (say: (binary: string) => void): void => {
    for (let turn = turns[next]; turn; turn = turns[next]) {
      if (turn.from === "pc" && written < expected + turn.binary.length) return;
      if (turn.from === "pc") expected += turn.binary.length;
      else for (const piece of cutAnywhere(turn.binary, cuts)) say(piece);
      next += 1;
    }
  };
  const port = createScriptedPort((text, say) => {
    written += text.length;
    advance(say);
  });
  // What the terminal says before anything is asked.
  if (turns[0]?.from === "terminal") queueMicrotask(() => advance(port.say));
  return port;
}

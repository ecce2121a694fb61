import { unpack } from "../../../../../electron/core/bytes/unpack.ts";
import {
  makeDetailScript,
  makeFactsScripts,
} from "../../../../../electron/core/dialects/linux-console/facts/script.ts";
import { type Finished, runProgram } from "../../../../peers/owned-process.ts";

/** Every facts script run by a shell that `command` starts with the script as its last word; the unpacked outputs. */
export async function askFacts(command: readonly [string, ...string[]], key: string): Promise<readonly string[]> {
  const [program, ...words] = command;
  return askFactsWith((script) => runProgram(program, [...words, script]), key);
}

export async function askFactsWith(
  run: (script: string) => Promise<Finished>,
  key: string,
): Promise<readonly string[]> {
  const outputs: string[] = [];
  for (const script of makeFactsScripts(key)) outputs.push(unpack((await run(script)).stdout) ?? "");
  const details = makeDetailScript(key, outputs.slice(1).join("\n"));
  if (details !== null) outputs.push((await run(details)).stdout);
  return outputs;
}

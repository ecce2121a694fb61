import { nodeSurroundings } from "../../app/node-surroundings.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { ServePlace } from "../../simulator/serve.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { usage } from "../options.ts";

export interface SimulateOptions {
  readonly link?: string | undefined;
  readonly listen?: string | undefined;
}

/** Serves until it is interrupted. */
export async function simulate(family: string, options: SimulateOptions, voice: Voice): Promise<number> {
  const place = readPlace(options);
  const { serveTerminal } = await import("../../simulator/serve.ts");
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once("SIGINT", onInterrupt);
  process.once("SIGTERM", onInterrupt);
  const serving = { surroundings: nodeSurroundings, signal: stop.signal };
  const served = place.ok ? await serveTerminal(family, place.value, serving) : place;
  if (!served.ok) {
    voice.complain(served.failure);
    return statusOf(served.failure);
  }
  const { port, terminal, ended } = served.value;
  voice.say(fill(voice.words.simulating, { name: family, place: port }));
  voice.show({ family, port }, "");
  const failure = await ended;
  terminal.powerOff();
  if (failure) voice.complain(failure);
  return failure ? statusOf(failure) : exitStatus.done;
}

function readPlace({ link, listen }: SimulateOptions): Result<ServePlace> {
  if (link !== undefined && listen === undefined) return succeed({ link });
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(listen ?? "") ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (link !== undefined || host === undefined || port > 65_535)
    return fail(usage("simulate", "--link PATH | --listen HOST:PORT"));
  return succeed({ listen: { host, port } });
}

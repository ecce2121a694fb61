import { nodeSurroundings } from "../../app/node-surroundings.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { Place } from "../../simulator/serve.ts";
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
  const served = place.ok ? await serveTerminal(family, place.value, nodeSurroundings) : place;
  if (!served.ok) {
    voice.complain(served.failure);
    return statusOf(served.failure);
  }
  voice.say(fill(voice.words.simulating, { name: family, place: served.value.place }));
  voice.show({ family, place: served.value.place }, "");
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await served.value.close();
  return exitStatus.done;
}

function readPlace({ link, listen }: SimulateOptions): Result<Place> {
  if (link !== undefined && listen === undefined) return succeed({ link });
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(listen ?? "") ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (link !== undefined || host === undefined || port > 65_535)
    return fail(usage("simulate", "--link PATH | --listen HOST:PORT"));
  return succeed({ listen: { host, port } });
}

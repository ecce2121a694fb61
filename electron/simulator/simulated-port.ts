// Stand-in until the simulator's branch lands.
import type { BytePort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result } from "../core/failures/result.ts";

export async function openSimulatedPort(name: string, _surroundings: Surroundings): Promise<Result<BytePort>> {
  return fail(makeFailure("port-missing", { port: name }));
}

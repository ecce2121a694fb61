// A port's name -> an open port -> a dialect that answers on it -> a session.
import { randomUUID } from "node:crypto";
import type { Call } from "../contract/server.ts";
import type { Input, Output } from "../contract/commands.ts";
import type { OpenPort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import type { ConnectOptions, Dialect, Task } from "../core/dialects/dialect.ts";
import { dialects } from "../core/dialects/registry.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import type { Sessions } from "./sessions.ts";

export interface ConnectParts {
  readonly openPort: OpenPort;
  readonly surroundings: Surroundings;
  readonly sessions: Sessions;
}

type Connected = Output<"terminal.connect">;

export async function connectTerminal(
  parts: ConnectParts,
  input: Input<"terminal.connect">,
  call: Call,
): Promise<Result<Connected>> {
  const dialect = findDialect(input.family);
  if (!dialect.ok) return dialect;
  const port = await parts.openPort(input.port, input.line, call.signal);
  if (!port.ok) return port;
  const options: ConnectOptions & Task = {
    credentials: input.login,
    become: input.become,
    becomePassword: input.becomePassword,
    baudRate: input.line.baudRate,
    patience: input.timeoutSeconds * 1000,
    signal: call.signal,
    onStage: (stage) => call.emit("stage", { port: input.port, stage }),
  };
  try {
    const connected = await dialect.value.connect(port.value, options, parts.surroundings);
    if (!connected.ok) return connected;
    const id = randomUUID();
    const nothing = { reading: null, plans: new Map(), undone: new Map() };
    parts.sessions.add({ id, port: input.port, dialect: connected.value, ...nothing });
    void port.value.closed.then((failure) => {
      if (failure) call.emit("lost", { session: id, failure });
    });
    return succeed({ session: id });
  } catch (error) {
    await port.value.close();
    throw error;
  }
}

function findDialect(family: string | null): Result<Dialect> {
  const found = family === null ? dialects[0] : dialects.find((each) => each.family === family);
  if (found) return succeed(found);
  const known = dialects.map((each) => each.family).join(", ");
  return fail(makeFailure("input-invalid", { where: "family", reason: `${family} (${known})` }));
}

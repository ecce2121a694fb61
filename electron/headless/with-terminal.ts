// One command on one terminal: connect, do, leave; Ctrl-C stops it cleanly, a second one at once.
import { type Client, createClient } from "../contract/client.ts";
import { createLoopback } from "../contract/loopback-link.ts";
import { serve } from "../contract/server.ts";
import type { Failure } from "../core/failures/failure.ts";
import { composeApp } from "../host/compose-app.ts";
import { fill, type Voice } from "./console-voice.ts";
import { exitStatus, statusOf } from "./exit-status.ts";
import { type PortOptions, readConnectInput } from "./options.ts";
import { writePrivateFile } from "./write-private-file.ts";

export interface Connected {
  readonly client: Client;
  readonly session: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs `job` and returns its exit status. The port is closed in every case. */
export async function withTerminal(
  options: PortOptions,
  voice: Voice,
  job: (connected: Connected) => Promise<number>,
): Promise<number> {
  const input = await readConnectInput(options, voice);
  if (!input.ok) {
    voice.complain(input.failure);
    return statusOf(input.failure);
  }
  return withClient(async (client, signal) => {
    client.on("stage", ({ stage }) => voice.say(voice.words.stage[stage]));
    client.on("interrupted", ({ push }) =>
      voice.say(fill(voice.words.interruptedPush, { when: push.at, state: push.state, port: options.port })),
    );
    client.on("warned", ({ failure }) => voice.say(`${voice.translate(failure.message)} [${failure.code}]`));
    const connected = await client.call("terminal.connect", input.value, signal);
    if (!connected.ok) {
      voice.complain(connected.failure);
      await showUnknown(connected.failure, options.describe ?? null, voice);
      return statusOf(connected.failure);
    }
    if (options.baud === "auto" && connected.value.baudRate !== undefined)
      voice.say(fill(voice.words.rateFound, { rate: connected.value.baudRate }));
    return job({ client, session: connected.value.session, signal });
  });
}

/** What was heard of a terminal that no family knows, and where its description begins. */
async function showUnknown({ details }: Failure, file: string | null, voice: Voice): Promise<void> {
  const { hex, draft } = details;
  if (typeof hex !== "string") return;
  voice.say(hex);
  if (typeof draft !== "string") return;
  if (file === null) {
    voice.say(voice.words.describeHint);
    return;
  }
  const problem = await writePrivateFile(file, draft, { replace: false });
  if (problem === null) voice.say(fill(voice.words.described, { file }));
  else voice.complain(problem);
}

/** The app behind its contract, in this process. */
export async function withClient(job: (client: Client, signal: AbortSignal) => Promise<number>): Promise<number> {
  const app = composeApp({ opensPaths: true });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  const client = createClient(near);
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitStatus.interrupted);
    controller.abort();
  };
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onInterrupt);
  try {
    return await job(client, controller.signal);
  } finally {
    await app.close();
    client.close();
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onInterrupt);
  }
}
